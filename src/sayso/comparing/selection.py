"""Which findings are shown: what was ignored by kind, what was suppressed with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import Finding, Severity, Suppression

__all__ = ["Selection", "select_findings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What somebody does not want to be told of.

    `ignored` names verdicts, kinds of finding and kinds of drift; a finding with several kinds of
    drift stays until all of them are ignored.
    """

    ignored: frozenset[str] = frozenset()
    suppressions: tuple[Suppression, ...] = ()


def select_findings(
    findings: Sequence[Finding], selection: Selection, *, report: str
) -> tuple[tuple[Finding, ...], tuple[Suppression, ...]]:
    """The findings to show of the report of that name, and the suppressions that held some back."""
    kept: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        reasons = [each for each in selection.suppressions if _is_about(each, finding, report)]
        used.update(reasons)
        if not reasons and not _is_ignored(finding, selection.ignored):
            kept.append(finding)
    return tuple(kept), tuple(each for each in selection.suppressions if each in used)


def _is_ignored(finding: Finding, ignored: frozenset[str]) -> bool:
    if finding.kind in ignored or finding.verdict in ignored:
        return True
    departs = finding.verdict.severity is not Severity.NONE
    kinds = {drift.kind for drift in finding.drift}
    return departs and bool(kinds) and kinds <= ignored


def _is_about(suppression: Suppression, finding: Finding, report: str) -> bool:
    if suppression.verdict not in {None, finding.verdict}:
        return False
    if suppression.report not in {None, report}:
        return False
    return _plain(suppression.words) in _plain(finding.report_text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
