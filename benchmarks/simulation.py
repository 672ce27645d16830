"""Laying made-up reports beside one another, at sizes that nobody would wait for to be read.

`python -m benchmarks.simulation REPORTS A_DAY [WORKERS]`: the tables are written as `sayso batch`
would have, without reading; then `sayso relate` goes over them. A simulation: words, people and
happenings are made up, and only their number and how often they come back is like in news.
"""

import sys
import tempfile
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.run import Run, run_sayso
from benchmarks.synthetic import Made, made_reports
from sayso.batch.folder import Folder
from sayso.batch.rows import rows_of
from sayso.records import Mode, Person, PersonKind, Reading, Report, Span, Statement, text_id

__all__ = ["related", "write_tables"]

_PART = 1_000


def related(count: int, *, a_day: int, workers: int = 1) -> Run:
    """What it takes to lay so many reports beside one another."""
    with tempfile.TemporaryDirectory() as space:
        write_tables(Path(space) / "tables", count, a_day=a_day)
        command = ("relate", f"{space}/tables", "--out", f"{space}/across")
        return run_sayso(*command, "--workers", workers)


def write_tables(folder: Path, count: int, *, a_day: int) -> None:
    """So many made-up reports, so many a day, as tables."""
    made = Folder(str(folder))
    made.begin({})
    reports = made_reports(count, a_day=a_day)
    while batch := [*islice(reports, _PART)]:
        rows: dict[str, list[Any]] = {}
        for number, one in enumerate(batch):
            key = f"{one.text}{one.outlet}{number}".encode()
            document = blake2b(key, digest_size=16).hexdigest()
            rows.setdefault("documents", []).append({"name": document, "document": document})
            for table, found in rows_of(_reading(one), document=document).items():
                rows.setdefault(table, []).extend(found)
        made.keep(rows)


def _reading(made: Made) -> Reading:
    report = Report(
        id=text_id(made.text),
        text=made.text,
        title=made.title,
        outlet=made.outlet,
        published=made.day,
        language="en",
    )
    statements = tuple(_statements(made, report.id))
    sources = tuple(statement.source[0] for statement in statements)
    speaker = Person(id="p1", name=made.speaker, kind=PersonKind.PERSON, mentions=sources)
    return Reading(report=report, statements=statements, people=(speaker,))


def _statements(made: Made, report: str) -> Iterator[Statement]:
    for words in made.said:
        start = made.text.index(words)
        content = Span(start, start + len(words))
        source = Span(content.end + 3, content.end + 3 + len(made.speaker))
        cue = Span(source.end + 1, made.text.index(".", source.end))
        yield Statement(
            id=f"{report}.s{start}",
            source=(source,),
            cue=(cue,),
            content=(content,),
            mode=Mode.DIRECT,
            speaker="p1",
        )


if __name__ == "__main__":
    asked = [*map(int, sys.argv[1:]), 1][:3]
    print(related(asked[0], a_day=asked[1], workers=asked[2]))
