"""A report against itself: its headline and lead against the figures of its own quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.comparing.mentions import Figure, beside, read_figures, stated_figures, verdict_between
from sayso.records import Drift, DriftKind, Finding, FindingKind, Reading, Span, Spans, Verdict

__all__ = ["check_itself"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A figure of the headline or the lead: in which of them, in which text, and at which spans."""

    name: str
    text: str
    spans: Spans
    figure: Figure


def check_itself(reading: Reading) -> tuple[Finding, ...]:
    """One finding for each figure of headline and lead that a quotation of the report gives too.

    `record` is None and `record_span` points into the report; a figure of the headline, which is
    no part of the text, has no `report_span`.
    """
    quoted = list(_quoted_figures(reading))
    return tuple(
        _finding(reading, place, other)
        for place in _places(reading)
        if (other := beside(place.figure, quoted)) is not None
    )


def _places(reading: Reading) -> Iterator[_Place]:
    report = reading.report
    for figure in read_figures(report.title or "", Span(0, len(report.title or ""))):
        yield _Place(name="headline", text=report.title or "", spans=(), figure=figure)
    for figure in _figures(reading, _lead(report.text)):
        if not any(figure.span.overlaps(span) for it in reading.quotations for span in it.spans):
            yield _Place(name="lead", text=report.text, spans=(figure.span,), figure=figure)


def _lead(text: str) -> Span:
    """The first paragraph."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _figures(reading: Reading, span: Span) -> list[Figure]:
    """Figures of a stretch, as the report was read; read here where it was not."""
    text = reading.report.text
    if not reading.quantities:
        return list(read_figures(text, span))
    within = [quantity for quantity in reading.quantities if span.covers(quantity.span)]
    return list(stated_figures(within, text))


def _quoted_figures(reading: Reading) -> Iterator[Figure]:
    for quotation in reading.quotations:
        for span in () if quotation.names else quotation.spans:
            yield from _figures(reading, span)


def _finding(reading: Reading, place: _Place, other: Figure) -> Finding:
    text = reading.report.text
    verdict = verdict_between(place.figure, other)
    became, was = place.figure.span.of(place.text), other.span.of(text)
    changed = verdict is not Verdict.SAME
    return Finding(
        kind=FindingKind.LEAD,
        verdict=verdict,
        report_span=place.spans,
        report_text=became,
        record_span=(other.span,),
        record_text=was,
        record_speaker=_speaker(reading, other.span),
        drift=(Drift(kind=DriftKind(verdict), was=was, became=became),) if changed else (),
        explanation=_explanation(place.name, became, was),
    )


def _speaker(reading: Reading, span: Span) -> str | None:
    """Who says the quotation that holds the span, as the report names them."""
    holding = (it for it in reading.quotations if any(own.covers(span) for own in it.spans))
    statement = next((it.statement for it in holding), None)
    speaker = next((it.speaker for it in reading.statements if it.id == statement), None)
    person = reading.person(speaker)
    return person.name if person else None


def _explanation(name: str, became: str, was: str) -> str:
    if became.lower() == was.lower():
        return f"The {name} and the report's own quotation give the same figure: “{became}”."
    return f"The {name} says “{became}”, the report's own quotation “{was}”."
