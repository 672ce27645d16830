"""How much there is: of everything in a ledger, and of each kind among what a search finds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, func, select, text

from sayso.ledger.names import Names
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Search, hits_of
from sayso.ledger.shelf import shelved
from sayso.records import Facet, FacetCount, Overview

__all__ = ["COUNTED", "facets_of", "overview_of"]

COUNTED = 250
"""As many statements of a search are counted at once.

Among a million, 1,000 that stand far apart took 100 ms from a cold disk, and 250 a third of it.
"""
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


def facets_of(
    connection: Connection, search: Search, *, names: Names, most: int | None = None
) -> list[Facet]:
    """The most frequent speakers, outlets, modes, kinds and months among what a search finds.

    With `most` no more than so many statements are counted, the newest, and where there are more
    the counts say how many there are at least. All of a million took 4 s.
    """
    source, values = hits_of(connection, search, names)
    limit = "" if most is None else f"limit {int(most)}"
    query = text(_COUNTS.format(hits=f"{source} {limit}"))
    counts: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in _FILTERS}
    counted = 0
    for what, one, other, number in connection.execute(query, values).all():
        counted += int(number) if what == "statement" else 0
        for name, key, value in _values(what, (one, other), names):
            counts[name][key, value] += int(number)
    return [
        Facet(name=name, tallies=_tallies(found.most_common(_SHOWN), at_least=counted == most))
        for name, found in counts.items()
        if found
    ]


# What fits is found once, and grouped before it is looked up: with 20,000 statements three queries
# took twice as long, and those read one by one twice as long again.
_COUNTS = """
with hit as materialized (select s.reading, s.speaker, s.mode, s.kind {hits}),
told as (select reading, count(*) as many from hit group by reading),
spoken as (select reading, speaker, count(*) as many from hit group by reading, speaker)
select 'statement', mode, kind, count(*) from hit group by mode, kind
union all
select 'report', v.outlet, substr(v.published, 1, 7), sum(t.many) from told t
join reading r on r.id = t.reading join version v on v.id = r.version
group by v.outlet, substr(v.published, 1, 7)
union all
select 'speaker', cast(m.person as text), coalesce(pe.name, m.name), sum(t.many) from spoken t
join mention m on m.reading = t.reading and m.number = t.speaker
left join person pe on pe.id = m.person
group by m.person, coalesce(pe.name, m.name)
"""
_COLUMNS = {"statement": ("mode", "kind"), "report": ("outlet", "published")}


def _values(
    what: str, row: tuple[str | None, str | None], names: Names
) -> Iterable[tuple[str, str, str]]:
    """What a group counts for: the filter, what asks for it there, what it is called."""
    if what == "speaker":
        number, name = names.of(int(row[0]) if row[0] else None, row[1])
        if number is not None:
            yield "person", str(number), name or ""
        elif name:
            yield "speaker", name, name
        return
    yield from ((name, it, it) for name, it in zip(_COLUMNS[what], row, strict=True) if it)


def _tallies(
    found: Iterable[tuple[tuple[str, str], int]], *, at_least: bool
) -> tuple[FacetCount, ...]:
    return tuple(
        FacetCount(key=key, value=value, count=count, at_least=at_least)
        for (key, value), count in found
    )


def _heard(connection: Connection, names: Names) -> tuple[FacetCount, ...]:
    found = facets_of(connection, Search(), names=names, most=_RECENT)
    people = (facet.tallies for facet in found if facet.name == "person")
    return tuple(replace(tally, at_least=False) for tally in next(people, ()))
