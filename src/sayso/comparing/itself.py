"""A report against itself: headline, lead and body against its own quotations, and titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.mentions import Figure, beside, stated_figures, verdict_between
from sayso.comparing.offices import check_titles
from sayso.records import (
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Quantity,
    Reading,
    Span,
    Spans,
    Verdict,
)

__all__ = ["check_itself"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A figure of the headline or the lead: in which of them, in which text, and at which spans."""

    name: str
    text: str
    spans: Spans
    figure: Figure


def check_itself(reading: Reading, headline: Sequence[Quantity] = ()) -> tuple[Finding, ...]:
    """What a report says in two ways: a figure here and in a quotation of it, or a title.

    One finding for each figure of headline and lead that a quotation of the report gives too, one
    for each other figure that departs from a quotation, and one for each title that changes.
    `record` is None and `record_span` points into the report; a figure of the headline, which is
    no part of the text, has no `report_span`. `headline` holds the quantities read in it.
    """
    quoted = list(_quoted_figures(reading))
    front = [
        _finding(reading, place, other)
        for place in _places(reading, headline)
        if (other := beside(place.figure, quoted)) is not None
    ]
    body = [
        finding
        for place in _body(reading)
        if (other := beside(place.figure, quoted)) is not None
        if (finding := _finding(reading, place, other)).verdict is not Verdict.SAME
    ]
    return (*front, *body, *check_titles(reading))


def _body(reading: Reading) -> Iterator[_Place]:
    """Figures behind the lead that stand in no quotation."""
    text = reading.report.text
    for figure in _figures(reading, Span(_lead(text).end, len(text))):
        if not _is_quoted(reading, figure.span):
            yield _Place(name="text", text=text, spans=(figure.span,), figure=figure)


def _is_quoted(reading: Reading, span: Span) -> bool:
    return any(span.overlaps(own) for it in reading.quotations for own in it.spans)


def _places(reading: Reading, headline: Sequence[Quantity]) -> Iterator[_Place]:
    report, first = reading.report, _lead(reading.report.text)
    # a text without metadata begins with its headline
    own = first.of(report.text).strip() == report.title
    for figure in () if own else _in_headline(headline, report.title or ""):
        yield _Place(name="headline", text=report.title or "", spans=(), figure=figure)
    name = "headline" if own else "lead"
    for figure in _figures(reading, first):
        if not _is_quoted(reading, figure.span):
            yield _Place(name=name, text=report.text, spans=(figure.span,), figure=figure)


def _in_headline(headline: Sequence[Quantity], title: str) -> Iterator[Figure]:
    """The figures of a headline, which often leaves out what they count."""
    for quantity in headline:
        for figure in stated_figures([quantity], title):
            counts = quantity.counted or quantity.unit
            yield figure if counts else replace(figure, counted=())


def _lead(text: str) -> Span:
    """The first paragraph."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


def _figures(reading: Reading, span: Span) -> list[Figure]:
    text = reading.report.text
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
        kind=FindingKind.QUANTITY if place.name == "text" else FindingKind.LEAD,
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
