"""Findings of one report for a terminal: sign and sentence, its passage, the record's passage."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.records import Finding, FindingKind, Reading, Record, Verdict
from sayso.views.finding_order import in_text_order, without_repeats
from sayso.views.heading import report_heading
from sayso.views.passage import record_passage, report_passage
from sayso.views.printable import folded, printable
from sayso.views.signs import tone_style, verdict_sign
from sayso.views.summary import summary_parts

__all__ = ["finding_table", "says_it_all"]

# Wider lines than this tire the eye; the rest of a wide terminal stays empty.
_WIDEST = 100
# Where the report has the record's own words, its passage alone says all.
_ONE_PASSAGE = frozenset({Verdict.VERBATIM, Verdict.SAME, Verdict.NOT_A_QUOTATION})
_NOTHING = {
    True: "No quotation, statement or figure was found to compare.\n",
    False: "Nothing in the lead departs from the report's own quotations.\n",
}


def finding_table(
    reading: Reading, findings: Sequence[Finding], records: Sequence[Record], *, name: str
) -> RenderableType:
    """A heading, the findings in the order of the text, and one line that sums them up."""
    found_in = {record.id: record for record in records}
    against = ", ".join(record.title or record.name for record in records) or "itself"
    shown = in_text_order(without_repeats(findings))
    return Group(
        report_heading(reading.report, name=name, more=f"against {printable(against)}"),
        *(_finding(it, reading.report.text, found_in) for it in shown),
        _summary(findings) if findings else Text(_NOTHING[bool(records)]),
    )


def _finding(finding: Finding, text: str, found_in: Mapping[str, Record]) -> RenderableType:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(max_width=_WIDEST)
    if finding.report_span:
        rows.add_row("report", report_passage(finding, text) + _said_by(finding.speaker))
    if finding.record_text and not says_it_all(finding):
        record = found_in.get(finding.record or "")
        rows.add_row(_side_of(record), _other_passage(finding, text, record))
    if finding.agreeing:
        rows.add_row("also", printable(", ".join(finding.agreeing)))
    if finding.drift:
        rows.add_row("drift", _drift(finding))
    return Group(_sentence(finding), Padding(rows, (0, 0, 1, 2)))


def _side_of(record: Record | None) -> str:
    """What the other passage belongs to: only a record tells what was said."""
    if record is None:
        return "beside"
    return "other" if record.is_report else "record"


def _other_passage(finding: Finding, text: str, record: Record | None) -> Text:
    """Of the record; where there is none, of the report itself."""
    since = _turn_start(finding, record) if record else 0
    passage = record_passage(finding, record.text if record else text, since=since)
    return passage + _said_by(finding.record_speaker)


def _turn_start(finding: Finding, record: Record) -> int:
    first = finding.record_span[:1]
    return next((it.span.start for it in record.turns if first and it.span.covers(first[0])), 0)


def says_it_all(finding: Finding) -> bool:
    """Whether the passage of the report shows all, the record having the same words.

    What is told in other words has two passages whatever the verdict, for a reader to judge.
    """
    reworded = finding.kind is FindingKind.STATEMENT
    return finding.clip is None and finding.verdict in _ONE_PASSAGE and not reworded


def _sentence(finding: Finding) -> RenderableType:
    sign = verdict_sign(finding.verdict)
    word = f"{sign.word}, clipped" if finding.clip else sign.word
    line = Table.grid(padding=(0, 1, 0, 0))
    line.add_column(no_wrap=True, style=f"bold {tone_style(sign.tone)}")
    line.add_column(max_width=_WIDEST)
    said = Text(printable(finding.explanation))
    line.add_row(sign.mark, Text.assemble((word, f"bold {tone_style(sign.tone)}"), "  ", said))
    return line


def _said_by(speaker: str | None) -> Text:
    return Text(f" ({printable(speaker)})" if speaker else "", "dim")


def _drift(finding: Finding) -> Text:
    kinds: dict[str, list[str]] = {}
    for drift in finding.drift:
        kinds.setdefault(drift.kind, []).append(f"{_side(drift.was)} → {_side(drift.became)}")
    return Text("; ").join(
        Text(f"{kind.replace('_', ' ')}: {', '.join(sides)}") for kind, sides in kinds.items()
    )


def _side(words: str | None) -> str:
    return f"“{folded(printable(words), head=8, tail=4)}”" if words else "nothing"


def _summary(findings: Sequence[Finding]) -> Text:
    parts = [
        Text.assemble((counted, "bold"), f": {tally}") for counted, tally in summary_parts(findings)
    ]
    return Text("; ").join(parts) + Text(".\n") if parts else Text()
