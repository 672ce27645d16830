"""Questions to the ledger, as they are typed."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from sayso.errors import BadRequestError
from sayso.ledger import (
    COUNTED,
    RANKED,
    Bound,
    Ledger,
    Order,
    Search,
    facets_of,
    find_page,
    names_in,
    save,
    saved_searches,
)
from sayso.ledger import is_about_more as readings_beyond
from sayso.pipeline.maker import MAKER
from sayso.records import Certainty, Entry, Facet, Kind, Mode

__all__ = [
    "FILTERS",
    "Found",
    "SearchPage",
    "facets",
    "is_about_more",
    "named_search",
    "search_kept",
    "search_of",
    "search_page",
    "search_part",
]

FILTERS = frozenset(
    {
        "person",
        "speaker",
        "office",
        "outlet",
        "place",
        "quantity",
        "mode",
        "kind",
        "certainty",
        "since",
        "until",
        "said_since",
        "said_until",
        "story",
        "sort",
        "all",
    }
)
"""What statements can be chosen by, beside their words."""
_BOUND = re.compile(r"\s*([^<>=]*?)\s*(<=|>=|<|>|=)\s*([\d.,]{1,40})\s*")
_LONGEST_NUMBER = 15
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: its statements as they are asked for, and how many there are.

    `total` is None where there are more than are counted.
    """

    entries: Iterator[Entry]
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Some statements of a search; `last` is where they end, None where there are no more.

    `total` is None where there are more than are counted.
    """

    entries: tuple[Entry, ...]
    last: int | None
    total: int | None


def search_of(given: Mapping[str, Any]) -> Search:
    """The search that the arguments of a command or call mean; BadRequestError where none is."""
    # No text of a ledger holds a NUL, and neither database takes one in what it is asked.
    given = {name: _sound(value) for name, value in given.items()}
    words = given.get("words") or ""
    quantity = given.get("quantity")
    return Search(
        words=words if isinstance(words, str) else " ".join(words),
        **{name: given.get(name) for name in ("speaker", "office", "outlet", "place")},
        person=_number(given.get("person")),
        said=(given.get("said_since"), given.get("said_until")),
        published=(given.get("since"), given.get("until")),
        quantity=_bound(quantity) if quantity else None,
        mode=_choice(Mode, given.get("mode")),
        kind=_choice(Kind, given.get("kind")),
        certainty=_choice(Certainty, given.get("certainty")),
        story=_number(given.get("story")),
        superseded=bool(given.get("all")),
        order=_choice(Order, given.get("sort")) or Order.NEW,
    )


def search_kept(
    ledger: Ledger,
    search: Search,
    *,
    names: tuple[str | None, str | None],
    now: datetime.datetime,
) -> Found:
    """Run a search; `names` are one to keep it under, and that of a kept one to run instead."""
    save_as, saved = names
    search = named_search(ledger, search, saved)
    if save_as:
        with ledger.batch(now=now, maker=MAKER) as batch:
            save(batch, save_as, search)
    return search_part(ledger, search)


def search_part(
    ledger: Ledger, search: Search, *, skip: int = 0, limit: int | None = None
) -> Found:
    """What a search finds, or so many of its statements after those that are skipped."""
    total = ledger.count(search)
    # a word that stands in a million offices and no statement takes as long to be found again
    entries = ledger.find(search, limit=limit, skip=skip) if total else iter(())
    return Found(entries=entries, total=None if total > RANKED else total)


def search_page(
    ledger: Ledger, search: Search, *, after: int | None = None, limit: int = 20
) -> SearchPage:
    """The statements of a search that come after the place where another page ended."""
    with ledger.seen() as connection:
        names = names_in(connection)
        entries, last = find_page(connection, search, names=names, after=after, limit=limit)
    total = ledger.count(search)
    return SearchPage(entries=(*entries,), last=last, total=None if total > RANKED else total)


def facets(ledger: Ledger, search: Search, *, whole: bool = False) -> list[Facet]:
    """Who, where, how and when, most frequent first, of the statements that a search finds.

    Unless the `whole` is counted, beyond `COUNTED` statements the counts say how many there are
    at least.
    """
    most = None if whole else COUNTED
    with ledger.seen() as connection:
        return facets_of(connection, search, names=names_in(connection), most=most)


def _sound(value: Any) -> Any:
    return value.replace("\0", " ") if isinstance(value, str) else value


def is_about_more(ledger: Ledger, search: Search, *, most: int) -> bool:
    """Whether a search is about more than so many reports."""
    with ledger.seen() as connection:
        return readings_beyond(connection, search, names=names_in(connection), most=most)


def _number(given: Any) -> int | None:
    if given in (None, ""):
        return None
    if not str(given).isdecimal() or len(str(given)) > _LONGEST_NUMBER:
        raise BadRequestError(f"{given!r} is no number of a person or story.")
    return int(given)


def named_search(ledger: Ledger, search: Search, name: str | None) -> Search:
    """The search that is kept under a name; without any name, `search` itself."""
    if name is None:
        return search
    with ledger.seen() as connection:
        kept = saved_searches(connection)
    if name not in kept:
        known = ", ".join(kept) or "none yet"
        raise BadRequestError(f"No search is kept under {name!r}; there is: {known}.")
    return kept[name]


def _bound(text: str) -> Bound:
    """The figure that is asked for.

    >>> _bound("troops > 5,000")
    Bound(counted='troops', relation='>', figure=Decimal('5000'))
    """
    parts = _BOUND.fullmatch(text)
    try:
        figure = Decimal(parts[3].replace(",", "")) if parts else None
    except InvalidOperation:
        figure = None
    if parts is None or figure is None:
        raise BadRequestError(
            f'{text!r} is no figure to search for; write it like "troops > 5,000".'
        )
    return Bound(counted=parts[1], relation=parts[2], figure=figure)


def _choice(kind: type[_Choice], text: str | None) -> _Choice | None:
    try:
        return kind(text) if text else None
    except ValueError as error:
        raise BadRequestError(f"{text!r} is none of {', '.join(kind)}.") from error
