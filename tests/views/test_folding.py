"""Folding keeps every letter, and every paragraph that something points at."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span
from sayso.views.folding import fold_unmarked
from sayso.views.marked_text import Segment, cut_at_marks

LINES = st.lists(
    st.sampled_from(["MAYOR: No.", "We did. It rained.", "", "Thank you."]), max_size=12
)


def folded(text: str, *marks: Span) -> list[Segment]:
    return [*fold_unmarked([*cut_at_marks(text, [(it, at) for at, it in enumerate(marks, 1)])])]


@given(LINES, st.data())
def test_nothing_is_lost(lines: list[str], data: st.DataObject) -> None:
    text = "\n\n".join(lines)
    ends = st.integers(0, len(text))
    marks = [Span(*sorted((data.draw(ends), data.draw(ends)))) for _ in range(2)]
    segments = folded(text, *marks)
    assert "".join(it.text for it in segments) == text
    assert not any(it.folds and it.marks for it in segments)


def test_the_paragraph_of_a_mark_stays_whole() -> None:
    text = "\n\n".join([*"abcd", "He said no to it.", *"efgh"])
    at = text.index("no")
    segments = folded(text, Span(at, at + 2))
    assert [it.folds for it in segments] == [4, 0, 0, 0, 4]
    assert [it.text for it in segments[1:4]] == ["He said ", "no", " to it."]


def test_few_paragraphs_are_not_worth_a_press() -> None:
    text = "He said no.\n\nb\n\nc"
    assert [it.folds for it in folded(text, Span(8, 10))] == [0, 0, 0]
