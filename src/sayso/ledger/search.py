"""Search: words and filters, newest first, oldest first, or best first while there are few."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import Connection, text

from sayso.errors import BadRequestError
from sayso.ledger.days import numbers_of
from sayso.ledger.entries import COLUMNS, JOINS, entry_of
from sayso.ledger.magnitudes import magnitudes
from sayso.ledger.matching import Matched, match
from sayso.ledger.names import Names, bearers
from sayso.ledger.standing import STANDS, of_index
from sayso.ledger.words import Both, Either, Phrase, Words, parse_words
from sayso.records import Certainty, Entry, Kind, Mode

__all__ = [
    "RANKED",
    "Bound",
    "Order",
    "Search",
    "count",
    "find",
    "find_page",
    "hits_of",
]

# Ranking 20,000 hits among a million statements took 60 ms on one core, 2.8 million 10.9 s.
RANKED = 20_000
"""As many hits are counted exactly and can be ranked; beyond that it would take too long."""
_PAGE = 500  # statements that are fetched at a time


class Order(StrEnum):
    """What comes first: the newest report, the oldest one, or what fits the words best."""

    NEW = "new"
    OLD = "old"
    RANK = "rank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A figure that something counted must reach: `troops > 5,000`."""

    counted: str
    relation: str
    figure: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for; all that is given must hold.

    `person` is a number of the ledger. Days are inclusive. `said` fits statements whose day of
    speaking is known and can lie within.
    `superseded` includes what older versions and readings hold.
    """

    words: str = ""
    speaker: str | None = None
    person: int | None = None
    office: str | None = None
    outlet: str | None = None
    place: str | None = None
    said: tuple[datetime.date | None, datetime.date | None] = (None, None)
    published: tuple[datetime.date | None, datetime.date | None] = (None, None)
    quantity: Bound | None = None
    mode: Mode | None = None
    kind: Kind | None = None
    certainty: Certainty | None = None
    story: int | None = None
    superseded: bool = False
    order: Order = Order.NEW


def find(
    connection: Connection,
    search: Search,
    *,
    names: Names,
    limit: int | None = None,
    skip: int = 0,
) -> Iterator[Entry]:
    """The statements that fit, page by page, without the first ones that are to be skipped.

    BadRequestError where ranking would take too long.
    """
    matched = _matched(connection, search, names)
    if search.order is Order.RANK:
        most = RANKED if limit is None else skip + limit
        yield from islice(_best(connection, matched, names, limit=most), skip, None)
        return
    left, last = limit, None
    while left is None or left > 0:
        page = min(_PAGE, left or _PAGE)
        rows = _page(
            connection, matched, (search.order, last, page), skip=skip if last is None else 0
        )
        yield from (entry_of(row, names) for row in rows)
        if len(rows) < page:
            return
        last, skip = rows[-1]["number"], 0
        left = None if left is None else left - page


def find_page(
    connection: Connection, search: Search, *, names: Names, after: int | None, limit: int
) -> tuple[list[Entry], int | None]:
    """The statements that fit and come `after` a place, and the place where they end.

    The place is None where there are no more. What is added meanwhile moves none of the others.
    """
    matched = _matched(connection, search, names)
    if search.order is Order.RANK:
        first = after or 0
        last = first + limit
        best = list(_best(connection, matched, names, limit=min(last + 1, RANKED)))
        return best[first:last], last if last < len(best) else None
    rows = _page(connection, matched, (search.order, after, limit + 1))
    further = rows[limit - 1]["number"] if len(rows) > limit else None
    return [entry_of(row, names) for row in rows[:limit]], further


def count(connection: Connection, search: Search, *, names: Names) -> int:
    """How many statements fit, `RANKED + 1` where they are more than that."""
    return _count(connection, _matched(connection, search, names))


def hits_of(connection: Connection, search: Search, names: Names) -> tuple[str, dict[str, Any]]:
    """What stands after `select s.id` to find the statements that fit, and its parameters."""
    matched = _matched(connection, search, names)
    key = "f.rowid" if "f.rowid" in matched.source else "s.id"
    where = " and ".join(matched.conditions)
    return f"from {matched.source} where {where} order by {key} desc", matched.values


def _count(connection: Connection, matched: Matched) -> int:
    matched = of_index(matched)
    where = " and ".join(matched.conditions)
    query = f"select count(*) from (select 1 from {matched.source} where {where} limit :most) c"
    return int(connection.scalar(text(query), {**matched.values, "most": RANKED + 1}) or 0)


def _best(connection: Connection, matched: Matched, names: Names, *, limit: int) -> Iterator[Entry]:
    if matched.rank is None:
        raise BadRequestError("Only words can be ranked; search for some, or sort by time.")
    if _count(connection, matched) > RANKED:
        raise BadRequestError(
            f"More than {RANKED:,} statements fit, too many to rank; narrow the search, or sort "
            "by time."
        )
    rows = _rows(connection, matched, (f"order by {matched.rank} limit :most", {"most": limit}))
    yield from (entry_of(row, names) for row in rows)


def _page(
    connection: Connection,
    matched: Matched,
    where: tuple[Order, int | None, int],
    *,
    skip: int = 0,
) -> list[Mapping[str, Any]]:
    order, last, most = where
    way, beyond = ("desc", "<") if order is Order.NEW else ("asc", ">")
    key = "f.rowid" if "f.rowid" in matched.source else "s.id"
    values: dict[str, Any] = {"most": most, "skip": skip}
    if last is not None:
        beyond_last = f"{key} {beyond} :last"
        matched = replace(matched, conditions=(*matched.conditions, beyond_last))
        values["last"] = last
    return _rows(connection, matched, (f"order by {key} {way} limit :most offset :skip", values))


def _rows(
    connection: Connection, matched: Matched, end: tuple[str, dict[str, Any]]
) -> list[Mapping[str, Any]]:
    """Found first, then looked up: only what is shown is joined."""
    order, values = end
    where = " and ".join(matched.conditions)
    found = f"select s.id, {matched.words} as words from {matched.source} where {where} {order}"
    hits = connection.execute(text(found), {**matched.values, **values}).all()
    if not hits:
        return []
    ids = ", ".join(str(int(number)) for number, _ in hits)
    wanted = f"select {COLUMNS} from statement s {JOINS} where s.id in ({ids})"
    rows = {row["number"]: row for row in connection.execute(text(wanted)).mappings()}
    return [{**rows[number], "words": words} for number, words in hits]


def _matched(connection: Connection, search: Search, names: Names) -> Matched:
    asked: dict[str, list[Words]] = {}
    words = parse_words(search.words)
    if words is not None:
        asked["words"] = [words]
    if search.speaker:
        asked["speaker"] = [_speaker(search.speaker, bearers(connection, search.speaker, names))]
    if search.person is not None:
        asked.setdefault("speaker", []).append(_numbered(search.person, names))
    for column in ("office", "outlet", "place"):
        if value := getattr(search, column):
            asked[column] = [Phrase(text=value)]
    if search.quantity is not None:
        asked["counted"] = list(_counted(search.quantity))
    marks = [search.mode, search.kind, search.certainty]
    asked["marks"] = [Phrase(text=str(mark)) for mark in marks if mark]
    matched = match(connection.dialect.name, asked)
    conditions, values = _conditions(search, matched)
    return replace(
        matched,
        conditions=(*matched.conditions, *conditions),
        values={**matched.values, **values},
    )


def _counted(bound: Bound) -> Iterator[Words]:
    """What is counted, and how large its figure can be: more is asked of few statements then."""
    if bound.counted:
        yield _each_word(bound.counted)
    sizes = magnitudes(bound.relation, float(bound.figure))
    yield Either(parts=tuple(Phrase(text=size) for size in sizes))


def _speaker(name: str, people: list[int]) -> Words:
    """The name as reports give it, or the number of anybody who bears it."""
    numbers = [Phrase(text=f"p{number}") for number in people]
    return Either(parts=(_each_word(name), *numbers)) if numbers else _each_word(name)


def _numbered(person: int, names: Names) -> Words:
    """The number of a person, or of anybody who is taken for him."""
    merged = [one for one, other in names.taken_for.items() if other == person]
    return Either(parts=tuple(Phrase(text=f"p{number}") for number in (person, *merged)))


def _each_word(given: str) -> Words:
    parts = tuple(Phrase(text=word) for word in given.split())
    return parts[0] if len(parts) == 1 else Both(parts=parts)


def _conditions(search: Search, matched: Matched) -> tuple[list[str], dict[str, Any]]:
    key = "f.rowid" if "f.rowid" in matched.source else "s.id"
    conditions = [f"{key} >= :least"]
    values: dict[str, Any] = {"least": 0}
    since, until = search.published
    since = max(filter(None, (since, search.said[0])), default=None)
    if since is not None:  # nothing is published before it is said
        values["least"] = numbers_of(since).start
    if until is not None:
        conditions.append(f"{key} < :beyond")
        values["beyond"] = numbers_of(until).stop
    if not search.superseded:
        conditions.append(STANDS)
    for name, day, way in zip(("latest", "earliest"), search.said, (">=", "<="), strict=True):
        if day is not None:
            conditions.append(f"s.said_{name} {way} :said_{name}")
            values[f"said_{name}"] = day.isoformat()
    if search.story is not None:
        conditions.append(_STORY if "f.rowid" in matched.source else _IN_STORY)
        values["story"] = search.story
    if search.quantity is not None:
        bound = search.quantity
        counted = bound.counted.lower().rstrip("s")
        conditions.append(
            _QUANTITY.format(relation=bound.relation, counted=_COUNTED * bool(counted))
        )
        values["figure"] = float(bound.figure)
        values |= {"counted": f"%{counted}%"} if counted else {}
    return conditions, values


_STORY = """
exists (select 1 from belonging b where b.reading = s.reading and b.story = :story
  and not exists (select 1 from belonging n where n.reading = b.reading and n.id > b.id))
"""

# Without words a story's readings lead to its statements; asked of each statement of a million, as
# above, it took seconds.
_IN_STORY = """
s.id in (select t.id from belonging b join reading r on r.id = b.reading
  join statement t on t.id between r.first and r.first + r.statements - 1 where b.story = :story
  and not exists (select 1 from belonging n where n.reading = b.reading and n.id > b.id))
"""

# By where it stands, as places are found, and not over `quantity.statement`: that took half as
# long again, for it needs the reading's row for every hit.
_QUANTITY = """
exists (select 1 from quantity q where q.reading = s.reading
  and q.figure {relation} :figure and q.begins >= s.begins and q.begins < s.ends{counted})
"""
_COUNTED = " and lower(q.counted) like :counted"
