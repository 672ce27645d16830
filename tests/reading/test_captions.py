"""Captions: somebody's words in a line that ends with a name, a title and who passed them on."""

import pytest

from sayso.pipeline import read_text
from sayso.records import Mode

SAID = "We will sail as soon as the wind turns"
CAPTIONS = [
    f"The ferries wait.\n{SAID}, Ann Roth, Mayor of Dunmere, via 'Harbour News'.",
    f'"{SAID}," Ann Roth, Mayor of Dunmere, via Harbour News.',
    f"Nobody knows when.\n\n{SAID}, Ann Roth, via Harbour News.\nMore at noon.",
    f"Nobody knows.\n{SAID[:12]}\n{SAID[13:]}, Ann Roth, Mayor, via Harbour News.",
]
NO_CAPTIONS = [
    "The ferries sail at noon, the company said, via its website.",
    "They went to Dunmere, the seat of the mayor, via Harbour Road.",
    "via",
    ", via",
]


@pytest.mark.parametrize("text", CAPTIONS)
def test_a_caption_is_what_its_name_said_and_its_outlet_passed_on(text: str) -> None:
    reading = read_text(text)
    names = {person.id: person.name for person in reading.people}
    (inner,) = (one for one in reading.statements if one.within)
    (outer,) = (one for one in reading.statements if one.id == inner.within)
    said = " ".join(span.of(text) for span in inner.content)
    assert " ".join(said.strip('"').rstrip(",").split()) == SAID
    assert (inner.mode, names[inner.speaker or ""]) == (Mode.DIRECT, "Ann Roth")
    assert (names[outer.speaker or ""], outer.cue[0].of(text)) == ("Harbour News", "via")


@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_what_goes_by_way_of_something_is_no_caption(text: str) -> None:
    assert not any(span.of(text) == "via" for one in read_text(text).statements for span in one.cue)
