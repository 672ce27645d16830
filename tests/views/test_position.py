import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span
from sayso.views.position import Position, find_position

TEXT = "He said no.\nThen he said no again.\n"


@pytest.mark.parametrize(
    ("file_text", "span", "expected"),
    [
        pytest.param(TEXT, Span(8, 10), (1, 9, 1, 11), id="first of the same words"),
        pytest.param(TEXT, Span(25, 27), (2, 14, 2, 16), id="second of the same words"),
        pytest.param(f"Title: No\n\n{TEXT}", Span(8, 10), (3, 9, 3, 11), id="after a header"),
        pytest.param(TEXT, Span(8, 16), (1, 9, 2, 5), id="over two lines"),
    ],
)
def test_place_in_the_file(file_text: str, span: Span, expected: tuple[int, ...]) -> None:
    line, column, last_line, last_column = expected
    assert find_position(span, TEXT, file_text) == Position(
        line=line, column=column, last_line=last_line, last_column=last_column
    )


@pytest.mark.parametrize("file_text", ["", "<p>He said <b>n</b>o.</p>"], ids=["empty", "markup"])
def test_words_that_the_file_does_not_have_have_no_place(file_text: str) -> None:
    assert find_position(Span(0, 10), TEXT, file_text) is None


@given(text=st.text(max_size=60), start=st.integers(0, 60), size=st.integers(0, 20))
def test_the_place_holds_the_words(text: str, start: int, size: int) -> None:
    span = Span(start, start + size)
    found = find_position(span, text, text)
    words = span.of(text)
    assert (found is None) == (not words)
    if found:
        rest = text.split("\n")[found.line - 1][found.column - 1 :]
        assert rest.startswith(words.split("\n")[0])
