import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.reading.layout import lay_out
from sayso.reading.speakers import resolve_speakers
from sayso.reading.words import split_words
from sayso.records import Mode, Person, PersonKind, Span, Statement
from tests.reading.speakers.marked import read_marked

# Words that names, titles, pronouns and quotations are made of, and what breaks readers.
PIECES = (
    *("Ann", "Bo", "Rask", "Kim", "Yong-hyun", "Minister", "minister", "the", "a", "Defense"),
    *("of", "State", "said", "he", "she", "they", "it", "who", "and", ",", ".", "\n", "\n\n", '"'),
    *("“", "”", "'s", "U.S.", "Seoul", "Mr.", "-", "(", ")", "officials", "two", "counterpart"),
    *("his", "I", "\0", "\ud800", "É", "J.", "van", "al-Sisi", "NATO", "Monday", "@x", "company"),
    *("reports", "\N{FULLWIDTH DIGIT ONE}"),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map(" ".join)
places = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 40), st.integers(0, 80)), max_size=8
)


def _statements(text: str, found: list[tuple[int, int, int]]) -> tuple[Statement, ...]:
    """Statements at any places: a source (none where it is empty) and a content after it."""
    made = []
    for number, (start, source, content) in enumerate(found):
        first = min(start, len(text))
        middle = min(first + source, len(text))
        last = min(middle + content, len(text))
        made.append(
            Statement(
                id=f"s{number}",
                source=(Span(first, middle),) if middle > first else (),
                cue=(),
                content=(Span(middle, last),) if last > middle else (),
                mode=Mode.INDIRECT,
            )
        )
    return tuple(made)


def _resolve(
    text: str, statements: tuple[Statement, ...]
) -> tuple[tuple[Statement, ...], tuple[Person, ...]]:
    return resolve_speakers(lay_out(text, split_words(text)), statements, report_id="r")


def _people(marked: str) -> tuple[str, dict[str, Person]]:
    """The text of a marked paragraph, and its people by name."""
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    _, people = _resolve(paragraph.text, paragraph.statements)
    return paragraph.text, {person.name: person for person in people}


@given(texts, places)
@example("Minister-", [])
def test_speakers_are_people_of_the_report(text: str, found: list[tuple[int, int, int]]) -> None:
    statements, people = _resolve(text, _statements(text, found))
    ids = [person.id for person in people]
    assert ids == [f"p{number}" for number in range(1, len(people) + 1)]
    assert {one.speaker for one in statements} <= {None, *ids}
    assert all(person.name for person in people)


@given(texts, places)
def test_mentions_are_in_bounds_and_in_order(text: str, found: list[tuple[int, int, int]]) -> None:
    _, people = _resolve(text, _statements(text, found))
    for person in people:
        assert list(person.mentions) == sorted(set(person.mentions))
        assert all(0 <= start < end <= len(text) for start, end in person.mentions)
    firsts = [person.mentions[0] for person in people]
    assert firsts == sorted(firsts)


@given(texts, places)
def test_only_the_speakers_of_statements_are_set(
    text: str, found: list[tuple[int, int, int]]
) -> None:
    given_ones = _statements(text, found)
    for one, spoken in zip(given_ones, _resolve(text, given_ones)[0], strict=True):
        assert (one.id, one.source, one.content) == (spoken.id, spoken.source, spoken.content)


@given(texts, places)
def test_the_same_text_gives_the_same_people(text: str, found: list[tuple[int, int, int]]) -> None:
    statements = _statements(text, found)
    assert _resolve(text, statements) == _resolve(text, statements)


@given(texts, places)
def test_a_paragraph_in_front_only_moves_spans(
    text: str, found: list[tuple[int, int, int]]
) -> None:
    front = "1 2 3.\n\n"
    text = "0. " + text
    statements, people = _resolve(text, _statements(text, found))
    moved = [(start + len(front), source, content) for start, source, content in found]
    after, others = _resolve(front + text, _statements(front + text, moved))
    assert [one.speaker for one in after] == [one.speaker for one in statements]
    assert [one.name for one in others] == [one.name for one in people]
    shifted = [[(start - 8, end - 8) for start, end in one.mentions] for one in others]
    assert shifted == [list(one.mentions) for one in people]


@pytest.mark.parametrize(
    ("marked", "name", "office", "affiliation"),
    [
        pytest.param(
            "[1:Jo Moe, head of research at Roe & Wexley,] said {1:it was late}.",
            "Jo Moe",
            "head of research",
            "Roe & Wexley",
            id="two names of a firm",
        ),
        pytest.param(
            "[1:U.S. Secretary of State Ann Rask] said {1:no}.",
            "Ann Rask",
            "Secretary of State",
            "United States",
            id="capitals and country",
        ),
        pytest.param(
            "[1:South Korea's deputy defense minister Bo Kerr] said {1:no}.",
            "Bo Kerr",
            "deputy defense minister",
            "South Korea",
            id="possessive",
        ),
        pytest.param(
            "[1:The residents' lawyer, Bo Kerr,] said {1:no}.",
            "Bo Kerr",
            "lawyer",
            None,
            id="owners",
        ),
        pytest.param(
            "[1:A letter from Ann Rask, the mayor,] said {1:no}.",
            "Ann Rask",
            "mayor",
            None,
            id="a document and whose it is",
        ),
        pytest.param(
            "[1:The Courier's report] said {1:no}.", "Courier", None, None, id="its owner"
        ),
        pytest.param(
            "[1:Ann Rask, an analyst at Quay Partners,] said {1:no}.",
            "Ann Rask",
            "analyst at Quay Partners",
            "Quay Partners",
            id="a role word in a name",
        ),
        pytest.param(
            "[1:Ann Rask, head of the Institute for Fiscal Studies,] said {1:no}.",
            "Ann Rask",
            "head of the Institute for Fiscal Studies",
            "Institute for Fiscal Studies",
            id="a name that goes on",
        ),
        pytest.param(
            "[1:Ann Rask, chair of the Federal Reserve,] said {1:no}.",
            "Ann Rask",
            "chair of the Federal Reserve",
            "Federal Reserve",
            id="apposition",
        ),
        pytest.param(
            "[1:The harbour master, Ann Rask,] said {1:no}.",
            "Ann Rask",
            "harbour master",
            None,
            id="apposition to an office that no list has",
        ),
        pytest.param(
            "[1:Ida Roth, the harbour master,] said {1:no}.",
            "Ida Roth",
            "harbour master",
            None,
            id="apposition of an office that no list has",
        ),
        pytest.param(
            "[1:Ida Roth, the harbour master of Tarnwick], said {1:no}.",
            "Ida Roth",
            "harbour master of Tarnwick",
            "Tarnwick",
            id="apposition of an office that no list has, and of what",
        ),
        pytest.param(
            "[1:Ida Roth, the oldest,] said {1:no}.",
            "Ida Roth",
            None,
            None,
            id="apposition of no office",
        ),
        pytest.param(
            "[1:The firm's chief economist, a former banker named Bo Kerr,] said {1:no}.",
            "Bo Kerr",
            "chief economist",
            None,
            id="apposition of an apposition",
        ),
        pytest.param(
            "[1:Spain's foreign minister, Ann Rask,] said {1:no}.",
            "Ann Rask",
            "foreign minister",
            "Spain",
            id="apposition after the office",
        ),
        pytest.param(
            "[1:Pentagon spokesman Lt. Col. Bo Kerr] said {1:no}.",
            "Bo Kerr",
            "spokesman",
            "U.S. Department of Defense",
            id="rank after the office",
        ),
        pytest.param(
            "[1:Hollbeck Foods CEO Ann Rask] said {1:no}.",
            "Ann Rask",
            "CEO",
            "Hollbeck Foods",
            id="firm",
        ),
        pytest.param(
            "Ann Rask wept. [1:The operations chief, Ann Rask,] said {1:no}.",
            "Ann Rask",
            "operations chief",
            None,
            id="operations",
        ),
        pytest.param(
            "[1:Ann Rask, the town's prisons chief,] said {1:no}.",
            "Ann Rask",
            "prisons chief",
            None,
            id="a plural that no list has",
        ),
        pytest.param(
            "{1:No}, [1:harbour master Ann Rask] said.",
            "Ann Rask",
            "harbour master",
            None,
            id="a trade that no list has",
        ),
        pytest.param(
            "[1:Harbour master Ann Rask] said {1:no}.",
            "Ann Rask",
            "Harbour master",
            None,
            id="a trade opens the sentence",
        ),
        pytest.param(
            "{1:No}, [1:Tarnwick deputy lock keeper Ann Rask] said.",
            "Ann Rask",
            "deputy lock keeper",
            "Tarnwick",
            id="a trade of a place",
        ),
        pytest.param(
            "{1:No}, [1:fire chief Ann Rask] said.", "Ann Rask", "fire chief", None, id="of what"
        ),
        pytest.param(
            "{1:No}, [1:the cooler Ann Rask] said.", "Ann Rask", None, None, id="no trade"
        ),
        pytest.param(
            "{1:No}, [1:a visibly sober Ann Rask] said.",
            "Ann Rask",
            None,
            None,
            id="no trade either",
        ),
        pytest.param(
            "{1:No}, [1:front-runner Ann Rask] said.", "Ann Rask", None, None, id="half a word"
        ),
        pytest.param("[1:Ann Rask] said {1:no}.", "Ann Rask", None, None, id="no office"),
        pytest.param(
            "[1:Foreign Ministry spokeswoman Ann Rask] said {1:no}.",
            "Ann Rask",
            "Foreign Ministry spokeswoman",
            "Foreign Ministry",
            id="field of a body",
        ),
        pytest.param(
            "[1:Ann Rask, chairman of the Senate Foreign Relations Committee,] said {1:no}.",
            "Ann Rask",
            "chairman of the Senate Foreign Relations Committee",
            "Senate Foreign Relations Committee",
            id="field inside a body",
        ),
        pytest.param(
            "[1:A Pentagon official] said {1:no}.",
            "a Pentagon official",
            None,
            "U.S. Department of Defense",
            id="unnamed",
        ),
    ],
)
def test_office_and_affiliation_are_read(
    marked: str, name: str, office: str | None, affiliation: str | None
) -> None:
    person = _people(marked)[1][name]
    assert (person.office, person.affiliation) == (office, affiliation)


def test_all_mentions_of_a_speaker_are_found() -> None:
    text, people = _people(
        "Foreign Minister Ann Rask flew home. [1:The minister] said {1:talks went well}. "
        "Rask's plane was late, and she slept."
    )
    words = [span.of(text) for span in people["Ann Rask"].mentions]
    assert words == ["Foreign Minister Ann Rask", "The minister", "Rask", "she"]


@pytest.mark.parametrize("first", ["One walker", "A walker", "Another walker"])
def test_somebody_unnamed_is_told_of_again(first: str) -> None:
    paragraph = read_marked(
        {
            "kind": "",
            "text": f"[1:{first}] said {{1:it rained}}. It did. [2:The walker] said {{2:no more}}.",
            "speakers": {},
        }
    )
    statements, people = _resolve(paragraph.text, paragraph.statements)
    assert [one.speaker for one in statements] == [people[0].id, people[0].id]


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("The harbour master", "Ann Rask"),
        ("The station master", "the station master"),
        ("A harbour master", "a harbour master"),
    ],
)
def test_a_trade_that_no_list_has_is_known_once_told(other: str, name: str) -> None:
    marked = f"[1:Harbour master Ann Rask] said {{1:no}}. It did. [2:{other}] said {{2:so}}."
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    assert {one.id: one.name for one in people}[statements[1].speaker or ""] == name


def test_who_holds_an_office_is_among_the_people_without_speaking() -> None:
    _, people = _people(
        "[1:President Ann Rask] told {1:lies}. Governor Bo Kerr wept in Ruhl Street."
    )
    assert list(people) == ["Ann Rask", "Bo Kerr"]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[1:He] said {1:it was late}.", id="nobody before or after"),
        pytest.param("[1:I] think {1:it is late}.", id="the author"),
        pytest.param("It was {1:said} to be late.", id="no source"),
        pytest.param("[1:Unconfirmed reports] say {1:it is late}.", id="hearsay"),
    ],
)
def test_nobody_is_made_up(marked: str) -> None:
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, _ = _resolve(paragraph.text, paragraph.statements)
    assert statements[0].speaker is None


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        pytest.param("Staff were told in an email that it rained.", "an email", id="told in it"),
        pytest.param("Crews were warned by letter.", "letter", id="by letter"),
        pytest.param("Parents got a long letter on Monday.", "a long letter", id="got it"),
        pytest.param("Ann Rask told staff in an email to go.", "an email", id="from a person"),
        pytest.param("The airline wept in a statement.", "the airline", id="a body's own words"),
        pytest.param("Skua Air wept in a statement.", "Skua Air", id="a named body's own words"),
        pytest.param("The airline was told in a memo.", "a memo", id="told to a body"),
        pytest.param("The airline's owner wept in a note.", "a note", id="of who owns a body"),
        pytest.param("She was moved to a post at sea.", "the union", id="no paper"),
        pytest.param('"He sent a note."', "the union", id="within marks"),
        pytest.param("Staff were told by email. It rained. It rained.", "the union", id="long ago"),
    ],
)
def test_a_paper_in_which_somebody_was_told_speaks_on(told: str, speaker: str) -> None:
    marked = f"[1:The union] said {{1:no}}. {told} {{2:“We are sorry,”}} [2:it] said."
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    assert {one.id: one.name for one in people}[statements[1].speaker or ""] == speaker


def test_who_says_something_in_a_paper_is_not_the_paper() -> None:
    marked = "[1:The union] said {1:no}. In a statement, [2:it] said {2:yes}. [3:It] said {3:so}."
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    assert {one.speaker for one in statements} == {people[0].id}
    assert people[0].name == "the union"


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        pytest.param(
            "[1:Professor Ann Rask] said {1:so}. The National Harbour Study ended. The National "
            "Harbour Study was long. [2:He] said {2:it was late}.",
            "Ann Rask",
            id="a study is no person",
        ),
        pytest.param(
            "Edwin Farrow paints. [1:Edwin Farrow] said {1:so}. Edwin Farrow Legacy Program gave "
            "prints. [2:He] said {2:it was late}.",
            "Edwin Farrow",
            id="a program of somebody's name is not that person",
        ),
        pytest.param(
            "[1:Nurses] said {1:it was early}. [2:The results of the tests] show {2:it was late}. "
            "[3:They] said {3:it was later still}.",
            "nurses",
            id="results are nobody",
        ),
    ],
)
def test_a_pronoun_means_somebody_who_can_speak(marked: str, name: str) -> None:
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    names = {person.id: person.name for person in people}
    assert names[statements[-1].speaker or ""].lower() == name.lower()


@pytest.mark.parametrize(
    ("first", "described", "same"),
    [
        ("Deputy Governor Ann Rask", "the governor", False),
        ("Deputy Governor Ann Rask", "the deputy governor", True),
        ("Governor Ann Rask", "the deputy governor", False),
        ("Governor Ann Rask", "the governor", True),
        ("Vice President Ann Rask", "the president", False),
        ("President Ann Rask", "the vice president", False),
        ("Deputy Trade Minister Ann Rask", "the minister", False),
        ("Deputy Trade Minister Ann Rask", "the vice minister", True),
        ("Deputy Trade Minister Ann Rask", "the official", True),
        ("Former President Ann Rask", "the president", False),
        ("Former President Ann Rask", "the former president", True),
        ("President Ann Rask", "the former president", False),
        ("Acting Governor Ann Rask", "the acting governor", True),
        ("Acting Governor Ann Rask", "the governor", True),
    ],
)
def test_a_deputy_and_a_former_one_are_not_who_holds_the_office(
    first: str, described: str, same: bool
) -> None:
    marked = f"[1:{first}] said {{1:no}}. Rain fell. [2:{described.capitalize()}] said {{2:yes}}."
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    one, other = _resolve(paragraph.text, paragraph.statements)[0]
    assert (one.speaker == other.speaker) is same


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[1:In Orrow, the minister] said {1:ships wait}.", "the minister"),
        ("{1:Ships wait in} [1:Paris, the governor] said.", "the governor"),
        (
            "Minister Ann Rask came. {1:Ships wait} [1:in Port Orrow, the minister] said.",
            "Ann Rask",
        ),
        ("{1:Ships wait} [1:near Paris, France, Bo Kim] said.", "Bo Kim"),
        ("[1:In Orrow, Ann Rask, a nurse,] said {1:ships wait}.", "Ann Rask"),
        ("[1:Ann Rask, the nurse,] said {1:ships wait}.", "Ann Rask"),
        ("[1:France, the host,] said {1:ships wait}.", "government of France"),
    ],
)
def test_the_place_where_it_was_said_says_nothing(marked: str, name: str) -> None:
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    assert {person.id: person.name for person in people}[statements[0].speaker or ""] == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[1:Orrow's representative, Okell,] said {1:no}.", "Okell"),
        ('Ann Rask wept. {1:"No,"} said [1:the representative of Orrow, Tamsin].', "Tamsin"),
        ("[1:Orrow's finance minister, Tamsin,] said {1:no}.", "Tamsin"),
        ("[1:The president], Tamsin and others heard it. [2:She] said {2:no}.", "the president"),
    ],
)
def test_a_surname_alone_beside_an_office_is_who_holds_it(marked: str, name: str) -> None:
    paragraph = read_marked({"kind": "", "text": marked, "speakers": {}})
    statements, people = _resolve(paragraph.text, paragraph.statements)
    names = {person.id: person.name for person in people}
    assert names[statements[-1].speaker or ""] == name


@pytest.mark.parametrize("many", ["Authorities", "Regulators", "Policymakers"])
def test_many_who_open_a_sentence_are_a_group(many: str) -> None:
    _, people = _people(f"[1:{many}] said {{1:the bank had failed}}.")
    assert people[many].kind is PersonKind.GROUP


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Kim Rask Ann ", id="capitals in a row"),
        pytest.param("Aa Bb said. The minister left. ", id="names and titles"),
        pytest.param("he said she ", id="pronouns"),
        pytest.param("Minister of the ", id="open complements"),
        pytest.param("A-", id="hyphens"),
        pytest.param("Ann's minister's ", id="possessives"),
        pytest.param("Ann, a minister, and ", id="lists"),
        pytest.param('"', id="marks"),
    ],
)
def test_hostile_text_takes_linear_time(line: str) -> None:
    def seconds(times: int) -> float:
        layout = lay_out(line * times, split_words(line * times))
        started = time.process_time()
        resolve_speakers(layout, (), report_id="r")
        return time.process_time() - started

    seconds(100)
    # Ten times the text in less than forty times the time: quadratic would be a hundred times.
    assert seconds(8000) < 40 * max(0.01, seconds(800))


def test_many_statements_take_linear_time() -> None:
    def seconds(times: int) -> float:
        text = "he said yes. " * times
        end = len(text) - 1
        statements = tuple(
            Statement(
                id=str(number),
                source=(Span(13 * number, end),),
                cue=(),
                content=(Span(13 * number, end),),
                mode=Mode.INDIRECT,
            )
            for number in range(times)
        )
        layout = lay_out(text, split_words(text))
        started = time.process_time()
        resolve_speakers(layout, statements, report_id="r")
        return time.process_time() - started

    seconds(20)
    assert seconds(2000) < 40 * max(0.01, seconds(200))
