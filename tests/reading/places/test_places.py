"""Places of our own sentences, and what the reader promises on any text."""

import time
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.reading import Encoder
from sayso.reading.layout import Layout, lay_out
from sayso.reading.places import read_places, resolve_names
from sayso.reading.words import split_words
from sayso.records import Name, NameKind, Person, PersonKind, Place, Span, mention_id


def _layout(text: str) -> Layout:
    return lay_out(text, split_words(text))


def _read(text: str) -> tuple[Place, ...]:
    return read_places(_layout(text), report_id="r")


@cache
def _encoder() -> Encoder:
    return Encoder()


def _shown(text: str) -> str:
    """Each place as called, its name if that is another, its kind: a government's in capitals."""
    layout = _layout(text)
    told = _encoder().encode(text, layout.words).grammar.names
    return "; ".join(
        _written(place.span.of(text), place)
        for place in read_places(layout, report_id="r", told=told)
    )


def _written(words: str, place: Place) -> str:
    kind = f"{place.kind}".upper() if place.stands_for_government else f"{place.kind}"
    return f"{words}: {kind}" if words == place.name else f"{words} = {place.name}: {kind}"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param(
            "Shells from Kursk fell on the Kursk Region, the Kursk Oblast and the city of Kursk.",
            "Kursk: city; Kursk Region = Kursk Oblast: state; Kursk Oblast: state; Kursk: city",
            id="a region, an oblast and their town",
        ),
        pytest.param(
            "About 400 soldiers are in Port Ness, Mayor Tom Brandt said on Friday.",
            "",
            id="a name unknown but for its first word",
        ),
        pytest.param(
            "About 400 soldiers are in Port Ness. Others are in Port, France, the mayor said.",
            "Port: city; France: country",
            id="the first word alone as another place",
        ),
        pytest.param(
            "Police found 40 boxes in Kirkby Township on Monday.",
            "Kirkby: city",
            id="a name and the kind of its place",
        ),
        pytest.param(
            "Drones reached Russia's western Kursk region.",
            "Russia: country; Kursk = Kursk Oblast: state",
            id="the kind in small letters",
        ),
        pytest.param(
            "Floods hit Madison, Dane and Rock counties in Wisconsin.",
            "Madison: city; Dane = Dane County: county; Rock = Rock County: county; Wisconsin: "
            "state",
            id="the kind at the end of a list",
        ),
        pytest.param(
            "Washington said on Monday that it would send no troops.",
            "Washington: CITY",
            id="Washington the government",
        ),
        pytest.param(
            "The ministers met in Washington on Monday.",
            "Washington: city",
            id="Washington the city",
        ),
        pytest.param(
            "Smoke drifted from Spokane over Olympia, Washington, on Monday.",
            "Spokane: city; Olympia: city; Washington: state",
            id="Washington the state",
        ),
        pytest.param(
            "A statue of George Washington was moved.",
            "",
            id="Washington the man, in full",
        ),
        pytest.param(
            "Talks with Moscow failed, and Beijing might intervene.",
            "Moscow: CITY; Beijing: CITY",
            id="dealt with, and acting",
        ),
        pytest.param(
            "Relations between Seoul and Tokyo improved; Pyongyang's allies had never agreed.",
            "Seoul: CITY; Tokyo: CITY; Pyongyang: CITY",
            id="a pair of governments, and one that has something",
        ),
        pytest.param(
            "Moscow was hit by drones, and fires burned in Kyiv.",
            "Moscow: city; Kyiv: city",
            id="capitals that only are where they are",
        ),
        pytest.param(
            "The Kremlin denied it. Reporters waited outside the White House.",
            "Kremlin: BUILDING; White House: building",
            id="seats of those who govern",
        ),
        pytest.param(
            "He flew from Paris, Texas, to Paris, France.",
            "Paris: city; Texas: state; Paris: city; France: country",
            id="two towns of one name",
        ),
        pytest.param(
            "LEXINGTON, Neb. (AP) — Three men from W.Va. and the U.S. were held in St. Paul, Minn.",
            "LEXINGTON = Lexington: city; Neb. = Nebraska: state; W.Va. = West Virginia: "
            "state; U.S. = United States: country; St. Paul = Saint Paul: city; Minn. = "
            "Minnesota: state",
            id="datelines and short forms",
        ),
        pytest.param(
            "Iranians and Emiratis met the Ukrainian side in Doha, Qatar.",
            "Iranians = Iran: country; Emiratis = United Arab Emirates: country; Ukrainian = "
            "Ukraine: country; Doha: city; Qatar: country",
            id="peoples and adjectives",
        ),
        pytest.param(
            "Ships left the Black Sea for the South China Sea and the Suez Canal.",
            "Black Sea: sea; South China Sea: sea; Suez Canal: sea",
            id="waters",
        ),
        pytest.param(
            "Fighting went on in Donetsk region, near Pokrovsk in eastern Ukraine.",
            "Donetsk = Donetsk Oblast: state; Pokrovsk: city; Ukraine: country",
            id="a region named in English",
        ),
        pytest.param(
            "The fire began on Lincoln Street. Ms. Houston called Mr. Paris at once.",
            "",
            id="a street and family names",
        ),
        pytest.param(
            "NATO met in Brussels, the New York Times wrote from Albany.",
            "Brussels: city; Albany: city",
            id="institutions that are called like towns",
        ),
        pytest.param("The North tested a missile in March, police said.", "", id="plain words"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_own_sentences(text: str, places: str) -> None:
    assert _shown(text) == places


def test_two_towns_of_one_name_have_their_own_points() -> None:
    first, _, second, _ = _read("He flew from Paris, Texas, to Paris, France.")
    assert (first.geonames, second.geonames) == (4717560, 2988507)
    assert first.latitude == pytest.approx(33.66, abs=0.01)
    assert first.longitude == pytest.approx(-95.56, abs=0.01)


def test_ids_come_from_place() -> None:
    (place,) = _read("They met in Geneva.")
    assert place.id == mention_id("r", "l", Span(12, 18))


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        pytest.param("Susan Orlando", PersonKind.PERSON, 0, id="a person"),
        pytest.param("Susan Winter", PersonKind.PERSON, 1, id="a person of another name"),
        pytest.param("Orlando", PersonKind.GOVERNMENT, 1, id="no person"),
        pytest.param("Orlando", None, 1, id="nobody knows"),
    ],
)
def test_people_are_no_places(name: str, kind: PersonKind | None, found: int) -> None:
    text = "Troops went to Orlando."
    person = Person(id="p1", name=name, kind=kind, mentions=(Span(15, 22),))
    assert len(read_places(_layout(text), report_id="r", people=(person,))) == found


def test_the_encoder_can_tell_names_and_no_names() -> None:
    text = "Concord won. They went to Geneva, the book says."
    told = (
        Name(span=Span(0, 7), kind=NameKind.PLACE),
        Name(span=Span(26, 32), kind=NameKind.OTHER),
    )
    first, *_ = read_places(_layout(text), report_id="r", told=told)
    assert first.span.of(text) == "Concord"
    (other,) = (Name(span=Span(0, 7), kind=NameKind.OTHER),)
    assert not read_places(_layout("Concord won."), report_id="r", told=(other,))


def test_what_the_encoder_takes_for_a_place_is_no_persons_name() -> None:
    text = "Troops went to Orlando."
    person = Person(id="p1", name="Susan Orlando", kind=PersonKind.PERSON, mentions=(Span(15, 22),))
    told = (Name(span=Span(15, 22), kind=NameKind.PLACE),)
    (place,) = read_places(_layout(text), report_id="r", people=(person,), told=told)
    assert place.span.of(text) == "Orlando"


def test_given_names_are_resolved_in_their_order() -> None:
    text = "From Paris to Nowhereville, then to Texas."
    paris, nowhere, texas = (
        Span(text.index(name), text.index(name) + len(name))
        for name in ("Paris", "Nowhereville", "Texas")
    )
    found = resolve_names(_layout(text), [texas, nowhere, paris], report_id="r")
    assert [place and place.name for place in found] == ["Texas", None, "Paris"]
    assert [place and place.span for place in found] == [texas, None, paris]


PLACED = st.lists(
    st.sampled_from(
        [
            "Paris",
            "Texas",
            ",",
            "in",
            "the",
            "of",
            "and",
            "County",
            "counties",
            "Washington",
            "said",
        ]
        + [
            "Kursk",
            "region",
            "St.",
            "U.S.",
            "N.Y",
            "\n\n",
            '"',
            "'s",
            "Mr.",
            "al-Sham",
            "DC",
            "(",
            "-",
        ]
    )
).map(" ".join)


@given(st.one_of(st.text(), PLACED))
@example("\x00\ud800 Paris \udfff")
@example("İSTANBUL ßtraße ŉ Paris")
@settings(deadline=None)
def test_promises(text: str) -> None:
    places = _read(text)
    assert places == _read(text)
    for place in places:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.name
        assert place.latitude is None or -90 <= place.latitude <= 90
        assert place.longitude is None or -180 <= place.longitude <= 180
    assert all(one.span.end <= other.span.start for one, other in pairwise(places))


@given(PLACED)
@settings(deadline=None, max_examples=50)
def test_a_paragraph_in_front_only_moves_spans(text: str) -> None:
    front = "It rained all day.\n\n"
    moved = _read(front + text)
    assert [place.span.start - len(front) for place in moved] == [p.span.start for p in _read(text)]


HOSTILE = [
    pytest.param("Paris" * 50_000, id="one long word"),
    pytest.param("Paris " * 5_000, id="one name over and over"),
    pytest.param("San " * 10_000, id="the start of a name"),
    pytest.param("St. " * 5_000, id="short forms"),
    pytest.param("Paris, " * 4_000, id="all inside each other"),
    pytest.param("of the Rio de la de la " * 1_000, id="small words"),
    pytest.param("\u0301" * 20_000, id="marks alone"),
    pytest.param('"' * 20_000, id="quotation marks"),
    pytest.param("\x00A" * 10_000, id="noughts"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_costs_linear_time(text: str) -> None:
    def seconds(part: str) -> float:
        layout = _layout(part)
        start = time.process_time()
        read_places(layout, report_id="r")
        return time.process_time() - start

    small = seconds(text[: len(text) // 10])
    assert seconds(text) < 40 * small + 0.5
