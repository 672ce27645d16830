"""A report beside another report: neither is the record, so nobody is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.comparing.explanation import quoted
from sayso.records import Finding, Mode, Reading, Record, Severity, Span, Turn

__all__ = ["as_record", "is_attributing", "reworded"]

# A report gives this much of its words to somebody, by this many attributions: so 81 of 86 do (40
# of PolNeAR, 46 at hand), and none of three press conferences without their labels.
_FEWEST_ATTRIBUTIONS = 3
_LEAST_SHARE = 0.15


def is_attributing(reading: Reading) -> bool:
    """Whether a text tells what others said, as a report does and a record does not."""
    given = [it for it in reading.statements if it.source and it.cue and it.speaker and it.content]
    told = sum(span.end - span.start for it in given for span in it.content)
    share = told / max(len(reading.report.text), 1)
    return bool(reading.report.outlet) or (
        len(given) >= _FEWEST_ATTRIBUTIONS and share >= _LEAST_SHARE
    )


def as_record(reading: Reading, *, name: str) -> Record:
    """The report as a record of what it gives to each speaker, to lay another report beside it."""
    report = reading.report
    return Record(
        id=report.id,
        name=name,
        text=report.text,
        turns=tuple(_turns(reading)),
        gaps=(Span(len(report.text), len(report.text)),),
        title=report.outlet or report.title,
        held=report.published,
        url=report.url,
        quantities=reading.quantities,
        times=reading.times,
        is_report=True,
    )


def reworded(findings: Sequence[Finding], others: Sequence[Record]) -> tuple[Finding, ...]:
    """The findings that have a counterpart in another report, told as differences."""
    names = {other.id: other.title or other.name for other in others}
    return tuple(
        replace(finding, explanation=_sentence(finding, names[finding.record]))
        for finding in findings
        if finding.record in names
    )


def _sentence(finding: Finding, name: str) -> str:
    if finding.verdict.severity is Severity.NONE:
        return f"{name} has this too."
    drift = next(iter(finding.drift), None)
    if drift is None:
        return f"Differs from {name}."
    there, here = drift.was or "nothing", drift.became or "nothing"
    return f"Differs from {name}: there {quoted(there)}, here {quoted(here)}."


def _turns(reading: Reading) -> Iterator[Turn]:
    """What is given to each speaker, and in between the report's own words, of nobody."""
    names = {person.id: person.name for person in reading.people}
    spoken = sorted(
        (span, it.mode is Mode.DIRECT, names.get(it.speaker or ""))
        for it in reading.statements
        for span in it.content
    )
    at = 0
    for span, _, name in spoken:
        if span.start < at:
            continue
        if at < span.start:
            yield Turn(speaker=None, span=Span(at, span.start))
        yield Turn(speaker=name, span=span)
        at = span.end
    if at < len(reading.report.text):
        yield Turn(speaker=None, span=Span(at, len(reading.report.text)))
