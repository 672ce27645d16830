"""Where reports of different origin have the same against the record: it may have been edited."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.comparing.wording import flat
from sayso.comparing.words import read_words
from sayso.records import Finding, FindingKind, Reading, Record, Span, Verdict

__all__ = ["with_agreement"]

_DEPARTING = frozenset({Verdict.ALTERED_WORDING, Verdict.ALTERED_MEANING})
_FEWEST_WORDS = 6
# Two reports that share runs of so many words outside quotation marks were not written apart.
_RUN = 8
_SHARED = 3
# So many are named, more are counted.
_NAMED = 2


def with_agreement(
    findings: Sequence[Finding], reading: Reading, witnesses: Sequence[Record]
) -> tuple[Finding, ...]:
    """The findings; a quotation that other reports have word for word too names them.

    `witnesses` are other reports. One that copies the report, or comes from the same outlet, is
    none.
    """
    others = [it for it in witnesses if it.is_report and not _is_same_outlet(reading, it)]
    return tuple(_agreed(finding, reading, others) for finding in findings)


def _agreed(finding: Finding, reading: Reading, witnesses: Sequence[Record]) -> Finding:
    words = flat(finding.report_text).strip(" .,;:\"'").lower()
    if finding.kind is not FindingKind.QUOTE or finding.verdict not in _DEPARTING:
        return finding
    if len(words.split()) < _FEWEST_WORDS:
        return finding
    having = (it for it in witnesses if words in flat(it.text).lower())
    names = tuple(sorted(it.title or it.name for it in having if _is_apart(reading, it)))
    if not names:
        return finding
    told = " and ".join(names) if len(names) <= _NAMED else f"{len(names)} other reports"
    verb = "has" if len(names) == 1 else "have"
    sentence = f"{finding.explanation} {told} {verb} it so too: the record may have been edited."
    return replace(finding, agreeing=names, explanation=sentence)


def _is_same_outlet(reading: Reading, witness: Record) -> bool:
    report = reading.report
    return witness.id == report.id or bool(report.outlet and witness.title == report.outlet)


def _is_apart(reading: Reading, witness: Record) -> bool:
    """Whether the other report was not written from this one, nor both from a third."""
    own = _runs(reading.report.text, _quoted(reading))
    spoken = [turn.span for turn in witness.turns if turn.speaker]
    shared = own & _runs(witness.text, spoken)
    return len(shared) < _SHARED


def _quoted(reading: Reading) -> list[Span]:
    return [span for statement in reading.statements for span in statement.content]


def _runs(text: str, spoken: Iterable[Span]) -> frozenset[tuple[str, ...]]:
    """Runs of words of the report's own, outside what it gives to others."""
    runs: set[tuple[str, ...]] = set()
    at = 0
    for span in [*sorted(spoken), Span(len(text), len(text))]:
        if span.start > at:
            forms = [word.form for word in read_words(text, at, span.start)]
            runs.update(tuple(forms[n : n + _RUN]) for n in range(len(forms) - _RUN + 1))
        at = max(at, span.end)
    return frozenset(runs)
