import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span
from sayso.views.marked_text import cut_at_marks

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(*pair))


@given(text=st.text(max_size=40), spans=st.lists(SPANS, max_size=8))
def test_the_text_comes_back_whole(text: str, spans: list[Span]) -> None:
    segments = list(cut_at_marks(text, zip(spans, range(len(spans)), strict=True)))
    assert "".join(segment.text for segment in segments) == text


@given(text=st.text(min_size=1, max_size=40), spans=st.lists(SPANS, max_size=8))
def test_each_mark_covers_its_words_and_begins_once(text: str, spans: list[Span]) -> None:
    segments = list(cut_at_marks(text, zip(spans, range(len(spans)), strict=True)))
    for number, span in enumerate(spans):
        covered = "".join(segment.text for segment in segments if number in segment.marks)
        inside = 0 <= span.start < span.end <= len(text)
        assert covered == (span.of(text) if inside else "")
        assert sum(number in segment.begins for segment in segments) == int(inside)


def test_marks_may_overlap() -> None:
    segments = list(cut_at_marks("abcd", [(Span(0, 3), 1), (Span(1, 4), 2)]))
    assert [(segment.text, segment.marks) for segment in segments] == [
        ("a", (1,)),
        ("bc", (1, 2)),
        ("d", (2,)),
    ]


@pytest.mark.parametrize("pieces", [[Span(0, 1), Span(2, 3)]], ids=["split quotation"])
def test_a_passage_in_pieces_begins_at_its_first(pieces: list[Span]) -> None:
    segments = list(cut_at_marks("abcd", [(piece, 7) for piece in pieces]))
    assert [segment.begins for segment in segments] == [(7,), (), (), ()]
