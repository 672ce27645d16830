"""The training texts, their windows cut and shuffled anew in every epoch."""

import pickle
import random
from collections.abc import Iterator
from pathlib import Path

from sayso.reading.encoder.pieces import Vocabulary
from sayso.records import Grammar
from training.batches import batches
from training.gum import read_documents
from training.labels import as_labels
from training.polnear import read_articles
from training.targets import (
    Example,
    Targets,
    article_targets,
    document_targets,
    spoil_marks,
    window_examples,
)

__all__ = ["Articles", "Documents", "endless"]

_SPOILED = 0.15  # articles read with spoiled quotation marks, so that odd marks do no harm


class Articles:
    """The articles of PolNeAR; `silver` holds a teacher's grammar of some by their name."""

    def __init__(self, polnear: Path, vocabulary: Vocabulary, silver: Path | None) -> None:
        self.articles = read_articles(polnear, "train")
        taught: dict[str, Grammar] = pickle.loads(silver.read_bytes()) if silver else {}
        grammar = {name: as_labels(known, gold=False) for name, known in taught.items()}
        self.targets = [
            article_targets(article, vocabulary, grammar.get(article.name))
            for article in self.articles
        ]
        self.vocabulary = vocabulary

    def windows(self, rng: random.Random) -> list[Example]:
        """All windows; an article with spoiled marks has other words, so no grammar."""
        return [window for index in range(len(self.articles)) for window in self._cut(index, rng)]

    def _cut(self, index: int, rng: random.Random) -> list[Example]:
        targets = self.targets[index]
        if rng.random() < _SPOILED:
            targets = article_targets(spoil_marks(self.articles[index], rng), self.vocabulary)
        return window_examples(targets, self.vocabulary, skip=rng.randint(0, 4))


class Documents:
    """The documents of GUM."""

    def __init__(self, gum: Path, vocabulary: Vocabulary, part: str = "train") -> None:
        self.targets: list[Targets] = [
            document_targets(document, vocabulary) for document in read_documents(gum, [part])
        ]
        self.vocabulary = vocabulary

    def windows(self, rng: random.Random) -> list[Example]:
        """All windows."""
        return [
            window
            for targets in self.targets
            for window in window_examples(targets, self.vocabulary, skip=rng.randint(0, 4))
        ]


def endless(texts: Articles | Documents, size: int, seed: int) -> Iterator[list[Example]]:
    """Batches of one epoch after the other, the same for the same seed."""
    epoch = 0
    while True:
        rng = random.Random(seed * 1000 + epoch)
        yield from batches(texts.windows(rng), size, rng)
        epoch += 1
