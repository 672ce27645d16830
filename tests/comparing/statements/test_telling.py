"""How the content of a statement is cut into what is told."""

import pytest

from sayso.comparing.statements.telling import tellings_of
from sayso.records import Mode, Quotation, Reading, Report, Span, Statement


def _told(text: str, *contents: str, quoted: str = "", mode: Mode = Mode.INDIRECT) -> list[str]:
    spans = tuple(Span(text.index(it), text.index(it) + len(it)) for it in contents)
    at = text.find(quoted) if quoted else -1
    quotations = (Quotation(spans=(Span(at, at + len(quoted)),)),) if quoted else ()
    statement = Statement(id="s", source=(), cue=(), content=spans, mode=mode)
    reading = Reading(
        report=Report(id="r", text=text), statements=(statement,), quotations=quotations
    )
    return [telling.printed() for telling in tellings_of(reading)]


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        (["The pier is shut."], ["The pier is shut."]),
        (["The pier is shut. Nobody came."], ["The pier is shut.", "Nobody came."]),
        (["Gen. Vale left the U.S. Army"], ["Gen. Vale left the U.S. Army"]),
        (["that it rains and that it pours"], ["that it rains ", "that it pours"]),
        (["that it rains and pours"], ["that it rains and pours"]),
        (["The pier\n\nNobody came"], ["The pier\n", "Nobody came"]),
    ],
    ids=["one", "two sentences", "abbreviations", "two clauses", "two verbs", "paragraphs"],
)
def test_content_is_cut(contents: list[str], told: list[str]) -> None:
    assert _told(" ".join(contents), *contents) == told


def test_a_sentence_goes_on_behind_the_words_of_saying() -> None:
    text = "The pier, she said, is shut."
    assert _told(text, "The pier", "is shut") == ["The pier is shut"]


def test_what_is_joined_behind_the_words_of_saying_is_told_by_itself() -> None:
    text = "The pier is shut, she said, and nobody came."
    assert _told(text, "The pier is shut", "and nobody came") == [
        "The pier is shut",
        "and nobody came",
    ]


def test_what_is_all_quoted_is_not_told() -> None:
    text = 'She called it "a bad old pier" again.'
    assert _told(text, '"a bad old pier"', quoted="a bad old pier", mode=Mode.MIXED) == []
    assert _told(text, 'it "a bad old pier" again', quoted="a bad", mode=Mode.MIXED) != []


def test_direct_statements_are_quotations() -> None:
    assert _told("The pier is shut.", "The pier is shut", mode=Mode.DIRECT) == []
