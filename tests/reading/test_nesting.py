"""Statements within statements: our own sentences, half of them never looked at while tuning."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.reading import Encoder, read_report
from sayso.records import Report, Span, Spans, Statement, text_id
from tests.gold import below_floor, same_corpus

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A pair: what is told, and who tells it; places of letters and digits alone."""

    source: set[int]
    content: set[int]
    told_by: set[int]
    told: set[int]

    def is_like(self, other: "Told") -> bool:
        """Whether every part shares at least half of its letters with the other's."""
        pairs = (
            (self.source, other.source),
            (self.content, other.content),
            (self.told_by, other.told_by),
            (self.told, other.told),
        )
        return all(2 * len(one & two) >= len(one | two) for one, two in pairs)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _statements(text: str, encoder: Encoder) -> dict[str, Statement]:
    found = read_report(Report(id=text_id(text), text=text), encoder).statements
    return {one.id: one for one in found}


def _places(spans: Spans, text: str) -> set[int]:
    return {place for span in spans for place in range(*span) if text[place].isalnum()}


def _located(statement: dict[str, Any], role: str, text: str) -> set[int]:
    parts = statement[role]
    spans = []
    for part, number in zip(
        parts, statement.get("nth", {}).get(role, [1] * len(parts)), strict=True
    ):
        start = -1
        for _ in range(number):
            start = text.index(part, start + 1)
        spans.append(Span(start, start + len(part)))
    return _places(tuple(spans), text)


def _gold(row: dict[str, Any]) -> list[Told]:
    text, statements = row["text"], row["statements"]
    return [
        Told(
            source=_located(one, "source", text),
            content=_located(one, "content", text),
            told_by=_located(statements[one["within"]], "source", text),
            told=_located(statements[one["within"]], "content", text),
        )
        for one in statements
        if one.get("within") is not None
    ]


def _ours(text: str, encoder: Encoder) -> list[Told]:
    found = _statements(text, encoder)
    return [
        Told(
            source=_places(one.source, text),
            content=_places(one.content, text),
            told_by=_places(found[one.within].source, text),
            told=_places(found[one.within].content, text),
        )
        for one in found.values()
        if one.within is not None
    ]


def _figures(rows: list[dict[str, Any]], encoder: Encoder) -> dict[str, float]:
    gold = ours = right = 0
    for row in rows:
        wanted, found = _gold(row), _ours(row["text"], encoder)
        gold += len(wanted)
        ours += len(found)
        for one in wanted:
            match = next((other for other in found if one.is_like(other)), None)
            if match is not None:
                found.remove(match)
                right += 1
    return {"precision": 100 * right / ours, "recall": 100 * right / gold}


@pytest.mark.parametrize(
    ("name", "part", "key"),
    [
        ("nesting", 1, "nesting_tuned"),
        ("nesting", 0, "nesting_unseen"),
        ("fresh_nesting", 1, "fresh_nesting_tuned"),
        ("fresh_nesting", 0, "fresh_nesting_unseen"),
    ],
)
def test_our_own_sentences(name: str, part: int, key: str, encoder: Encoder) -> None:
    gold = GOLD / f"{name}.jsonl"
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    figures = _figures([row for row in rows if int(row["id"][1:]) % 2 == part], encoder)
    assert same_corpus(key, [gold])
    assert not below_floor(key, figures), figures


@pytest.mark.parametrize("paper", ["A spreadsheet", "The draft guidance", "A notice"])
def test_a_paper_speaks_and_not_who_has_seen_it(paper: str, encoder: Encoder) -> None:
    text = f"{paper} seen by the Courier lists 14 bridges as unsafe."
    (inner,) = (one for one in _statements(text, encoder).values() if one.within)
    assert [span.of(text) for span in inner.source] == [paper]


HOSTILE = [
    pytest.param("he said " * 2000, id="only cues"),
    pytest.param("the paper said that " * 500 + "it rained.", id="told without end"),
    pytest.param('"a told b that c said d," he said, the paper reported. ' * 100, id="many"),
    pytest.param("citing X, citing X, citing X, " * 300, id="only citing"),
    pytest.param("a memo seen by " * 500, id="only memos"),
    pytest.param("X quoted Y as saying " * 300, id="only quoting"),
    pytest.param("He denied a claim by " + "x " * 3000 + "that it rained.", id="long hearsay"),
    pytest.param("He said \ud800 told \x00 that \ud800 denied \x00.", id="no characters"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_yields_less_never_an_error(text: str, encoder: Encoder) -> None:
    for statement in _statements(text, encoder).values():
        for span in (*statement.source, *statement.cue, *statement.content):
            assert 0 <= span.start < span.end <= len(text)


_PHRASES = st.sampled_from(
    [
        '"We go,"',
        "the mayor said",
        "told the paper that",
        "her aides expect",
        ", citing",
        "a memo",
        "seen by Reuters",
        ", the agency reported",
        "according to",
        "quoted him as saying",
        "was quoted as saying",
        ".",
        "\n",
        "denied a report by",
        "that it rained",
        "That was the message from",
        "in his words",
        ", by U.S. assessment",
        ", although it rained",
        "who, the guild believes,",
        ': "We stay."',
        "It all points to",
        "As for Doe,",
        "So said",
        "“",
        "”",
    ]
)


@example(': "We stay." That was the message from')
@example(', citing a memo was quoted as saying "We go,"')
@given(st.lists(_PHRASES, max_size=20).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_no_statement_is_told_in_itself_or_in_none_that_is_there(
    encoder: Encoder, text: str
) -> None:
    found = _statements(text, encoder)
    assert found == _statements(text, encoder)
    for one in found.values():
        above = [one.id]
        while (outer := found[above[-1]].within) is not None:
            assert outer not in above
            above.append(outer)
