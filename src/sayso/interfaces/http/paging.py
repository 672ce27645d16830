"""Pages of a list, each of which begins after the record that ended the one before.

A place in a list would move with all that is added or taken out before it; a key stays.
"""

import base64
import binascii
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from sayso.errors import BadRequestError

__all__ = ["Key", "after", "cursor_of"]

Key = tuple[int | str, ...]
"""What a list is in order of, and no two of its records have alike."""
_Record = TypeVar("_Record")


def cursor_of(key: Key) -> str:
    """A key as it stands in an address.

    >>> cursor_of(("2024-11-01", 7))
    'WyIyMDI0LTExLTAxIiw3XQ'
    """
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def after(
    records: Sequence[_Record], key: Callable[[_Record], Key], cursor: str | None
) -> Sequence[_Record]:
    """Those of the records, in order of their keys, that come after the one of that cursor.

    That one itself need not be there any more. BadRequestError where the cursor is of another list.

    >>> after(["a", "b", "d"], lambda it: (it,), cursor_of(("c",)))
    ['d']
    """
    if cursor is None:
        return records
    try:
        return records[bisect_right(records, _key_of(cursor), key=key) :]
    except (binascii.Error, msgspec.DecodeError, TypeError, ValueError) as error:
        message = f"{cursor!r} is no cursor of this list; take it from `next` of an answer."
        raise BadRequestError(message) from error


def _key_of(cursor: str) -> Key:
    data = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4))
    return tuple(msgspec.json.decode(data, type=list[int | str]))
