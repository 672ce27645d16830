"""Invented press events, as readings: what their speakers said, as invented outlets print it.

Seven of them measure; those of `training/renderings` the network and the odds have learnt from.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from sayso.reading import read_quantities
from sayso.records import (
    Mode,
    Person,
    PersonKind,
    Reading,
    Report,
    Span,
    Statement,
    mention_id,
    text_id,
)
from training.lines import Line

LEFT_OUT = Path(__file__).parent / "renderings"
"""The events that only measure."""
_DAY = datetime.date(2026, 5, 4)


def readings_of(event: str, lines: Sequence[Line]) -> tuple[list[Reading], dict[str, Line]]:
    """One reading an outlet, each statement a paragraph of it; the line of each statement."""
    by_outlet = defaultdict(list)
    for line in lines:
        by_outlet[line.outlet].append(line)
    found, known = list[Reading](), dict[str, Line]()
    for outlet, its in sorted(by_outlet.items()):
        reading = _reading(f"{event}, outlet {outlet}", its)
        known |= {it.id: line for it, line in zip(reading.statements, its, strict=True)}
        found.append(reading)
    return found, known


def wanted(known: dict[str, Line]) -> set[frozenset[str]]:
    """Every two statements whose first utterance is the same."""
    groups = defaultdict(list)
    for statement, line in known.items():
        if line.utterances:
            groups[line.utterances[0]].append(statement)
    return {frozenset(pair) for its in groups.values() for pair in combinations(its, 2)}


def _reading(title: str, lines: Sequence[Line]) -> Reading:
    text, spans = f"{title}\n\n", list[Span]()
    for line in lines:
        spans.append(Span(len(text), len(text) + len(line.text)))
        text += line.text + ("\n\n" if line.text[-1] in '.!?”"' else ".\n\n")
    report = Report(id=text_id(text), text=text, title=title, outlet=title, published=_DAY)
    names = sorted({line.speaker for line in lines})
    return Reading(
        report=report,
        statements=tuple(
            Statement(
                id=mention_id(report.id, "s", span),
                source=(),
                cue=(),
                content=(span,),
                mode=_mode(line.text),
                speaker=f"p{names.index(line.speaker)}",
            )
            for span, line in zip(spans, lines, strict=True)
        ),
        people=tuple(
            Person(id=f"p{at}", name=f"Maria {name}", kind=PersonKind.PERSON)
            for at, name in enumerate(names)
        ),
        quantities=read_quantities(text, report_id=report.id),
    )


def _mode(text: str) -> Mode:
    if "“" in text:
        return Mode.MIXED
    return Mode.DIRECT if text[0].isupper() and text[-1] in ".!?" else Mode.INDIRECT
