"""How much there is: of everything in a ledger, and of each kind among what a search finds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select, text

from sayso.ledger.names import Names
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Search, hits_of
from sayso.ledger.shelf import shelved
from sayso.records import Facet, FacetCount, Overview

__all__ = ["COUNTED", "facets_of", "overview_of"]

COUNTED = 2_000
"""As many statements of a search are counted by kind; 2,000 took 40 ms among a million."""
_SHOWN = 8  # values of each filter
_RECENT = 1_000  # statements in which those who speak most are looked for
_FILTERS = ("person", "speaker", "outlet", "mode", "kind", "published")


def overview_of(connection: Connection, names: Names, *, newest: int) -> Overview:
    """How much the ledger holds, its newest reports, and who speaks most in the last ones."""
    reading, failure = TABLES["reading"].c, TABLES["failure"].c
    given_way = select(TABLES["superseded"].c.reading)
    last = select(func.max(failure.id)).group_by(failure.name)
    open_failures = select(func.count()).where(failure.id.in_(last), failure.settled == 0)
    standing = select(func.sum(reading.statements)).where(reading.id.not_in(given_way))
    return Overview(
        **{
            name: connection.scalar(select(func.max(TABLES[table].c.id))) or 0
            for name, table in (("reports", "report"), ("people", "person"), ("records", "record"))
        },
        statements=int(connection.scalar(standing) or 0),
        failures=connection.scalar(open_failures) or 0,
        newest=tuple(one for _, one in shelved(connection, limit=newest)),
        heard=_heard(connection, names),
    )


def facets_of(connection: Connection, search: Search, *, names: Names) -> list[Facet]:
    """The most frequent speakers, outlets, modes, kinds and months among what a search finds."""
    return _tallied(connection, (search, names), most=COUNTED)


def _tallied(connection: Connection, asked: tuple[Search, Names], *, most: int) -> list[Facet]:
    search, names = asked
    source, values = hits_of(connection, search, names)
    query = _FACETS.format(hits=f"select s.id {source} limit :most")
    rows = Counter(map(tuple, connection.execute(text(query), {**values, "most": most})))
    counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in _FILTERS}
    for row, number in rows.items():
        for name, key, value in _values(dict(zip(_COLUMNS, row, strict=True)), names):
            counts[name][key, value] += number
    some = rows.total() == most
    return [
        Facet(name=name, tallies=_tallies(found.most_common(_SHOWN), at_least=some))
        for name, found in counts.items()
        if found
    ]


_COLUMNS = ("mode", "kind", "outlet", "month", "person", "name")
_FACETS = """
select s.mode, s.kind, v.outlet, substr(v.published, 1, 7) as month, m.person,
  coalesce(pe.name, m.name) as name
from ({hits}) hit
join statement s on s.id = hit.id
join reading r on r.id = s.reading
join version v on v.id = r.version
left join mention m on m.reading = s.reading and m.number = s.speaker
left join person pe on pe.id = m.person
"""


def _values(row: Mapping[str, Any], names: Names) -> Iterable[tuple[str, str, str]]:
    """What a statement counts for: the filter, what asks for it there, what it is called."""
    number, name = names.of(row["person"], row["name"])
    if number is not None:
        yield "person", str(number), name or ""
    elif name:
        yield "speaker", name, name
    for filter_name, column in (("outlet", "outlet"), ("mode", "mode"), ("kind", "kind")):
        if row[column]:
            yield filter_name, row[column], row[column]
    if row["month"]:
        yield "published", row["month"], row["month"]


def _tallies(
    found: Iterable[tuple[tuple[str, str], int]], *, at_least: bool
) -> tuple[FacetCount, ...]:
    return tuple(
        FacetCount(key=key, value=value, count=count, at_least=at_least)
        for (key, value), count in found
    )


def _heard(connection: Connection, names: Names) -> tuple[FacetCount, ...]:
    found = _tallied(connection, (Search(), names), most=_RECENT)
    people = (facet.tallies for facet in found if facet.name == "person")
    return tuple(replace(tally, at_least=False) for tally in next(people, ()))
