"""A statement with what a reader wants to see of its report."""

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.ledger.matching import ENDS, STARTS
from sayso.ledger.names import Names
from sayso.ledger.plain import spans_of, spans_text
from sayso.records import Entry, Interval, Kind, Mode, Span, Spans

__all__ = ["COLUMNS", "JOINS", "entry_of", "statement_id"]

COLUMNS = """
s.id as number, s.begins, s.ends, s.content, s.source, s.cue, s.mode, s.kind, s.key, s.confidence,
s.said_earliest, s.said_latest, s.said_anchor, s.reading,
coalesce(pe.name, m.name) as named, m.office, m.affiliation, m.person,
v.text_id, v.title, v.outlet, v.url, v.published, r.extra as beyond, rp.address
"""
JOINS = """
join reading r on r.id = s.reading
join version v on v.id = r.version
join report rp on rp.id = v.report
left join mention m on m.reading = s.reading and m.number = s.speaker
left join person pe on pe.id = m.person
"""


def entry_of(row: Mapping[str, Any], names: Names) -> Entry:
    """The entry of a row of a search, with people called by `names`."""
    content = _content(row)
    words, marked = _unmarked(row["words"] or "")
    person, speaker = names.of(row["person"], row["named"])
    report = {**row, **(json.loads(row["beyond"]) if row["beyond"] else {})}
    return Entry(
        id=statement_id(row),
        words=words,
        marked=marked,
        speaker=speaker,
        person=person,
        office=row["office"],
        affiliation=row["affiliation"],
        mode=Mode(row["mode"]),
        kind=Kind(row["kind"]) if row["kind"] else None,
        said_on=_said_on(row),
        report=row["text_id"],
        **{name: report[name] for name in ("address", "title", "outlet", "url", "reading")},
        published=_day(report["published"]),
        content=tuple(Span(*piece) for piece in content),
    )


def _content(row: Mapping[str, Any]) -> Sequence[list[int]]:
    return [[row["begins"], row["ends"]]] if row["content"] is None else spans_of(row["content"])


def statement_id(row: Mapping[str, Any]) -> str:
    """The id of a statement, by the columns of its row and the id of its text."""
    content = _content(row)
    if row["key"] is not None:
        return f"{row['text_id']}{row['key']}" if row["key"].startswith(".") else row["key"]
    return f"{row['text_id']}.s{spans_text([*spans_of(row['cue'])[:1], *content])}"


def _said_on(row: Mapping[str, Any]) -> Interval | None:
    earliest, latest = _day(row["said_earliest"]), _day(row["said_latest"])
    if earliest is None and latest is None:
        return None
    return Interval(earliest=earliest, latest=latest, anchor=row["said_anchor"])


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _unmarked(words: str) -> tuple[str, Spans]:
    """The words without the marks of what was found, and where that stands."""
    pieces, spans, at = [], [], 0
    for piece in words.split(STARTS):
        found, mark, after = piece.partition(ENDS)
        if mark:
            spans.append(Span(at, at + len(found)))
        pieces += [found, after]
        at += len(found) + len(after)
    return "".join(pieces), tuple(spans)
