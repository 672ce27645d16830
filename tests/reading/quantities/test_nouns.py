"""What is counted and where it is, where only the tree of the sentence tells."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import Encoder, read_report
from sayso.records import Quantity, Reading, Report

PIECES = "5 40 percent of them guards Kursk Oslo in to at rates were put the number , ."
WORDS = st.sampled_from([*PIECES.split(), "\n\n"])


@cache
def _encoder() -> Encoder:
    return Encoder()


def _read(text: str) -> Reading:
    return read_report(Report(id="r", text=text, language="en"), _encoder())


def _with_value(reading: Reading, value: float) -> Quantity:
    return next(one for one in reading.quantities if one.value is not None and one.value == value)


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        pytest.param("Rates will be at 4 percent next year.", 4, "Rates", id="predicate"),
        pytest.param("The board put the main rate at 4 percent.", 4, "main rate", id="object"),
        pytest.param("They aim for 2% inflation.", 2, "inflation", id="noun after a unit"),
        pytest.param("The number of guards has risen to 400.", 400, "guards", id="number of"),
        pytest.param(
            "Young recruits numbering 900 stood in line.", 900, "Young recruits", id="numbering"
        ),
        pytest.param(
            "Norway has 900 tall guards, about 400 in Oslo.", 400, "tall guards", id="the same"
        ),
        pytest.param(
            "The number of guards is put at 900, with 400 of them in Oslo.",
            400,
            "guards",
            id="of them",
        ),
        pytest.param("Analysts had expected 365 million.", 365_000_000, None, id="who expects"),
        pytest.param("He paid it back in 400.", 400, None, id="nothing to go by"),
    ],
)
def test_counted(text: str, value: int, counted: str | None) -> None:
    assert _with_value(_read(text), value).counted == counted


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        pytest.param("About 40 guards were sent to Oslo on Monday.", 40, "Oslo", id="verb"),
        pytest.param("About 40 guards are in the Kursk region.", 40, "Kursk Oblast", id="is in"),
        pytest.param("They counted 40 guards in Oslo.", 40, "Oslo", id="noun"),
        pytest.param("Of 900 guards, 400 stand in Oslo.", 400, "Oslo", id="the nearer figure"),
        pytest.param("Of 900 guards, 400 stand in Oslo.", 900, None, id="and not the other"),
        pytest.param("In Oslo the mayor spoke of 40 guards.", 40, None, id="where somebody speaks"),
        pytest.param("They bought 40 boats from Norway.", 40, None, id="where they are not"),
        pytest.param("The 40 guards rested. It rained in Oslo.", 40, None, id="another sentence"),
    ],
)
def test_place(text: str, value: int, place: str | None) -> None:
    reading = _read(text)
    found = _with_value(reading, value).place
    assert next((one.name for one in reading.places if one.id == found), None) == place


@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=60))
@settings(deadline=None, max_examples=40)
def test_promises(text: str) -> None:
    reading = _read(text)
    assert reading == _read(text)
    places = {place.id: place for place in reading.places}
    for quantity in reading.quantities:
        assert quantity.counted is None or quantity.counted in text
        if quantity.place is not None:
            assert places[quantity.place].span.start >= quantity.span.end
