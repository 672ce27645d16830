import re
from decimal import Decimal
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quantities import read_quantities
from sayso.records import Quantity, Relation, Span

PIECES = """
one two five twenty hundred thousand million half a third quarter dozens of several and or to from
between up more than about over at least per day percent % $ € points troops people the those them
whom out in 1,200 8.000 3/4 ½ 2016 40 0 1 10 - – + ( ) . , ; ' " Oct. Room plus odd couple twice
year old rose point minus
"""
WORDS = st.sampled_from([*re.findall(r"\S+", PIECES), "\n\n"])
NUMERIC = st.lists(WORDS, max_size=30).map(" ".join)
TEXTS = st.text() | NUMERIC | st.lists(WORDS, max_size=20).map("".join)
PARAGRAPH = "The hall was quiet.\n\n"


def read(text: str, language: str | None = "en") -> tuple[Quantity, ...]:
    return read_quantities(text, report_id="r", language=language)


def only(text: str, language: str | None = "en") -> Quantity:
    (quantity,) = read(text, language)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "relation"),
    [
        pytest.param("about 40 trucks", 40, Relation.APPROX, id="about"),
        pytest.param("an estimated 1,200 men", 1200, Relation.APPROX, id="estimated"),
        pytest.param("10 guards or so", 10, Relation.APPROX, id="behind the noun"),
        pytest.param("about 500 or more tents", 500, Relation.AT_LEAST, id="a bound outdoes about"),
        pytest.param("at least about 500 tents", 500, Relation.AT_LEAST, id="also before it"),
        pytest.param("no more than 12 tents", 12, Relation.AT_MOST, id="no more than"),
        pytest.param("nothing like 12 tents", 12, Relation.EXACT, id="no hedge"),
        pytest.param("up to another 50 tents", 50, Relation.AT_MOST, id="another between"),
        pytest.param("it may go up to 100,000 tents", 100000, Relation.EXACT, id="motion"),
        pytest.param("bringing the total up to 90 tents", 90, Relation.EXACT, id="carried up"),
        pytest.param("talks about 5 tents", 5, Relation.EXACT, id="what talk is about"),
        pytest.param("control over two valleys", 2, Relation.EXACT, id="what power is over"),
        pytest.param("paid over 3 years", 3, Relation.EXACT, id="during"),
        pytest.param("jailed for over 3 years", 3, Relation.MORE_THAN, id="longer than"),
        pytest.param("> 30 tents", 30, Relation.MORE_THAN, id="sign"),
        pytest.param("3 million 200 thousand tents", 3200000, Relation.EXACT, id="two scales"),
    ],
)
def test_relation(text: str, value: int, relation: Relation) -> None:
    quantity = only(text)
    assert quantity.value == value
    assert quantity.relation is relation


@pytest.mark.parametrize(
    ("text", "language", "value", "relation"),
    [
        pytest.param("bis zu 8.000 Soldaten", "de", 8000, Relation.AT_MOST, id="German"),
        pytest.param("cerca de 8.000 militares", "pt", 8000, Relation.APPROX, id="Portuguese"),
        pytest.param("environ 3,7 % des voix", "fr", 3.7, Relation.APPROX, id="French"),
        pytest.param("sekitar 10 ribu tentara", "id", 10000, Relation.APPROX, id="Indonesian"),
        pytest.param("about 8.000 soldiers", "en-GB", 8000, Relation.APPROX, id="regional English"),
        pytest.param("about 8.000 percent", "en", 8, Relation.APPROX, id="decimals of a unit"),
        pytest.param("about 8 tents", None, 8, Relation.APPROX, id="unknown is taken for English"),
    ],
)
def test_languages(text: str, language: str | None, value: float, relation: Relation) -> None:
    quantity = only(text, language)
    assert quantity.value is not None
    assert (float(quantity.value), quantity.relation) == (value, relation)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("two-plus-two", id="talks"),
        pytest.param("a Boeing 737 landed", id="aircraft"),
        pytest.param("since 9/11", id="9/11"),
        pytest.param("the Group of Seven, the G7 and the Five Eyes", id="groups"),
        pytest.param("call 555-0134 or +1 212-555-0134", id="telephone"),
        pytest.param("on Oct. 31, 2024, and 5 May", id="dates"),
        pytest.param("on Sept. 16-19 and June 3 and 4", id="days of a month"),
        pytest.param("in 1979 and the 1990s", id="years"),
        pytest.param("at 6 p.m., 10:30 and 0900 GMT", id="clock"),
        pytest.param("won 3-2 and lost 21 to 14", id="scores"),
        pytest.param("a 52-48 vote", id="vote"),
        pytest.param("1. Peace\n2. Bread", id="list"),
        pytest.param("Section 12(b)(3) and Article 5", id="law"),
        pytest.param("at 10 Downing Street", id="address"),
        pytest.param("one of them, this one and no one", id="pronoun"),
        pytest.param("the first lady's third visit", id="ordinals"),
        pytest.param("see www.example.org/a/12345 and @user99 #2024", id="web"),
        pytest.param("Ann Lee, 54, a 17-year-old and people over 65", id="ages"),
        pytest.param("192.168.1.2", id="address of a machine"),
        pytest.param("Covid-19 and an F-16", id="hyphened names"),
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == ()


def test_a_part_points_to_its_whole() -> None:
    text = "Around 10,000 troops are there in total; up to 8,000 of those troops moved on."
    whole, part = read(text)
    assert whole.total
    assert part.part_of == whole.id
    assert part.counted == "troops"
    assert part.high == 8000


@pytest.mark.parametrize("whole", ["60", "about 60", "more than 60", "the 60", "its 60"])
def test_a_part_counts_what_its_whole_does(whole: str) -> None:
    part, all_ = read(f"The panel found errors in 14 of {whole} files.")
    assert (part.counted, all_.counted) == ("files", "files")
    assert part.part_of == all_.id


@pytest.mark.parametrize(
    "text",
    ["Two teams of 11 players met.", "It took 14 of 60 minutes.", "60 of 14 files fell."],
)
def test_what_a_number_is_made_of_is_no_whole(text: str) -> None:
    assert {one.part_of for one in read(text)} == {None}


def test_a_comparison_takes_over_noun_and_rate() -> None:
    now, before = read("They lost 1,200 men per day, up from 900 in May.")
    assert (before.counted, before.per) == (now.counted, now.per) == ("men", "day")


def test_a_number_used_as_a_name_stays_one() -> None:
    assert only("A Boeing 737 crashed. The 737 carried 96 people.").value == 96


def test_ids_stand_on_the_report_and_the_span() -> None:
    assert only("Some 20 tents").id == "r.q0-7"


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "a ",
        "1 ",
        "1-",
        "half a ",
        "one million ",
        "1 hundred and ",
        "of those 5 ",
        "½",
        "(",
    ],
    ids=repr,
)
def test_hostile_text_costs_linear_time(piece: str) -> None:
    def once(text: str) -> float:
        start = process_time()
        read(text)
        return process_time() - start

    def cost(size: int) -> float:
        return min(once(piece * (size // len(piece))) for _ in range(3))

    assert cost(6_000) < 30 * max(cost(600), 0.001)  # ten times the text; not a hundred


def test_long_numbers_are_left_out() -> None:
    assert read("9" * 10_000) == ()
    assert [one.value for one in read("1E100 stars")] == [Decimal("1E100")]
    assert read("5 tents and " + "8," * 10_000 + "8 more")[0].value == 5


@given(TEXTS)
def test_spans_are_in_bounds_and_in_order(text: str) -> None:
    spans = [quantity.span for quantity in read(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(TEXTS)
def test_same_text_same_result(text: str) -> None:
    assert read(text) == read(text)


@given(TEXTS)
def test_bounds_enclose(text: str) -> None:
    for quantity in read(text):
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.relation in {Relation.BETWEEN, Relation.VAGUE}:
            assert quantity.value is None


@given(TEXTS)
def test_a_paragraph_in_front_only_moves_spans(text: str) -> None:
    moved = [
        (quantity.span, quantity.value, quantity.relation, quantity.counted, quantity.unit)
        for quantity in read(PARAGRAPH + text.lstrip())
    ]
    there = [
        (
            Span(quantity.span.start + len(PARAGRAPH), quantity.span.end + len(PARAGRAPH)),
            quantity.value,
            quantity.relation,
            quantity.counted,
            quantity.unit,
        )
        for quantity in read(text.lstrip())
    ]
    assert moved == there


@given(TEXTS, st.sampled_from(["de", "fr", "xx", "", "en-US"]))
def test_no_language_raises(text: str, language: str) -> None:
    assert all(quantity.span.of(text) for quantity in read(text, language))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It paid 5 million Swiss francs. It lost 3 million francs.", ["CHF", "CHF"]),
        ("The Swiss franc rose. It lost 3 million francs.", ["CHF"]),
        ("It lost 3 million francs and 2 million Swiss francs.", ["FRF", "CHF"]),
        ("It had 9 Swiss francs, 8 French francs and 7 francs.", ["CHF", "FRF", "FRF"]),
        ("It paid 20 Mexican pesos and got 8 pesos.", ["MXN", "MXN"]),
        ("It paid 5 million Canadian dollars, or 4 million dollars.", ["CAD", "USD"]),
    ],
)
def test_money_is_that_of_the_country_last_named_with_it(text: str, units: list[str]) -> None:
    assert [quantity.unit for quantity in read(text)] == units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The storm cost us $11 million.", "$11 million"),
        ("The storm cost US $11 million.", "US $11 million"),
        ("The storm cost us$11 million.", "us$11 million"),
    ],
)
def test_us_is_no_country(text: str, words: str) -> None:
    assert only(text).span.of(text) == words
    assert only(text).unit == "USD"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("She warned them three times that two piers would fall.", "time", id="clause"),
        pytest.param("It costs three times that of a pier.", "factor", id="of another"),
        pytest.param("It grew to three times that figure.", "factor", id="figure"),
    ],
)
def test_three_times_that(text: str, unit: str) -> None:
    first, *_ = read_quantities(text, report_id="r")
    assert first.unit == unit
