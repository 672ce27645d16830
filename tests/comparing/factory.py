"""Records, reports and checks for tests of comparing, built by hand.

The press conference is invented, its ministers too.
"""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.quotations import check_quotations
from sayso.comparing.report import check_report
from sayso.reading.quantities import read_quantities
from sayso.reading.times import read_times
from sayso.records import (
    Finding,
    FindingKind,
    Mode,
    Person,
    PersonKind,
    Quotation,
    Reading,
    Record,
    Report,
    Span,
    Statement,
    Turn,
    text_id,
)

VARGA = "Ilona Varga"
LINDQVIST = "Per Lindqvist"
DAY = datetime.date(2031, 3, 6)  # a Thursday, on which the ministers speak and the reports appear
OPENING = """Good morning, everyone. We have not yet closed the northern harbor, but we would \
expect that to happen in the coming weeks. Some 4,200 dock workers are on strike, and as many as \
900 of those workers have been sent home without pay. If the talks fail, we may ask the army to \
unload the medicine. We've strengthened the sea-wall near the lighthouse."""
OUTLOOK = """As far as I can see, most of the cranes will probably work again next Monday. We \
hadn't seen — we hadn't seen waves like these in fifty years. The port authority [board] met \
behind closed doors. I am confident that the ferry company will pay its debts consistent with the \
court's order. It is a test of patience for all of us. The islands will be supplied by helicopter, \
and nobody there has to go hungry. By the law of the sea the idle tugs are rescue vessels."""
BRIDGES = """Make no mistake, if the storm goes on, these ships will make themselves a danger to \
everybody who lives on the coast. The bridges remain open to heavy trucks. We spent $5 billion on \
the eastern pier, and we will finish the repairs within 12 days. Prices rose by 3 percent in the \
capital."""
TURNS = (
    ("MINISTER VARGA", OPENING),
    ("MINISTER VARGA", OUTLOOK),
    ("QUESTION", "Minister, have you lost control of the harbor, and who pays for the damage?"),
    (
        "MINISTER VARGA",
        "If the storm goes on, these ships will become a danger to everybody on the coast.",
    ),
    ("SECRETARY LINDQVIST", BRIDGES),
)


def record_of(
    turns: Sequence[tuple[str | None, str]] = TURNS, *, has_gaps: bool = False, name: str = "r"
) -> Record:
    """A record with a line for each turn; where it has gaps, its end is missing."""
    text, placed = "", list[Turn]()
    for label, words in turns:
        text += f"{label}: " if label else ""
        placed.append(Turn(speaker=label, span=Span(len(text), len(text) + len(words))))
        text += f"{words}\n"
    gaps = (Span(len(text), len(text)),) if has_gaps else ()
    id_ = text_id(name + text)
    return Record(
        id=id_,
        name=name,
        text=text,
        turns=tuple(placed),
        gaps=gaps,
        quantities=read_quantities(text, report_id=id_),
        times=read_times(text, report_id=id_, published=DAY),
    )


def reading_of(
    *pieces: str, speaker: str | None = VARGA, before: str = "", language: str | None = "en"
) -> Reading:
    """A report of one quotation, in pieces that `he said` stands between."""
    text, spans = before, list[Span]()
    for piece in pieces:
        text += ' the report says. "' if spans else '"'
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece + '"'
    people = (Person(id="p1", name=speaker),) if speaker else ()
    said = Statement(
        id="s1", source=(), cue=(), content=tuple(spans), mode=Mode.DIRECT, speaker="p1"
    )
    return Reading(
        report=Report(id="r1", text=text + " was said there.", language=language),
        statements=(said,) if speaker else (),
        people=people,
        quotations=(Quotation(spans=tuple(spans), statement="s1" if speaker else None),),
    )


def check_one(*pieces: str, speaker: str | None = VARGA, record: Record | None = None) -> Finding:
    """The finding on one quotation."""
    records = (record or record_of(),)
    (finding,) = check_quotations(reading_of(*pieces, speaker=speaker), records)
    return finding


def telling_of(
    content: str,
    *,
    speaker: str | None = VARGA,
    more: str = "",
    kind: PersonKind | None = None,
) -> Reading:
    """A report that tells something in other words: `Ilona Varga said that ...`."""
    head = f"{speaker or 'The report'} said "
    text = f"{head}{content}{more}.\n"
    span = Span(len(head), len(head) + len(content))
    cue = Span(len(head) - len("said "), len(head) - 1)
    said = Statement(
        id="s1", source=(), cue=(cue,), content=(span,), mode=Mode.INDIRECT, speaker="p1"
    )
    quantities = read_quantities(text, report_id="r1")
    return Reading(
        report=Report(id="r1", text=text, language="en"),
        statements=(said,),
        people=(Person(id="p1", name=speaker, kind=kind),) if speaker else (),
        quantities=tuple(
            replace(it, statement="s1") if span.covers(it.span) else it for it in quantities
        ),
        times=read_times(text, report_id="r1", published=DAY),
    )


def check_told(
    content: str,
    *,
    speaker: str | None = VARGA,
    record: Record | None = None,
    more: str = "",
    kind: PersonKind | None = None,
) -> list[Finding]:
    """The findings of the kind `statement` on something told in other words."""
    reading = telling_of(content, speaker=speaker, more=more, kind=kind)
    found = check_report(reading, [record or record_of()])
    return [it for it in found if it.kind is FindingKind.STATEMENT]
