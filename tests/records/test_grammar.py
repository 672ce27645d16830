import pytest

from sayso.records import Grammar, Name, NameKind, Span

TEXT = "Ferries that sail late were not seen by Ann Roe. Rain fell."
ROWS = """\
Ferries NOUN NNS 6 nsubj:pass
that PRON WDT 2 nsubj
sail VERB VBP 0 acl:relcl
late ADV RB 2 advmod
were AUX VBD 6 aux:pass
not PART RB 6 advmod
seen VERB VBN -1 root
by ADP IN 8 case
Ann PROPN NNP 6 obl:agent
Roe PROPN NNP 8 flat
. PUNCT . 6 punct
Rain NOUN NN 12 nsubj
fell VERB VBD -1 root
"""


@pytest.fixture
def grammar() -> Grammar:
    forms, upos, xpos, heads, labels = zip(*map(str.split, ROWS.splitlines()), strict=True)
    return Grammar(
        words=[Span(TEXT.index(form), TEXT.index(form) + len(form)) for form in forms],
        upos=upos,
        xpos=xpos,
        heads=list(map(int, heads)),
        labels=labels,
        sentences=[0, 11],
        names=(Name(span=Span(40, 47), kind=NameKind.PERSON),),
    )


def test_a_sentence_is_a_range_of_words(grammar: Grammar) -> None:
    assert grammar.sentence(0) == grammar.sentence(10) == range(11)
    assert grammar.sentence(11) == range(11, 13)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param((), (0, 4, 5, 8, 10), id="all"),
        pytest.param(("nsubj",), (0,), id="a label holds its subtypes"),
        pytest.param(("nsubj:pass",), (0,), id="the subtype itself"),
        pytest.param(("nsubj:outer",), (), id="another subtype"),
        pytest.param(("obl", "advmod"), (5, 8), id="several"),
    ],
)
def test_children(grammar: Grammar, labels: tuple[str, ...], expected: tuple[int, ...]) -> None:
    assert grammar.children(6, *labels) == expected


def test_up_and_down_the_tree(grammar: Grammar) -> None:
    assert grammar.root(3) == 6
    assert grammar.subtree(0) == (0, 1, 2, 3)
    assert grammar.chain(1) == (2, 0, 6)
    assert grammar.chain(6) == ()
    assert grammar.children(3) == ()


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        pytest.param(Span(0, 7), range(1), id="one word"),
        pytest.param(Span(5, 14), range(3), id="parts of words count"),
        pytest.param(Span(7, 8), range(1, 1), id="only a space"),
        pytest.param(Span(3, 3), range(1), id="a place inside a word"),
    ],
)
def test_words_within_a_span(grammar: Grammar, span: Span, expected: range) -> None:
    found = grammar.within(span)
    assert list(found) == list(expected)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        pytest.param(range(4), 0, id="a noun phrase"),
        pytest.param(range(7, 10), 8, id="a name with its preposition"),
        pytest.param(range(0), None, id="nothing"),
    ],
)
def test_the_head_of_a_stretch(grammar: Grammar, words: range, head: int | None) -> None:
    assert grammar.head_of(words) == head
