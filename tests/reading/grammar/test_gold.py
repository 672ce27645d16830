"""How right the grammar is, on four news reports of GUM that no training saw."""

from pathlib import Path

import pytest

from benchmarks.grammar import grammar_figures
from sayso.reading import Encoder
from sayso.reading.words import split_words
from sayso.records import Grammar
from tests.gold import SHARED, below_floor, same_corpus
from training.gum import read_documents

GUM = Path(__file__).parent / "gum"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_four_reports(encoder: Encoder) -> None:
    def read(text: str) -> Grammar:
        return encoder.encode(text, split_words(text)).grammar

    assert same_corpus("grammar", (GUM / "dep").glob("*.conllu"))
    figures = grammar_figures(read_documents(GUM, ["dev", "test"]), read)
    assert not below_floor("grammar", figures)


@pytest.mark.shared
def test_the_four_are_as_in_gum() -> None:
    whole = {
        document.name: document
        for document in read_documents(SHARED / "data" / "gum", ["dev", "test"])
    }
    for document in read_documents(GUM, ["dev", "test"]):
        assert document == whole[document.name]
