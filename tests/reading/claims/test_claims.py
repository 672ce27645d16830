"""What the reader of claims promises on any text and any grammar, however poor."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.lexicon import table
from sayso.reading.claims import read_claims
from sayso.reading.words import split_words
from sayso.records import Certainty, Claim, Grammar, Mode, Role, Span, Statement, Tense
from tests.reading.claims.parsed import read_parsed

WORDS = [
    "the", "ship", "sank", "will", "sink", "not", "no", "if", "unless", "should", "to", "that",
    "said", "denied", "plans", "evidence", "was", "be", "been", "and", "nor", "whether", "going",
    "in", "case", "of", "without", "paying", "talks", "attack", ",", ".", "?", '"', "U.S.", "may",
]  # fmt: skip
UPOS = ["VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "PART", "PUNCT", "SCONJ"]
XPOS = ["VB", "VBD", "VBZ", "VBN", "VBG", "MD", "TO", "NN", "NNP", "IN", "RB", "JJ", ".", "EX"]
LABELS = [
    "root", "nsubj", "nsubj:pass", "obj", "obl", "xcomp", "ccomp", "advcl", "acl", "acl:relcl",
    "conj", "cc", "aux", "cop", "mark", "case", "advmod", "compound:prt", "det", "punct", "flat",
]  # fmt: skip


@st.composite
def parsed(draw: st.DrawFn) -> tuple[str, Grammar, tuple[Statement, ...]]:
    text = draw(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=40))
    words = split_words(text)
    heads = [draw(st.integers(-1 if at == 0 else 0, max(at - 1, -1))) for at in range(len(words))]
    heads = [(at + 1 + head) % len(words) if head >= at else head for at, head in enumerate(heads)]
    tags = [[draw(st.sampled_from(kinds)) for _ in words] for kinds in (UPOS, XPOS, LABELS)]
    grammar = Grammar(
        words=words, upos=tags[0], xpos=tags[1], heads=heads, labels=tags[2],
        sentences=[0] if words else [], names=(),
    )  # fmt: skip
    return text, grammar, draw(_statements(words))


@st.composite
def _statements(draw: st.DrawFn, words: Sequence[Span]) -> tuple[Statement, ...]:
    if len(words) < 3:
        return ()
    cut = draw(st.integers(1, len(words) - 2))
    content = Span(words[cut + 1].start, words[-1].end)
    mode = draw(st.sampled_from(Mode))
    return (Statement(id="s", source=(), cue=(words[cut],), content=(content,), mode=mode),)


def _read(text: str, grammar: Grammar, statements: tuple[Statement, ...]) -> list[Claim]:
    read, own = read_claims(text, grammar, report_id="r", statements=statements, times=())
    return [*(claim for statement in read for claim in statement.claims), *own]


@settings(max_examples=150, deadline=None)
@given(parsed())
def test_claims_lie_in_the_text(case: tuple[str, Grammar, tuple[Statement, ...]]) -> None:
    text, grammar, statements = case
    claims = _read(text, grammar, statements)
    for claim in claims:
        for span in (claim.head, *claim.condition):
            assert 0 <= span.start < span.end <= len(text)
        assert claim.forecast is None or (claim.tense, claim.role) == (Tense.FUTURE, Role.MAIN)
        assert claim.role is Role.MAIN or claim.certainty is Certainty.UNKNOWN
    assert claims == _read(text, grammar, statements)


@settings(max_examples=100, deadline=None)
@given(parsed())
def test_each_claim_is_told_once(case: tuple[str, Grammar, tuple[Statement, ...]]) -> None:
    text, grammar, statements = case
    read, own = read_claims(text, grammar, report_id="r", statements=statements, times=())
    for statement in read:
        starts = [claim.head.start for claim in statement.claims]
        assert starts == sorted(starts)
        content = statement.content[0]
        assert all(claim.head.end > content.start for claim in statement.claims)
    ids = [claim.id for claim in _read(text, grammar, statements)]
    assert len(ids) == len(set(ids))
    assert [claim.head for claim in own] == sorted(claim.head for claim in own)


def test_the_innermost_source_holds_the_claim() -> None:
    text = "There is no evidence that the vaccine causes fainting, the regulator said."
    claims, _ = read_parsed(text)
    certainties = {claim.head.of(text): claim.certainty for claim in claims}
    assert certainties == {"is": Certainty.ASSERTED, "causes": Certainty.UNKNOWN}


HOSTILE = [
    ("conditions", "if it sinks ", "SCONJ PRON VERB", "IN PRP VBZ", "mark nsubj advcl"),
    ("verbs", "attack ", "VERB", "VB", "conj"),
    ("auxiliaries", "be not ", "AUX PART", "VB RB", "xcomp advmod"),
    ("talks", "denied talks ", "VERB NOUN", "VBD NNS", "ccomp obj"),
]


@pytest.mark.parametrize(
    ("words", "upos", "xpos", "labels"), [pytest.param(*row[1:], id=row[0]) for row in HOSTILE]
)
@pytest.mark.parametrize("hangs", ["on the first", "on the one before"])
def test_endless_sentences_are_read(
    words: str, upos: str, xpos: str, labels: str, hangs: str
) -> None:
    text, times = words * 3000, 3000
    spans = split_words(text)
    heads = [-1, *(0 if hangs == "on the first" else at for at in range(len(spans) - 1))]
    grammar = Grammar(
        words=spans, upos=upos.split() * times, xpos=xpos.split() * times, heads=heads,
        labels=labels.split() * times, sentences=[0], names=(),
    )  # fmt: skip
    assert 0 < len(_read(text, grammar, ())) <= len(spans)


def test_rows_of_one_word_differ_by_their_forms() -> None:
    for entry in table("claims")["governing"]:
        assert len(set(entry["words"])) == len(entry["words"]), entry["words"]
