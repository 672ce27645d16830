import pytest

from sayso.intake.labels import find_labels


def names(text: str) -> list[str]:
    return [label.name for label in find_labels(text)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param(
            "SECRETARY VARGA: Yes.\n\nQUESTION: Why?", ["SECRETARY VARGA", "QUESTION"], id="caps"
        ),
        pytest.param(
            "Ilse Varga: Yes.\nTomas Brandt: No.", ["Ilse Varga", "Tomas Brandt"], id="names"
        ),
        pytest.param("Varga: Yes.\nBrandt: No.", ["Varga", "Brandt"], id="surnames"),
        pytest.param(
            "MR. McCABE: Yes.\nMS. O’BRIEN: No.", ["MR. McCABE", "MS. O’BRIEN"], id="Mc and O’"
        ),
        pytest.param(
            "Chair of the Board: Yes.\nal-Orr: No.", ["Chair of the Board", "al-Orr"], id="of"
        ),
        pytest.param(
            "JAKE ORR, CNN: Why?\nSEN. ANN ASH (D-NV): So.",
            ["JAKE ORR, CNN", "SEN. ANN ASH"],
            id="outlet and party",
        ),
        pytest.param(
            "Ann Orr (00:01):\nYes.\n\nTom Ash (01:07):\nNo.", ["Ann Orr", "Tom Ash"], id="clock"
        ),
        pytest.param(
            "[00:01:07] HOST: Yes.\n00:02 - GUEST 1: No.", ["HOST", "GUEST 1"], id="clock first"
        ),
        pytest.param(
            "Ann Orr (Chair):\nYes.\n\nWe tried.\n\nWe do.\n\nTom Ash (Analyst):\nNo.\n\nSo.",
            ["Ann Orr", "Tom Ash"],
            id="office in brackets",
        ),
        pytest.param("**Varga:** Yes.\n> **Brandt**: No.", ["Varga", "Brandt"], id="markdown"),
        pytest.param("Q: Why?\nA: So.\nQ: And?\nA: No.", ["Q", "A", "Q", "A"], id="Q and A"),
        pytest.param(
            "MS. ORR: Yes.\nQ    Why?\nMS. ORR: So.\nQ Mr. Ash, why?",
            ["MS. ORR", "Q", "MS. ORR", "Q"],
            id="Q without a colon",
        ),
        pytest.param(
            "    Senator Orr. Yes.\n    Mr. Ash. No.\n    Senator Orr. Why?\n    Mr. Ash. So.",
            ["Senator Orr", "Mr. Ash", "Senator Orr", "Mr. Ash"],
            id="hearing",
        ),
        pytest.param(
            "МИНИСТР: Да.\nВОПРОС: Почему?\n金外长：是。\n金外长：不。",
            ["МИНИСТР", "ВОПРОС", "金外长", "金外长"],
            id="other scripts",
        ),
        pytest.param(
            f"GOVERNOR ORR: {'We tried and tried again. ' * 9}\n\nSo we did.\n\nThank you.",
            ["GOVERNOR ORR"],
            id="a speech",
        ),
        pytest.param(
            "VARGA: “Yes.”\nBRANDT:No.\nVARGA: So.", ["VARGA", "VARGA"], id="no space, no label"
        ),
    ],
)
def test_finds_who_speaks(text: str, speakers: list[str]) -> None:
    assert names(text) == speakers


@pytest.mark.parametrize(
    "line",
    [
        "Note: we said that we would try.",
        "One thing: nobody was hurt.",
        "Bottom Line: we tried.",
        "But remember: it was a Friday.",
        "First: no.",
        "NOTE: The microphone was off.",
        "We tried. And then: nothing.",
        "He asked, Why? And then: nothing.",
        "Read more: Ships wait",
        "https://courier.example/ships: here",
        "It was 10:30 in the morning.",
        "Senator Orr. She was there.",
    ],
)
def test_takes_nothing_in_running_text_for_a_speaker(line: str) -> None:
    assert names(f"VARGA: Good afternoon.\n{line}\nQUESTION: Why?\nVARGA: So.") == [
        "VARGA",
        "QUESTION",
        "VARGA",
    ]
    assert names(f"The minister spoke on Friday.\n\n{line}\n\nShe left the hall at noon.\n\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Minister: ships wait\n\nAround 300 ships wait.\n\nNobody was hurt.\n\nTalks go on.",
        "EXCLUSIVE: Ships wait\n\nAround 300 ships wait.\n\nNobody was hurt.\n\nTalks go on.",
        "Ilse Varga: Ships wait\n\nAround 300 ships wait.\n\nNobody was hurt.\n\nTalks go on.",
        "Mr. Orr. He\n\nMr. Orr said so.\n\nMr. Ash said no. He left.\n\nMr. Ash. He",
    ],
)
def test_a_text_with_a_headline_is_no_transcript(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CLERK: The pool.\nMAYOR ORR: Yes.\nQ. Why?\nMAYOR ORR: No.", 4),
        ("CLERK: The pool.\nMAYOR ORR: Yes.\nA. The first point.\nMAYOR ORR: No.", 3),
        ("Q. Why was it cold?\nThe heating failed, said the mayor.", 0),
    ],
)
def test_a_single_question_counts_among_turns_of_people_with_names(text: str, names: int) -> None:
    assert len(find_labels(text)) == names
