"""Statements on our own sentences and on PolNeAR dev; a run below a floor fails."""

import importlib
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import Encoder, read_report
from sayso.records import Report, Span, Spans, Statement, text_id
from tests.gold import SHARED, below_floor, same_corpus

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _statements(text: str, encoder: Encoder) -> tuple[Statement, ...]:
    return read_report(Report(id=text_id(text), text=text), encoder).statements


def _places(spans: Spans, text: str) -> set[int]:
    """Letters and digits, so that marks and spaces at the edges do not count."""
    return {place for span in spans for place in range(*span) if text[place].isalnum()}


def _located(parts: list[str], text: str, nth: list[int]) -> Spans:
    spans = []
    for part, number in zip(parts, nth or [1] * len(parts), strict=True):
        start = -1
        for _ in range(number):
            start = text.index(part, start + 1)
        spans.append(Span(start, start + len(part)))
    return tuple(spans)


def _gold(line: str) -> tuple[str, list[tuple[set[int], set[int], str]]]:
    """The text, and content, source and mode of each statement that stands in no other."""
    row: dict[str, Any] = json.loads(line)
    text = row["text"]
    found = []
    for one in row["statements"]:
        if one.get("within") is None:
            nth = one.get("nth", {})
            content, source = (
                _places(_located(one[role], text, nth.get(role, [])), text)
                for role in ("content", "source")
            )
            found.append((content, source, one["mode"]))
    return text, found


def _alike(one: set[int], other: set[int]) -> bool:
    return not (one or other) or 2 * len(one & other) >= len(one | other)


@pytest.mark.parametrize(
    ("name", "key"),
    [("attribution", "own_statements"), ("fresh_statements", "fresh_statements")],
)
def test_our_own_sentences(name: str, key: str, encoder: Encoder) -> None:
    path = GOLD / f"{name}.jsonl"
    counts = dict.fromkeys(("gold", "ours", "found", "source", "mode"), 0)
    for line in path.read_text("utf-8").splitlines():
        text, gold = _gold(line)
        ours = [one for one in _statements(text, encoder) if one.within is None]
        counts["gold"] += len(gold)
        counts["ours"] += len(ours)
        for content, source, mode in gold:
            match = next((o for o in ours if _alike(content, _places(o.content, text))), None)
            if match is not None:
                ours.remove(match)
                counts["found"] += 1
                counts["source"] += bool(_places(match.source, text) & source) or not source
                counts["mode"] += match.mode == mode
    found = counts["found"]
    figures = {
        "found_f1": 200 * found / (counts["gold"] + counts["ours"]),
        "source": 100 * counts["source"] / found,
        "mode": 100 * counts["mode"] / found,
    }
    assert same_corpus(key, [path])
    assert not below_floor(key, figures), figures


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not beside this checkout")
def test_polnear_dev(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "bench"))
    polnear, score = map(importlib.import_module, ("polnear", "score"))
    documents = polnear.load(str(SHARED / "data" / "polnear"), "dev")
    gold = {d.name: {"text": d.text, "attributions": d.attributions} for d in documents}
    ours = {
        d.name: {
            "attributions": [
                {"source": one.source, "cue": one.cue, "content": one.content}
                for one in _statements(d.text, encoder)
                if one.within is None
            ]
        }
        for d in documents
    }
    scores, _ = score.evaluate(gold, ours)
    figures = {
        "detect": scores["detect J50"]["F"],
        "sc_head": scores["SC-head"]["F"],
        "triple": scores["triple J50"]["F"],
        "direct_sc_head": scores["direct SC-head"]["F"],
        "direct_exact": scores["direct content exact"]["F"],
    }
    for module in ("polnear", "score"):
        sys.modules.pop(module)
    texts = (SHARED / "data" / "polnear" / "dev" / "text").glob("*.txt")
    assert same_corpus("polnear", texts)
    assert not below_floor("polnear", figures), figures


HOSTILE = [
    pytest.param("", id="nothing"),
    pytest.param("\x00\x00 said \x00", id="NUL"),
    pytest.param('"\ud800 we go," he said', id="lone surrogate"),
    pytest.param('"' * 3000, id="only marks"),
    pytest.param("x" * 100_000, id="one word"),
    pytest.param("he said " * 2000, id="only cues"),
    pytest.param('"a," he said. ' * 1000, id="only quotations"),
    pytest.param("قال الوزير: «سنذهب غداً»", id="right to left"),
    pytest.param("👩‍🚒 “we 🚒 go,” she said 🙂", id="emoji"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_yields_less_never_an_error(text: str, encoder: Encoder) -> None:
    for statement in _statements(text, encoder):
        for span in (*statement.source, *statement.cue, *statement.content):
            assert 0 <= span.start < span.end <= len(text)


_PHRASES = st.sampled_from(
    ['"We go,"', "she said", "the mayor", ".", "\n", " that", "according to", "Kim", "’", "“", " "]
)


@given(st.lists(_PHRASES, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_same_text_same_statements_in_order(encoder: Encoder, text: str) -> None:
    found = _statements(text, encoder)
    assert found == _statements(text, encoder)
    assert len({one.id for one in found}) == len(found)
    named = {one.speaker for one in found if one.source} | {None}
    for one in found:
        for spans in (one.source, one.cue, one.content):
            assert all(a.end <= b.start for a, b in pairwise(spans))
        assert one.content
        assert one.speaker in named  # words without a source go on those of somebody
