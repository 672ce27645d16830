"""The words of report and record as runs that a page marks in place."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Finding
from sayso.views.printable import printable

__all__ = ["Run", "record_runs", "report_runs", "stands_apart"]

_CLOSING = tuple(",.;:!?)]’”")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are kept, or are marked as `ins`, `del` or `cut`."""

    words: str
    sign: str = ""

    @property
    def apart(self) -> bool:
        """Whether a space parts it from what stands before it, as it does not before a comma."""
        return stands_apart(self.words)


def stands_apart(words: str) -> bool:
    """Whether a space goes before these words; none does before a mark that closes."""
    return not words.startswith(_CLOSING)


def report_runs(finding: Finding) -> Iterator[Run]:
    """The words of the report; what the record does not have is added (`ins`)."""
    if not finding.changes:
        yield Run(words=printable(finding.report_text))
    for change in finding.changes:
        if change.became:
            yield Run(words=printable(change.became), sign="" if change.kept else "ins")


def record_runs(finding: Finding) -> Iterator[Run]:
    """The words of the record; what the report left out is taken away (`del`), or cut off."""
    if finding.clip and finding.clip.before:
        yield Run(words=printable(finding.clip.before), sign="cut")
    if not finding.changes and finding.record_text:
        yield Run(words=printable(finding.record_text))
    for change in finding.changes:
        if change.was:
            yield Run(words=printable(change.was), sign="" if change.kept else "del")
    if finding.clip and finding.clip.after:
        yield Run(words=printable(finding.clip.after), sign="cut")
