"""Odd reports beside one another: they yield less, and never an error."""

import pytest

from sayso.comparing.forecasts import find_forecasts
from sayso.comparing.positions import find_contradictions
from sayso.comparing.sentences import sentences_of_text
from sayso.comparing.series import find_series, read_thing
from sayso.comparing.timeline import find_timeline
from sayso.reading import read_quantities
from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    KeptReading,
    Mode,
    Person,
    Polarity,
    Reading,
    Report,
    Span,
    Statement,
    Tense,
    mention_id,
    text_id,
)

ODD = {
    "nothing": "",
    "no letter": "\0\ud800\udfff" * 50,
    "no space": "x" * 100_000,
    "no sentence": "soldiers " * 10_000,
    "only stops": ". " * 50_000,
    "digits": f"{'9' * 10_000} soldiers",
    "marks": '"' * 100_000,
    "the number of": "the number of " * 5_000 + "40",
    "a thousand statements": "40 soldiers have left Port Ness. " * 1_000,
}


def everything(text: str) -> KeptReading:
    """A report whose every sentence is a statement with one claim, up to a thousand of them."""
    report = Report(id=text_id(text), text=text)
    spans = [span for span in sentences_of_text(text) if text][:1_000]
    statements = tuple(
        Statement(
            id=mention_id(report.id, "s", span),
            source=(),
            cue=(Span(span.start, span.start),),
            content=(span,),
            mode=Mode.INDIRECT,
            speaker="p1",
            claims=(claim(report.id, span, Polarity.NEGATIVE if at % 2 else Polarity.POSITIVE),),
        )
        for at, span in enumerate(spans)
    )
    quantities = read_quantities(text, report_id=report.id)
    people = (Person(id="p1", name="Ilse Varga"),)
    return KeptReading(
        reading=Reading(report=report, statements=statements, people=people, quantities=quantities),
        address="odd",
    )


def claim(report: str, span: Span, polarity: Polarity) -> Claim:
    return Claim(
        id=mention_id(report, "c", span),
        head=span,
        polarity=polarity,
        certainty=Certainty.ASSERTED,
        tense=Tense.PAST,
        forecast=Forecast(),
    )


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_reports(text: str) -> None:
    one = everything(text)
    points = find_series([one], read_thing("soldiers")).points
    assert all(point.words in text for point in points)
    assert find_contradictions([one]) == ()
    board = find_forecasts([one], later=[one])
    assert len(board.forecasts) <= 1_000
    assert find_timeline([one]) == ()


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_sentences_cover_the_text(text: str) -> None:
    assert "".join(span.of(text) for span in sentences_of_text(text)) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Ode spoke. Rain fell.", 2),
        ("The U.S. general left.\n\nRain fell", 2),
        ("It cost 3.5 million. “Too much.” Rain fell!", 3),
        ("J. Doe came, e.g. on Monday.", 1),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(sentences_of_text(text)) == count
