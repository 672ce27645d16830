"""The order in which findings are shown: that of the report."""

from collections.abc import Sequence

from sayso.records import Finding

__all__ = ["in_text_order"]


def in_text_order(findings: Sequence[Finding]) -> list[Finding]:
    """The findings as a reader of the report meets them; one on a sentence before its figures'.

    What is about the report as a whole has no place in it, and comes first.
    """
    return sorted(findings, key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    if not finding.report_span:
        return -1, 0
    return finding.report_span[0].start, -finding.report_span[-1].end
