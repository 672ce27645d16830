"""The filters of a page as they stand in its address, each with the address without it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from sayso.views.signs import words_for

__all__ = ["FacetLink", "Narrowing", "narrowing", "query_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """`words` that are looked for; `chosen` are the other filters: name, value, label, address.

    With `more` only the newest reports that fit are looked at.
    """

    path: str
    words: str
    query: str
    chosen: tuple[tuple[str, str, str, str], ...]
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetLink:
    """A value of a filter: its address asks for it, or no longer where it is `chosen`."""

    label: str
    count: int
    address: str
    chosen: bool
    at_least: bool = False


def narrowing(path: str, asked: Mapping[str, str], *, more: bool = False) -> Narrowing:
    """The filters `asked` of the page at `path`; `more` reports fit than are looked at."""
    labels = words_for("filters")
    return Narrowing(
        path=path,
        words=asked.get("words", ""),
        query=query_of(asked),
        chosen=tuple(
            (name, value, labels[name], _without(path, asked, name))
            for name, value in asked.items()
            if name != "words"
        ),
        more=more,
    )


def query_of(told: Mapping[str, str]) -> str:
    """Filters as the query of an address; empty values fall away.

    >>> query_of({"words": "a b", "place": ""})
    'words=a+b'
    """
    return urlencode({name: value for name, value in told.items() if value})


def _without(path: str, asked: Mapping[str, str], name: str) -> str:
    return f"{path}?" + query_of({key: value for key, value in asked.items() if key != name})
