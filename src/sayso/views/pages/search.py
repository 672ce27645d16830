"""Search: what was found, and beside it whom, where, how and when there is more of."""

import calendar
import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Certainty, Entry, Facet, FacetCount, Kind, Mode
from sayso.views.figures import day_words
from sayso.views.pages.downloads import DOWNLOADS
from sayso.views.pages.entries import entry_lines
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import FacetLink, query_of
from sayso.views.signs import words_for

__all__ = ["Results", "facets_part", "search_page"]

_CHOICES = {
    "mode": tuple(Mode),
    "kind": tuple(Kind),
    "certainty": tuple(Certainty),
    "sort": ("new", "old", "rank"),
}
_FIELDS = ("speaker", "office", "outlet", "place", "quantity")
_DAYS = ("since", "until", "said_since", "said_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found: one page of it, how many there are (None: more than are counted)."""

    entries: Sequence[Entry]
    total: int | None
    page: int
    facets: Sequence[Facet]
    more: bool


def search_page(asked: Mapping[str, str], results: Results, frame: Frame) -> str:
    """The page of a search; `asked` are the filters as they stand in its address."""
    return framed(
        "search.html",
        frame,
        asked=defaultdict(str, asked),
        lines=entry_lines(results.entries),
        results=results,
        facets=[(facet.name, _links(facet, asked)) for facet in results.facets],
        some=any(tally.at_least for facet in results.facets for tally in facet.tallies),
        chosen=[(name, value, _address(asked, {name: ""})) for name, value in _set(asked)],
        query=query_of(asked),
        downloads=DOWNLOADS,
        names=words_for("filters"),
        choices=_CHOICES,
        fields=_FIELDS,
        days=_DAYS,
        earlier=_address(asked, {"page": str(results.page - 1)}) if results.page > 1 else None,
        later=_address(asked, {"page": str(results.page + 1)}) if results.more else None,
    )


def facets_part(asked: Mapping[str, str], facets: Sequence[Facet], frame: Frame) -> str:
    """The filters of a search with their counts, without the page around them."""
    return framed(
        "parts/facets.html",
        frame,
        facets=[(facet.name, _links(facet, asked)) for facet in facets],
        names=words_for("filters"),
    )


def _set(asked: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in asked.items() if name not in {"words", "sort", "page"}]


def _links(facet: Facet, asked: Mapping[str, str]) -> list[FacetLink]:
    return [_link(facet.name, tally, asked) for tally in facet.tallies]


def _link(name: str, tally: FacetCount, asked: Mapping[str, str]) -> FacetLink:
    change = _change(name, tally.key)
    chosen = all(asked.get(key) == value for key, value in change.items())
    if chosen:
        change = dict.fromkeys(change, "")
    return FacetLink(
        label=_label(name, tally.value),
        count=tally.count,
        at_least=tally.at_least,
        address=_address(asked, change),
        chosen=chosen,
    )


def _label(name: str, value: str) -> str:
    if name == "published":
        return day_words(datetime.date.fromisoformat(f"{value}-01")).partition(" ")[2]
    closed = {"mode": "modes", "kind": "statements"}.get(name)
    return words_for(closed)[value] if closed else value


def _change(name: str, key: str) -> dict[str, str]:
    """What asks for that value; a month is asked for by its first and last day."""
    if name != "published":
        return {name: key}
    year, month = (int(part) for part in key.split("-"))
    return {"since": f"{key}-01", "until": f"{key}-{calendar.monthrange(year, month)[1]:02}"}


def _address(asked: Mapping[str, str], change: Mapping[str, str]) -> str:
    """The address of the same search with something changed; empty values fall away."""
    told = {**{name: value for name, value in asked.items() if name != "page"}, **change}
    return "/search?" + query_of(told)
