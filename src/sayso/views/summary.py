"""Findings summed up in one line: how many of what, by verdict."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.records import Finding, FindingKind, Verdict
from sayso.views.signs import kind_word, verdict_sign

__all__ = ["summary_parts", "summary_words"]


def summary_parts(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """For each kind of finding how many there are, and how many of each verdict.

    What is found about the report as a whole is a sentence of its own, and none of these.
    """
    placed = [finding for finding in findings if finding.report_span]
    counts = Counter(finding.kind for finding in placed)
    for kind in sorted(counts, key=list(FindingKind).index):
        yield f"{counts[kind]} {kind_word(kind, counts[kind])}", _tally(placed, kind)


def summary_words(findings: Sequence[Finding]) -> str:
    """The same in one line of plain words."""
    parts = "; ".join(f"{counted}: {tally}" for counted, tally in summary_parts(findings))
    whole = " ".join(it.explanation for it in findings if not it.report_span)
    return f"{parts}." if parts else whole or "Nothing was found to compare."


def _tally(findings: Sequence[Finding], kind: FindingKind) -> str:
    counts = Counter(finding.verdict for finding in findings if finding.kind == kind)
    return ", ".join(
        f"{counts[verdict]} {verdict_sign(verdict).tally}" for verdict in Verdict if counts[verdict]
    )
