"""What the ledger holds across reports: stories, utterances with their renderings, origins."""

import datetime
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from sayso.ledger.entries import statement_id
from sayso.ledger.names import Names, bearers
from sayso.ledger.search import Search, hits_of
from sayso.records import (
    Drift,
    DriftKind,
    FacetCount,
    Interval,
    KnownStory,
    Origin,
    OriginKind,
    Rendering,
    ReportCard,
    Span,
    Utterance,
    Verdict,
)

__all__ = [
    "last_stories",
    "origins_by_story",
    "origins_in",
    "rendering_of",
    "stories_in",
    "story_of",
    "topics_in",
    "utterances_in",
]

_BEYOND = 2**62  # a number that no story has
_CURRENT = "not exists (select 1 from superseded o where o.reading = b.reading)"
_NEWEST = "not exists (select 1 from belonging n where n.reading = b.reading and n.id > b.id)"
_STORIES = f"""
select b.story, v.text_id, v.title, v.outlet, v.url, v.published,
  coalesce((select f.name from found f where f.version = v.id order by f.id limit 1),
    (select p.address from report p where p.id = v.report)) as file
from belonging b join reading r on r.id = b.reading join version v on v.id = r.version
where {_CURRENT} and {_NEWEST} {{where}}
order by b.story, v.published is null, v.published, v.text_id
"""
_LAST = f"""
select b.story from belonging b where b.story < :before and {_CURRENT} and {_NEWEST}
group by b.story order by b.story desc limit :most
"""
_TOPICS = f"""
select b.story, count(*) from ({{hits}}) hit join statement s on s.id = hit.id
join belonging b on b.reading = s.reading where {_NEWEST}
group by b.story order by count(*) desc, b.story limit :shown
"""
_LOOKED_AT, _TOPICS_SHOWN = 2_000, 8  # statements, the newest, and stories
_UTTERANCES = """
select d.utterance, d.verdict, d.drift, d.statement, u.speaker, u.said_earliest, u.said_latest,
  u.reference, u.key, s.key as id_key, s.cue, s.content, s.begins, s.ends, v.text_id, v.published,
  (select p.words from passage p where p.id = u.reference) as words
from rendering d join statement s on s.id = d.statement join reading r on r.id = s.reading
join version v on v.id = r.version
join utterance u on u.number = d.utterance
  and not exists (select 1 from utterance n where n.number = u.number and n.id > u.id)
where not exists (select 1 from rendering n where n.statement = d.statement and n.id > d.id)
  and not exists (select 1 from superseded o where o.reading = s.reading) {where}
order by d.utterance, v.published is null, v.published, d.statement
"""
# From the story to its readings and their statements: the other way round takes a second of a
# ledger of a million statements.
_OF_STORY = f"""
and d.utterance in (select e.utterance from belonging b join reading a on a.id = b.reading
  join rendering e on e.statement between a.first and a.first + a.statements - 1
  where b.story = :story and {_NEWEST} and {_CURRENT}
  and not exists (select 1 from rendering n where n.statement = e.statement and n.id > e.id))
"""
_OF_PEOPLE = """
and d.utterance in (select e.utterance from rendering e join statement t on t.id = e.statement
  join mention m on m.reading = t.reading and m.number = t.speaker where m.person in ({people})
  and not exists (select 1 from rendering n where n.statement = e.statement and n.id > e.id))
"""
_ORIGINS = f"""
select b.story, v.text_id as report, o.origin, w.text_id as source, o.kind, o.because
from origin o join belonging b on b.reading = o.reading
join reading r on r.id = o.reading join version v on v.id = r.version
left join reading x on x.id = o.source left join version w on w.id = x.version
where not exists (select 1 from origin n where n.reading = o.reading and n.id > o.id)
  and {_CURRENT} and {_NEWEST} {{where}}
order by v.published is null, v.published, v.text_id
"""


def stories_in(connection: Connection, story: int | None = None) -> list[KnownStory]:
    """Every story, or the one of that number, with its reports in order of their days."""
    return _stories(connection, "" if story is None else f"and b.story = {int(story)}")


def last_stories(
    connection: Connection, *, before: int | None = None, limit: int
) -> list[KnownStory]:
    """The stories that began last, the newest first; go on after a page with its last number."""
    values = {"before": before or _BEYOND, "most": limit}
    numbers = connection.scalars(text(_LAST), values).all()
    wanted = ", ".join(map(str, numbers)) or "-1"
    return _stories(connection, f"and b.story in ({wanted})")[::-1]


def story_of(connection: Connection, report: str) -> int | None:
    """The story that the report with that text belongs to; None where it belongs to none."""
    where = "and v.text_id = :report"
    found = connection.scalar(text(_STORIES.format(where=where)), {"report": report})
    return None if found is None else int(found)


def topics_in(connection: Connection, search: Search, *, names: Names) -> list[FacetCount]:
    """The stories of what a search finds, those of most statements first, with their titles."""
    source, values = hits_of(connection, search, names)
    query = _TOPICS.format(hits=f"select s.id {source} limit :most")
    rows = connection.execute(text(query), {**values, "most": _LOOKED_AT, "shown": _TOPICS_SHOWN})
    counts = {int(story): int(count) for story, count in rows}
    wanted = ", ".join(map(str, counts)) or "-1"
    titles = {one.id: one.title for one in _stories(connection, f"and b.story in ({wanted})")}
    return [
        FacetCount(
            key=str(story), value=titles.get(story) or "A story without a title", count=count
        )
        for story, count in counts.items()
    ]


def utterances_in(
    connection: Connection,
    *,
    names: Names,
    story: int | None = None,
    speaker: str | None = None,
) -> list[Utterance]:
    """Every utterance, those told in a story, or those of everybody of a name, in order of days."""
    where, values = "", {}
    if story is not None:
        where, values = _OF_STORY, {"story": story}
    if speaker is not None:
        people = bearers(connection, speaker, names)
        where += _OF_PEOPLE.format(people=", ".join(map(str, people)) or "-1")
    rows = connection.execute(text(_UTTERANCES.format(where=where)), values).mappings().all()
    grouped: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        grouped.setdefault(row["utterance"], []).append(dict(row))
    made = [_utterance(number, its, connection) for number, its in grouped.items()]
    return sorted(made, key=lambda it: (_latest(it), int(it.id)))


def origins_in(
    connection: Connection, story: int | None = None, *, reports: Collection[str] | None = None
) -> list[Origin]:
    """The origin of every report, of those of a story or of those of these ids, by their days."""
    where = "" if story is None else f"and b.story = {int(story)}"
    marks = {f"r{at}": one for at, one in enumerate(reports or ())}
    if reports is not None:
        where += f" and v.text_id in ({', '.join(f':{it}' for it in marks) or 'null'})"
    return [origin for _, origin in _origins(connection, where, marks)]


def origins_by_story(
    connection: Connection, stories: Collection[int]
) -> Mapping[int, Sequence[Origin]]:
    """The origins of the reports of each of these stories, by their days."""
    found: dict[int, list[Origin]] = {number: [] for number in stories}
    wanted = ", ".join(map(str, found)) or "-1"
    for story, origin in _origins(connection, f"and b.story in ({wanted})", {}):
        found[story].append(origin)
    return found


def _origins(
    connection: Connection, where: str, marks: Mapping[str, str]
) -> Iterator[tuple[int, Origin]]:
    for row in connection.execute(text(_ORIGINS.format(where=where)), marks).mappings():
        told = {name: value for name, value in row.items() if name != "story"}
        yield row["story"], Origin(**{**told, "kind": OriginKind(row["kind"])})


def _stories(connection: Connection, where: str) -> list[KnownStory]:
    cards: dict[int, list[ReportCard]] = {}
    for row in connection.execute(text(_STORIES.format(where=where))).mappings():
        cards.setdefault(row["story"], []).append(_card(dict(row)))
    return [
        KnownStory(
            id=number, title=next((it.title for it in its if it.title), None), reports=(*its,)
        )
        for number, its in cards.items()
    ]


def _card(row: Mapping[str, Any]) -> ReportCard:
    return ReportCard(
        id=row["text_id"],
        **{name: row[name] for name in ("title", "outlet", "url", "file")},
        published=_day(row["published"]),
    )


def _utterance(
    number: int, rows: Collection[Mapping[str, Any]], connection: Connection
) -> Utterance:
    first = next(iter(rows))
    ids = {row["statement"]: statement_id({**row, "key": row["id_key"]}) for row in rows}
    reference = ids.get(first["reference"], next(iter(ids.values())))
    earliest, latest = _day(first["said_earliest"]), _day(first["said_latest"])
    renderings = tuple(rendering_of(row, ids[row["statement"]]) for row in rows)
    return Utterance(
        id=str(number),
        speaker=first["speaker"],
        said_on=Interval(earliest=earliest, latest=latest) if earliest or latest else None,
        words=first["words"] or "",
        reference=reference,
        renderings=renderings,
        again=tuple(_again(connection, first)),
        record_words=_record_words(connection, renderings, reference),
    )


def _record_words(
    connection: Connection, renderings: Collection[Rendering], reference: str
) -> str | None:
    """The passage of the record that the reference renders, or else the first that any does."""
    beside = [it for it in renderings if it.record]
    if not beside:
        return None
    one = next((it for it in beside if it.statement == reference), beside[0])
    query = text("select substr(body, :begins, :length) from record where text_id = :record")
    pieces = [
        connection.scalar(
            query,
            {"begins": span.start + 1, "length": span.end - span.start, "record": one.record},
        )
        for span in one.record_span
    ]
    return " … ".join(piece for piece in pieces if piece) or None


def rendering_of(row: Mapping[str, Any], statement: str) -> Rendering:
    """The rendering of a row, under the id of its statement, which begins with the report's.

    Where a record measures it, the column holds that passage beside what departs from it.
    """
    kept = json.loads(row["drift"]) if row["drift"] else []
    beside: dict[str, Any] = kept if isinstance(kept, dict) else {"drift": kept}
    return Rendering(
        statement=statement,
        report=statement.partition(".")[0],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        drift=tuple(
            Drift(kind=DriftKind(kind), was=was, became=became)
            for kind, was, became in beside.get("drift", ())
        ),
        record=beside.get("record"),
        record_span=tuple(Span(*span) for span in beside.get("span", ())),
    )


def _again(connection: Connection, row: Mapping[str, Any]) -> Iterator[str]:
    """The utterances of the same words by the same speaker that were said on days before."""
    query = text(
        "select distinct u.number from utterance u where u.key = :key and u.number <> :number "
        "and u.said_latest < :said "
        "and not exists (select 1 from utterance n where n.number = u.number and n.id > u.id) "
        "order by u.number"
    )
    values = {"key": row["key"], "number": row["utterance"], "said": row["said_earliest"] or ""}
    yield from map(str, connection.scalars(query, values))


def _latest(utterance: Utterance) -> datetime.date:
    day = utterance.said_on.latest if utterance.said_on else None
    return day or datetime.date.max


def _day(text_of: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text_of) if text_of else None
