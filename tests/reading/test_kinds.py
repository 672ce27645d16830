"""Kinds of statements on our own sentences and on labelled places of PolNeAR dev."""

import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon import table
from sayso.reading.kinds import read_kind
from sayso.records import Kind, Mode, Span, Spans, Statement
from tests.gold import SHARED, below_floor, same_corpus

GOLD = Path(__file__).parent / "gold" / "kinds.jsonl"
_MARKED = re.compile(r"\[(?P<source>[^]]*)]|<(?P<cue>[^>]*)>|{(?P<content>[^}]*)}")

# The source stands in square brackets, the cue in pointed ones, the content in braces.
ROWS = {
    Kind.SPEECH: (
        "[The harbour master] <said> {the ferry was full}.",
        '"{Nobody asked us}," <thought> [Wenna Drusk] aloud.',
        '[Coach Obeney] <called> {the pitch "a bog"}.',
        "[The mayor] <has repeatedly insisted> that {the books balance}.",
        "[Korvath Steel] <announced in a letter to its staff> that {the mill would close}.",
        "[A spokeswoman for the report's authors] <said> {two pages were missing}.",
        "[The Quenbury Post] <reported> that {the bridge had been shut twice}.",
        "{The wells are dry}, <according to> [two people who have read the memo].",
        "[Lord Hask] <made it very clear> that {he would not resign}.",
        "[She] <declined to say> {who had paid for the trip}.",
        "[The airline] <declined> {to comment on the crash}.",
        "[Opponents] <accused> {the council of hiding the bill}.",
        "[The union] <urged> {its members to stay at home}.",
        "[The judge] <ordered> {the firm to repay the deposits}.",
        "[The minister] <vowed> that {taxes would fall within a year}.",
        "[Her] <claim> that {the vault was empty} was soon forgotten.",
        "[KORRAN]: {The pier was inspected in March.}",
        "It <was reported> that {the orchestra would be dissolved}.",
        "[The envoy] <retweeted> {a picture of the burning depot}.",
        "[The critic] <harrumphed> that {the second act was too long}.",
        "[Fans] <want to know> {why the game was called off}.",
        "[Ansgar Page] <said> {the lock was picked}.",
        "[The Evening Mail] <says> {the duke is in Kestrane}.",
        "[Residents] <reemphasised> that {the sirens had failed}.",
    ),
    Kind.BELIEF: (
        "[Most fishermen] <believe> {the cod will return}.",
        "[The board] <is of the opinion> that {the offer is too low}.",
        "[Analysts] <expect> {copper to fall}.",
        "[Voters] <see> {the canal as a waste of money}.",
        "[She] <hopes> {her son will be freed}.",
        "[He] <had no doubt> that {the map was forged}.",
        "[Parents] <fear> {the school will close}.",
        "[The general] <underestimated> {the strength of the garrison}.",
        "[Four in ten farmers] <support> {the new levy}.",
        "[The pilots] <were unaware> that {the runway was closed}.",
        "[The inspectors] <concluded> that {the beam had rusted through}.",
        "[The duke] <is convinced> {the painting is his}.",
        "[The tenants] <remain sceptical of> {the landlord's promises}.",
        "[His] <conviction> that {the comet would come back} never left him.",
        "[The referee] <thought about> {his own penalty in 1998}.",
        "[The chancellor] <seemed> {a little lost}.",
    ),
    Kind.INTENTION: (
        "[The ferry board] <plans> {to sell two boats}.",
        "[The rebels] <intend to> {hold the pass until spring}.",
        "[She] <wanted> {the trial moved to Kestrane}.",
        "[The premier] <vowed> {to rebuild the dam}.",
        "[The premier] <promised voters> {to rebuild the dam}.",
        "[The striker] <hopes> {to play on Sunday}.",
        "[The museum] <is considering> {returning the mask}.",
        "[The abbey] <refused> {to open its archive}.",
        "[The two banks] <agreed to> {merge by June}.",
        "[His] <plan> {to fence the common} angered the village.",
        "[The regiment] <is preparing> {to leave}.",
        "[The cabinet] <decided against all advice> {to float the currency}.",
        "[The heirs] <would like> {to sell the forest}.",
        "[The champion] <is itching> {to fight again}.",
        "[The shipyard] <has no plans> {to hire this year}.",
    ),
    Kind.DOCUMENT: (
        "[The auditors' report] <finds> that {a third of the bridges are unsafe}.",
        "{Two guards were asleep}, <according to> [court papers].",
        "[A leaked memo] <warned> {the pumps would fail}.",
        "[The survey released on Monday by the guild] <showed> {wages falling}.",
        "[One of the letters] <reads>: {Do not come home.}",
        '[The statement] <said>: "{We regret nothing.}"',
        "[A study of 900 twins] <suggests> {sleep runs in families}.",
        "[The indictment, unsealed on Friday,] <alleges> {a bribe of nine cows}.",
        "[An op-ed in the Quenbury Post] <called> {the law a scandal}.",
        "[Three new polls] <put> {the Reed Party ahead}.",
        "[The Clean Rivers Bill] <requires> {a filter on every pipe}.",
        "[Census figures] <show> that {the island has lost a fifth of its people}.",
        "[The treaty] <intends> {to keep the strait open}.",
    ),
}
CASES = [pytest.param(row, kind, id=row[:50]) for kind, rows in ROWS.items() for row in rows]


def _statement(marked: str) -> tuple[Statement, str]:
    text, end = "", 0
    places: dict[str, Spans] = {"source": (), "cue": (), "content": ()}
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        role = str(match.lastgroup)
        places[role] = (Span(len(text), len(text) + len(match[role])),)
        text += match[role]
        end = match.end()
    source, cue, content = places.values()
    mode = Mode.MIXED if '"' in content[0].of(text) else Mode.INDIRECT
    if text[content[0].start - 1] == '"':
        mode = Mode.DIRECT
    statement = Statement(id="s", source=source, cue=cue, content=content, mode=mode)
    return statement, text + marked[end:]


@pytest.mark.parametrize(("marked", "kind"), CASES)
def test_our_own_sentences(marked: str, kind: Kind) -> None:
    assert read_kind(*_statement(marked)) is kind


def test_nothing_to_go_by_is_unknown() -> None:
    bare = Statement(id="s", source=(), cue=(), content=(Span(0, 5),), mode=Mode.INDIRECT)
    assert read_kind(bare, "Rains") is None


def test_every_row_of_the_lexicon_stands_once() -> None:
    lexicon = table("kinds")
    rows = [row for part in ("cues", "faint") for block in lexicon[part] for row in block["words"]]
    for listed in (rows, *lexicon["sources"].values(), *lexicon["actions"].values()):
        assert sorted(set(listed)) == sorted(listed)
        assert all(word == word.lower().strip() for word in listed)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the corpus is not beside this checkout")
def test_labelled_places_of_polnear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "bench"))
    polnear = importlib.import_module("polnear")
    sys.modules.pop("polnear")
    documents = polnear.load(str(SHARED / "data" / "polnear"), "dev")
    texts = {document.name: document.text for document in documents}
    right: dict[int, list[bool]] = {1: [], 2: []}
    for line in GOLD.read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        found = read_kind(_placed(row), texts[row["doc"]])
        right[row["part"]].append(found == row["kind"])
    figures = {
        "accuracy": 100 * sum(sum(part) for part in right.values()) / 200,
        "second_hundred": float(sum(right[2])),
    }
    assert same_corpus("kinds", [GOLD])
    assert not below_floor("kinds", figures), figures


def _placed(row: dict[str, Any]) -> Statement:
    source, cue, content = (
        tuple(Span(*place) for place in row[role]) for role in ("source", "cue", "content")
    )
    return Statement(id="s", source=source, cue=cue, content=content, mode=Mode(row["mode"]))


_PIECES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3).map(
    lambda pairs: tuple(Span(min(pair), max(pair)) for pair in sorted(pairs))
)
_STATEMENTS = st.builds(
    Statement,
    id=st.just("s"),
    source=_PIECES,
    cue=_PIECES,
    content=_PIECES,
    mode=st.sampled_from(Mode),
)
_WORDS = st.lists(
    st.sampled_from(["the", "report", "of", "vowed", "not", "to", "go", "one", "\ud800", ","])
).map(" ".join)


@given(_STATEMENTS, _WORDS | st.text())
@settings(max_examples=100, deadline=None)
def test_a_paragraph_in_front_changes_nothing(statement: Statement, text: str) -> None:
    before = "A paragraph in front.\n\n"
    moved = Statement(
        id="s",
        mode=statement.mode,
        source=_moved(statement.source, len(before)),
        cue=_moved(statement.cue, len(before)),
        content=_moved(statement.content, len(before)),
    )
    assert read_kind(moved, before + text) == read_kind(statement, text)


def _moved(spans: Spans, by: int) -> Spans:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


HOSTILE = [
    pytest.param("x" * 1_000_000, id="one word"),
    pytest.param("one of " * 150_000, id="part of a part"),
    pytest.param("-".join("ab" * 100_000), id="hyphens"),
    pytest.param("make it clear " * 70_000, id="rows"),
    pytest.param('"' * 100_000, id="only marks"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_long_text_is_read_in_bounded_time(text: str) -> None:
    whole = (Span(0, len(text)),)
    statement = Statement(id="s", source=whole, cue=whole, content=whole, mode=Mode.INDIRECT)
    assert read_kind(statement, text) is not None
