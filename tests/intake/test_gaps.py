import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.gaps import find_gaps
from sayso.intake.turns import find_turns


def gaps(text: str) -> list[str]:
    return [gap.of(text) for gap in find_gaps(text, find_turns(text))]


@pytest.mark.parametrize(
    "mark",
    [
        "...",
        "…",
        "[...]",
        "[…]",
        "(...)",
        ". . .",
        "(inaudible)",
        "[inaudible 00:12:07]",
        "(Inaudible.)",
        "[unintelligible]",
        "(crosstalk)",
        "[gap: two minutes are missing]",
        "[excerpt]",
        "[Excerpts]",
        "[end of excerpt]",
        "[audio cuts out]",
        "(Off-mic)",
        "[not transcribed]",
    ],
)
@pytest.mark.parametrize(
    "around", ["VARGA: We tried.\n{}\nBRANDT: No.\n", "VARGA: We {} tried.\nBRANDT: No."]
)
def test_marks_of_missing_words(mark: str, around: str) -> None:
    assert gaps(around.format(mark)) == [mark]


@pytest.mark.parametrize(
    "words",
    [
        "Well... we tried.",
        "We tried and...",
        "We…tried.",
        "(Laughter.)",
        "[the minister]",
        "* * *",
        "--",
        "We cut (the excerpted part) it.",
    ],
)
def test_other_marks_are_no_gaps(words: str) -> None:
    assert gaps(f"VARGA: {words}\nBRANDT: No.\n") == []


WHOLE = "SECRETARY VARGA: We are consulting closely with all of them.\n"


def test_turns_pieced_together_break_off_in_mid_sentence() -> None:
    text = f"{WHOLE}SECRETARY VARGA: this is the first time that it has happened\n{WHOLE}{WHOLE}"
    start = text.index("this is")
    end = text.index("happened") + len("happened")
    assert [tuple(gap) for gap in find_gaps(text, find_turns(text))] == [(start, start), (end, end)]


def test_the_record_may_end_in_mid_sentence() -> None:
    text = WHOLE * 20 + "SECRETARY VARGA: If they should do so, this would be a further step and"
    assert gaps(text) == [""]
    assert gaps(text + " a grave one.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WHOLE * 3, id="all sentences end"),
        pytest.param(WHOLE * 20 + "QUESTION: And do you say that they will --\n", id="interrupted"),
        pytest.param(
            "VARGA: so we tried and tried and tried\nBRANDT: and did you fail or not\n" * 3,
            id="no punctuation at all",
        ),
        pytest.param(WHOLE * 20 + "QUESTION: Thank you\n", id="a short thanks"),
        pytest.param(
            WHOLE * 20 + "\nOffice of the Spokesperson of the Ministry, at Norvale\n",
            id="a closing line",
        ),
    ],
)
def test_a_whole_record_has_no_gaps(text: str) -> None:
    assert gaps(text) == []


@given(
    st.lists(
        st.sampled_from(["...", "(inaudible)", "[gap", "VARGA: ", "we", "\n", " ", "]", "…"])
    ).map("".join)
)
def test_gaps_are_in_bounds_and_in_order(text: str) -> None:
    found = find_gaps(text, find_turns(text))
    places = [place for gap in found for place in gap]
    assert places == sorted(places)
    assert len(set(found)) == len(found)
    assert places[-1:] <= [len(text)]
