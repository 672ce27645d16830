"""What is compared at all: quotations, and figures told without marks."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import sayso
from sayso.comparing.report import check_report
from sayso.intake import parse_record
from sayso.reading import read_quantities
from sayso.records import (
    FindingKind,
    Mode,
    Quantity,
    Quotation,
    Reading,
    Record,
    Relation,
    Report,
    Span,
    Statement,
    Turn,
    Verdict,
)

RECORD_TEXT = "MINISTER: We have sent 800 tents. The road is open again, as I told you."
RECORD = Record(
    id="record",
    name="record.txt",
    text=RECORD_TEXT,
    turns=(Turn(speaker="MINISTER", span=Span(10, len(RECORD_TEXT))),),
)
TEXT = 'She said 8,000 tents were sent. "The road is open again," she said. It is 40 km long.'


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _quantity(words: str, value: int, statement: str | None) -> Quantity:
    return Quantity(
        id=words,
        span=_span(words),
        value=Decimal(value),
        relation=Relation.EXACT,
        counted="tents",
        statement=statement,
    )


def _reading() -> Reading:
    told, quoted = (
        Statement(id=id_, source=(), cue=(), content=(_span(words),), mode=mode)
        for id_, words, mode in (
            ("told", "8,000 tents were sent", Mode.INDIRECT),
            ("quoted", '"The road is open again,"', Mode.DIRECT),
        )
    )
    return Reading(
        report=Report(id="report", text=TEXT, language="en"),
        statements=(told, quoted),
        quantities=(_quantity("8,000", 8000, "told"), _quantity("40", 40, None)),
        quotations=(Quotation(spans=(_span("The road is open again,"),), statement="quoted"),),
    )


def test_quotations_and_told_figures_are_compared() -> None:
    kinds = [finding.kind for finding in check_report(_reading(), [RECORD])]
    assert kinds == [FindingKind.QUOTE, FindingKind.STATEMENT, FindingKind.QUANTITY]


def test_the_outlets_own_figures_are_not() -> None:
    found = check_report(_reading(), [RECORD])
    assert "40" not in {finding.report_text for finding in found}


def test_a_figure_within_a_quotation_is_part_of_it() -> None:
    reading = _reading()
    inside = Quotation(spans=(_span("8,000 tents were sent"),), statement="told")
    found = check_report(replace(reading, quotations=(inside,)), [RECORD])
    assert {finding.kind for finding in found} == {FindingKind.QUOTE}


def test_without_a_record_a_report_stands_beside_itself() -> None:
    assert all(finding.record is None for finding in check_report(_reading(), []))


def _read(folder: Path, text: str) -> Reading:
    path = folder / "report.txt"
    path.write_text(text, "utf-8")
    return sayso.read(path)


def test_a_figure_in_a_quotation_that_stands_nowhere_is_laid_beside_what_is_told(
    tmp_path: Path,
) -> None:
    said = "WEXLEY: At least 200 vessels will probably call this year."
    parsed = parse_record(said.encode(), name="port.txt")
    record = replace(parsed, quantities=read_quantities(said, report_id=parsed.id))
    told = 'Ida Wexley told the council that "at least 300 vessels" would probably call this year.'
    findings = check_report(_read(tmp_path, told), [record])
    assert {(it.kind, it.verdict) for it in findings} == {
        (FindingKind.QUOTE, Verdict.NOT_IN_RECORD),
        (FindingKind.STATEMENT, Verdict.DRIFTED),
        (FindingKind.QUANTITY, Verdict.VALUE_CHANGED),
    }


def test_a_figure_of_a_quotation_that_stands_nowhere_is_not_missed_twice(tmp_path: Path) -> None:
    told = 'She said that "about 7 lorries" were sent. "The road is open again," she said.'
    findings = check_report(_read(tmp_path, told), [RECORD])
    unfound = [it for it in findings if it.verdict is Verdict.NOT_IN_RECORD]
    assert FindingKind.QUANTITY not in {it.kind for it in unfound}
