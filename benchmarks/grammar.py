"""How right the grammar is, from raw text: `python -m benchmarks.grammar GUM [--weights FOLDER]`.

Everything is told by characters, so that a word cut otherwise counts as an error, and given as F1
in per cent. Where spaCy is installed (the extra `training`), its small English model is measured
in the same run, on our words and with its trees rewritten to UD.
"""

import argparse
from calendar import month_name
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path

from sayso.reading import Encoder
from sayso.reading.encoder.encoder import WEIGHTS
from sayso.reading.words import split_words
from sayso.records import Grammar, Name, NameKind
from training.gum import Document, read_documents

__all__ = ["grammar_figures"]

GENRES = ("news", "interview", "speech")
_MONTHS = frozenset({*month_name, "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_NAMED = (NameKind.PERSON, NameKind.ORGANIZATION, NameKind.PLACE)

Fact = tuple[Hashable, ...]


def grammar_figures(
    documents: Sequence[Document], read: Callable[[str], Grammar]
) -> dict[str, float]:
    """F1 of each kind of fact, and of names that overlap one of the same kind."""
    gold, found, right = Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        grammar = read(document.text)
        expected = set(_facts(document.text, document.grammar))
        facts = set(_facts(document.text, grammar))
        gold.update(str(fact[0]) for fact in expected)
        found.update(str(fact[0]) for fact in facts)
        right.update(str(fact[0]) for fact in expected & facts)
        _count_names(document.grammar.names, grammar.names, (gold, found, right))
    return {
        name: 200 * right[name] / max(1, gold[name] + found[name]) for name in sorted(gold | found)
    }


def _facts(text: str, grammar: Grammar) -> Iterator[Fact]:
    for word, span in enumerate(grammar.words):
        yield "words", span
        yield "upos", span, grammar.upos[word]
        yield "xpos", span, grammar.xpos[word]
        yield from _tree_facts(text, grammar, word)
    for first in grammar.sentences:
        yield "sentences", grammar.words[first]


def _tree_facts(text: str, grammar: Grammar, word: int) -> Iterator[Fact]:
    span, head = grammar.words[word], grammar.heads[word]
    form, label = span.of(text), grammar.labels[word].partition(":")[0]
    to = grammar.words[head] if head >= 0 else None
    if any(character.isalnum() for character in form):
        yield "heads", span, to
        yield "heads and labels", span, to, label
    if to is None:
        return
    # in dates the annotation differs, and times have a reader of their own
    if label == "nummod" and not {to.of(text), form} & _MONTHS:
        yield "number of what", span, to
    if label in {"nsubj", "obj", "aux"}:
        yield {"nsubj": "subjects", "obj": "objects", "aux": "auxiliaries"}[label], span, to
    if form.lower() in _NEGATIONS:
        yield "negations", span, to


def _count_names(
    gold: Sequence[Name], found: Sequence[Name], counts: tuple[Counter[str], ...]
) -> None:
    taken: set[int] = set()
    for counter, names in zip(counts, (gold, found), strict=False):
        for name in names:
            counter.update(_keys(name.kind))
    for name in gold:
        for index, other in enumerate(found):
            if index not in taken and other.kind is name.kind and other.span.overlaps(name.span):
                taken.add(index)
                counts[2].update(_keys(name.kind))
                break


def _keys(kind: NameKind) -> list[str]:
    return [f"names: {kind}"] + ["names"] * (kind in _NAMED)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--parts", nargs="+", default=["dev", "test"])
    parser.add_argument("--genres", nargs="+", default=list(GENRES))
    options = parser.parse_args()
    documents = read_documents(options.gum, options.parts)
    documents = [document for document in documents if document.genre in options.genres]
    encoder = Encoder(options.weights)
    columns = {
        "sayso": grammar_figures(
            documents, lambda text: encoder.encode(text, split_words(text)).grammar
        )
    }
    try:
        from training.silver import Teacher
    except ModuleNotFoundError:
        print("spaCy is not installed")
    else:
        columns["spaCy sm"] = grammar_figures(documents, Teacher())
    print(f"| {len(documents)} documents | {' | '.join(columns)} |\n|-|{'-|' * len(columns)}")
    for name in columns["sayso"]:
        print(f"| {name} | {' | '.join(f'{column[name]:.1f}' for column in columns.values())} |")


if __name__ == "__main__":
    main()
