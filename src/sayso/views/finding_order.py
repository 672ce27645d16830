"""The order in which findings are shown: that of the report, and each difference once."""

from collections.abc import Sequence

from sayso.records import Finding, FindingKind, Verdict

__all__ = ["in_text_order", "without_repeats"]


def in_text_order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings as a reader of the report meets them; one on a sentence before its figures'.

    What is about the report as a whole has no place in it, and comes first.
    """
    return sorted(findings, key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    if not finding.report_span:
        return -1, 0
    return finding.report_span[0].start, -finding.report_span[-1].end


def without_repeats(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those of figures that the finding on their sentence tells as well."""
    wider = [it for it in findings if it.kind is not FindingKind.QUANTITY and it.record]
    return [it for it in findings if not any(_tells(one, it) for one in wider)]


def _tells(wider: Finding, finding: Finding) -> bool:
    """Whether it covers a figure that is the same, or is said to differ in the same words."""
    if finding.kind is not FindingKind.QUANTITY or not finding.report_span:
        return False
    figure, told = finding.report_span[0], {(it.was, it.became) for it in wider.drift}
    known = finding.verdict is Verdict.SAME or bool(finding.drift)
    repeated = all((it.was, it.became) in told for it in finding.drift)
    return known and repeated and any(span.covers(figure) for span in wider.report_span)
