import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.turns import find_turns


def said(text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)]


def test_a_turn_goes_on_over_paragraphs_to_the_next_label() -> None:
    text = "VARGA: We tried.\r\n\r\nNote: on Friday.\r\n\r\nBRANDT:  You did not.\r\n"
    assert said(text) == [
        ("VARGA", "We tried.\r\n\r\nNote: on Friday."),
        ("BRANDT", "You did not."),
    ]


def test_words_without_a_speaker_are_one_turn() -> None:
    assert said("  We tried.\n\nAnd failed.\n") == [(None, "We tried.\n\nAnd failed.")]


def test_what_is_said_before_the_first_label_is_kept_and_headings_are_not() -> None:
    opening = "Good afternoon, and thank you all for having come to the harbour today, at noon."
    text = f"Remarks\nTown Hall, Norvale\n\n{opening}\n\nQUESTION: Why?\nVARGA: So.\n"
    assert said(text) == [(None, opening), ("QUESTION", "Why?"), ("VARGA", "So.")]


@pytest.mark.parametrize(
    "end",
    [
        "(Applause.)",
        "[Laughter]",
        "(Laughter.) (Applause.)",
        "# # #",
        "END",
        "...",
        "3:20 P.M. EDT",
        "END                3:20 P.M. EDT",
        "(End of transcript)",
        "-30-",
        "* * *\n\nEND\n",
    ],
)
def test_what_nobody_says_at_the_end_is_left_out(end: str) -> None:
    assert said(f"QUESTION: Why?\nVARGA: So.\n\n{end}\n") == [
        ("QUESTION", "Why?"),
        ("VARGA", "So."),
    ]


@pytest.mark.parametrize("words", ["3:20 p.m.", "In the end", "30", "(Laughs.) No.", "END THE WAR"])
def test_short_answers_are_kept(words: str) -> None:
    assert said(f"QUESTION: When?\nVARGA: {words}\n")[1] == ("VARGA", words)


def test_a_label_with_nothing_said_is_no_turn() -> None:
    assert said("QUESTION: (Inaudible.)\nVARGA: So.\nQUESTION:\nVARGA: Yes.") == [
        ("VARGA", "So."),
        ("VARGA", "Yes."),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("MINISTER KIM: (via interpreter) We know.", "We know."),
        ("MINISTER KIM: [Via interpreter] We know.", "We know."),
        ("MINISTER KIM (through translator): We know.", "We know."),
        ("MINISTER KIM: (As translated.) We know.", "We know."),
        ("MINISTER KIM (spoke in Korean): We know.", "We know."),
        (
            "MINISTER KIM: Thank you. (Via interpreter.) We know.",
            "Thank you. (Via interpreter.) We know.",
        ),
        ("INTERPRETER: We know.", "We know."),
    ],
)
def test_words_through_an_interpreter_are_marked(line: str, words: str) -> None:
    text = f"VARGA: Welcome.\n{line}\nVARGA: Thank you."
    turns = find_turns(text)
    assert [turn.interpreted for turn in turns] == [False, True, False]
    assert turns[1].span.of(text) == words


@pytest.mark.parametrize("aside", ["(in English)", "(spoke in English)", "(laughs)"])
def test_other_asides_mark_no_interpreter(aside: str) -> None:
    assert not find_turns(f"VARGA: {aside} Welcome.\nVARGA: Yes.")[0].interpreted


LINES = st.lists(
    st.sampled_from(
        [
            "VARGA: ",
            "Q ",
            "Note: ",
            "(Applause.)",
            "We tried",
            ".",
            "\n",
            "\r\n",
            " ",
            "...",
            ":",
            "**",
        ]
    )
    | st.text(max_size=5)
).map("".join)


@given(LINES)
def test_turns_are_in_bounds_in_order_and_never_blank(text: str) -> None:
    turns = find_turns(text)
    places = [place for turn in turns for place in turn.span]
    assert places == sorted(places)
    assert all(turn.span.of(text).strip() == turn.span.of(text) != "" for turn in turns)
    assert places[-1:] <= [len(text)]
    assert find_turns(text) == turns


@given(LINES)
def test_a_turn_in_front_only_moves_the_others(text: str) -> None:
    text = f"BRANDT: No.\nORR: Yes.\nBRANDT: So.\nORR: Why?\n{text}"
    front = "BRANDT: Well, yes.\n"
    moved = [(turn.speaker, turn.span.start - len(front)) for turn in find_turns(front + text)[1:]]
    assert moved == [(turn.speaker, turn.span.start) for turn in find_turns(text)]
