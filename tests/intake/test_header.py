import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.header import split_header

FULL = """\
Title: Ships wait: a harbour in trouble
Outlet: The Norvale Courier
Published: 31 October 2024
URL: https://courier.example/ships
Language: en-GB
Note: written by hand

"""


def test_reads_every_field() -> None:
    head, body = split_header(FULL + "Nobody was hurt.\n\nTalks go on.\n")
    assert head.title == "Ships wait: a harbour in trouble"
    assert head.outlet == "The Norvale Courier"
    assert head.day == datetime.date(2024, 10, 31)
    assert head.url == "https://courier.example/ships"
    assert head.language == "en"
    assert body == "Nobody was hurt.\n\nTalks go on.\n"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("title: A\r\nURL: x\r\n\r\nBody.\r\n", "Body.\r\n", id="Windows lines"),
        pytest.param("\n\nTitle: A\n\n\n \nBody.\n", "Body.\n", id="blank lines around it"),
        pytest.param("Title: A\nOutlet: B\nBody.", "Body.", id="two fields and no blank line"),
        pytest.param("Title: A\nNote:\n\nBody.", "Body.", id="a field left empty"),
        pytest.param("Title: A", "", id="nothing else"),
    ],
)
def test_takes_the_block_off(text: str, body: str) -> None:
    head, rest = split_header(text)
    assert head.title == "A"
    assert rest == body


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Poll: Most want talks.\n\nNobody was hurt.", id="a headline"),
        pytest.param(
            "Title: the word has a long history.\nIt came from Rome.", id="one line alone"
        ),
        pytest.param("Note: this is a story.\n\nNobody was hurt.", id="a note alone"),
        pytest.param("Nobody was hurt.\nTitle: A\nURL: b\n\n", id="further down"),
        pytest.param("", id="nothing"),
        pytest.param("\n \n", id="blank"),
    ],
)
def test_leaves_a_text_without_one_as_it_is(text: str) -> None:
    head, body = split_header(text)
    assert body == text
    assert head.title is None


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Published: soon", "day"),
        ("URL: javascript:alert(1)", "url"),
        ("Language: English", "language"),
    ],
)
def test_an_unclear_value_is_unknown(line: str, field: str) -> None:
    head, _ = split_header(f"Title: A\n{line}\n\nBody.")
    assert getattr(head, field) is None


@given(st.text())
def test_the_rest_is_always_the_end_of_the_text(text: str) -> None:
    assert text.endswith(split_header(text)[1])


@given(st.text())
def test_a_header_in_front_changes_nothing_behind_it(body: str) -> None:
    text = "x" + body
    assert split_header(FULL + text)[1] == text
