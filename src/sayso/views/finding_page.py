"""Findings as one self-contained page: report left, record right, the findings between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.records import Finding, Reading, Record, Severity, Spans, Verdict
from sayso.views.finding_order import in_text_order
from sayso.views.finding_table import says_it_all
from sayso.views.folding import fold_unmarked
from sayso.views.heading import headline_end, report_facts
from sayso.views.marked_text import Segment, cut_at_marks, part_at
from sayso.views.policy import page_policy
from sayso.views.printable import printable
from sayso.views.rendering import render, static_text
from sayso.views.runs import Run, record_runs, report_runs
from sayso.views.signs import Sign, verdict_sign
from sayso.views.summary import summary_words

__all__ = ["Checked", "finding_page", "finding_values"]


_STYLES = ("tokens.css", "panes.css", "findings.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One report with the name of its file and what was found in it."""

    name: str
    reading: Reading
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    number: int
    sign: Sign
    finding: Finding
    report: tuple[Run, ...]
    record: tuple[Run, ...]
    alike: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pane:
    title: str
    facts: str
    segments: Sequence[Segment]
    headline: Sequence[Segment] = ()


def finding_page(checked: Sequence[Checked], records: Sequence[Record], *, version: str) -> str:
    """The page; it asks nothing of the network and its policy lets it run no other script."""
    style, script = "".join(map(static_text, _STYLES)), static_text("findings.js")
    return render(
        "findings.html",
        **finding_values(checked, records),
        policy=page_policy(style, script),
        style=style,
        script=script,
        version=version,
    )


def finding_values(checked: Sequence[Checked], records: Sequence[Record]) -> dict[str, object]:
    """What the template of the findings needs, wherever they stand."""
    cards: list[_Card] = []
    reports = [_report_pane(each, cards) for each in checked]
    return {
        "reports": reports,
        "records": [_record_pane(record, cards) for record in records],
        "others": [record.id for record in records if record.is_report],
        "cards": cards,
        "worst": partial(_worst, {it.number: it for it in cards}),
        "verdicts": _verdicts(cards),
        "summary": summary_words([card.finding for card in cards]),
    }


def _worst(cards: Mapping[int, _Card], marks: Sequence[int]) -> _Card:
    """The gravest of the findings marked at one place: a figure's within a sentence's.

    Of two the one that tells what became of the words, not that they were not found.
    """
    grave = list(Severity)
    unfound = Verdict.NOT_IN_RECORD
    return max(
        (cards[it] for it in marks),
        key=lambda it: (
            grave.index(it.finding.verdict.severity),
            it.finding.verdict is not unfound,
        ),
    )


def _report_pane(checked: Checked, cards: list[_Card]) -> _Pane:
    report = checked.reading.report
    found = in_text_order(checked.findings)
    mine = [_card(number, it) for number, it in enumerate(found, len(cards) + 1)]
    cards += mine
    marks = [(span, card.number) for card in mine for span in _report_spans(card.finding)]
    border = headline_end(report)
    headline, rest = part_at([*cut_at_marks(report.text, marks, border=border)], border)
    return _Pane(
        title=printable(report.title or checked.name),
        facts=report_facts(report),
        segments=rest,
        headline=headline,
    )


def _report_spans(finding: Finding) -> Spans:
    """Its passage; with no record, also the one of the same report that it is compared with."""
    return finding.report_span + (() if finding.record else finding.record_span)


def _record_pane(record: Record, cards: Sequence[_Card]) -> _Pane:
    marks = [
        (span, card.number)
        for card in cards
        if card.finding.record == record.id
        for span in card.finding.record_span
    ]
    return _Pane(
        title=printable(record.title or record.name),
        facts="another report" if record.is_report else printable(record.venue or ""),
        segments=tuple(fold_unmarked([*cut_at_marks(record.text, marks)])),
    )


def _card(number: int, finding: Finding) -> _Card:
    return _Card(
        number=number,
        sign=verdict_sign(finding.verdict),
        finding=finding,
        report=tuple(report_runs(finding)),
        record=tuple(record_runs(finding)),
        alike=says_it_all(finding),
    )


def _verdicts(cards: Sequence[_Card]) -> list[tuple[str, Sign, Severity, int]]:
    """Each verdict that was found, worst first, with how often."""
    order = [Severity.SEVERE, Severity.DEPARTURE, Severity.NONE]
    found = [card.finding.verdict for card in cards]
    return [
        (verdict.value, verdict_sign(verdict), verdict.severity, found.count(verdict))
        for verdict in sorted(set(found), key=lambda it: (order.index(it.severity), it.value))
    ]
