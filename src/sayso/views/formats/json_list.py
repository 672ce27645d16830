"""One JSON document written as its items come."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

__all__ = ["json_list", "without_nothing"]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def json_list(items: Iterable[Any], *, opening: str = "[", closing: str = "]") -> Iterator[bytes]:
    r"""A list of the items, between what opens and what closes the document.

    >>> b"".join(json_list([1, 2], opening='{"items": [', closing="]}"))
    b'{"items": [\n1,\n2\n]}\n'
    """
    yield opening.encode()
    between = b"\n"
    for item in items:
        yield between + _ENCODER.encode(item)
        between = b",\n"
    yield f"\n{closing}\n".encode()


def without_nothing(values: dict[str, Any]) -> dict[str, Any]:
    """The values that say something: what is unknown is left out, as these formats have it.

    >>> without_nothing({"name": "Varga", "office": None, "also": []})
    {'name': 'Varga'}
    """
    return {name: value for name, value in values.items() if value not in (None, [], {}, "")}
