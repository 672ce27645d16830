"""What the encoder is to answer for a text: tags and arcs of attributions, and its grammar."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.reading.encoder.pieces import Pieces, Vocabulary
from sayso.reading.encoder.tags import ROLES, TAGS, Role
from sayso.reading.encoder.windows import cut_windows
from sayso.reading.words import split_words
from sayso.records import Span
from training.gum import Document
from training.labels import Labels, as_labels
from training.polnear import Article

__all__ = [
    "Example",
    "Targets",
    "article_targets",
    "document_targets",
    "spoil_marks",
    "window_examples",
]

_CLOSING = re.compile(r"(?<=\S)[\"”](?=[\s.,;:)]|$)")
_DOUBLE = re.compile(r"[\"“”]")

Arc = tuple[int, int, int]
"""Kind (0 span → cue, 1 cue → source, 2 cue → content), first word, word it points to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """The words and pieces of a text with the tags [words] and arcs they should get.

    `tags` are None where nobody marked attributions, `grammar` where nobody knows it.
    """

    text: str
    words: Sequence[Span]
    pieces: Pieces
    tags: np.ndarray | None
    arcs: list[Arc]
    grammar: Labels | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One window: pieces with [CLS] and [SEP], first and last piece of each word, tags and arcs."""

    ids: np.ndarray
    features: np.ndarray
    first: np.ndarray
    last: np.ndarray
    tags: np.ndarray | None
    arcs: list[Arc]
    grammar: Labels | None


def document_targets(document: Document, vocabulary: Vocabulary) -> Targets:
    """The grammar of a document."""
    words = document.grammar.words
    return Targets(
        text=document.text,
        words=words,
        pieces=vocabulary.pieces(document.text, words),
        tags=None,
        arcs=[],
        grammar=as_labels(document.grammar, gold=True),
    )


def article_targets(
    article: Article, vocabulary: Vocabulary, grammar: Labels | None = None
) -> Targets:
    """Tags and arcs of an article; where attributions overlap the earlier one keeps the word."""
    words = split_words(article.text)
    at = {place: index for index, span in enumerate(words) for place in range(*span)}
    tags = np.zeros(len(words), np.int64)
    arcs: list[Arc] = []
    for attribution in article.attributions:
        roles = {role: _word_set(attribution[role], at) for role in ROLES}
        if any(roles.values()):
            _mark(roles, tags, arcs)
    pieces = vocabulary.pieces(article.text, words)
    return Targets(
        text=article.text, words=words, pieces=pieces, tags=tags, arcs=arcs, grammar=grammar
    )


def _word_set(spans: list[Span], at: dict[int, int]) -> set[int]:
    return {at[place] for span in spans for place in range(*span) if place in at}


def _mark(roles: dict[Role, set[int]], tags: np.ndarray, arcs: list[Arc]) -> None:
    anchor = min(roles["cue"] or roles["source"] or roles["content"])
    for role in ROLES:
        for start, end in _fragments({word for word in roles[role] if not tags[word]}):
            tags[start:end] = TAGS.index(f"I-{role}")
            tags[start] = TAGS.index(f"B-{role}")
            arcs.append((0, start, anchor))
    if not roles["cue"]:
        return
    for kind, role in ((1, ROLES[0]), (2, ROLES[2])):
        pieces = _fragments(roles[role])
        nearest = min(pieces, key=lambda piece: _distance(piece, anchor), default=(anchor, 0))
        arcs.append((kind, anchor, nearest[0]))


def _fragments(words: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and found[-1][1] == word:
            found[-1] = (found[-1][0], word + 1)
        else:
            found.append((word, word + 1))
    return found


def _distance(piece: tuple[int, int], word: int) -> int:
    return max(0, piece[0] - word, word - piece[1] + 1)


def window_examples(targets: Targets, vocabulary: Vocabulary, *, skip: int) -> list[Example]:
    """The windows of an article as the network takes them."""
    windows = cut_windows(targets.text, targets.words, targets.pieces, skip=skip)
    return [_example(targets, vocabulary, window) for window in windows if len(range(*window)) > 3]


def _example(targets: Targets, vocabulary: Vocabulary, window: tuple[int, int]) -> Example:
    start, end = window
    starts = targets.pieces.starts
    low, high = starts[start], starts[end]
    return Example(
        ids=np.concatenate(([vocabulary.cls], targets.pieces.ids[low:high], [vocabulary.sep])),
        features=np.concatenate(([0], targets.pieces.features[low:high], [0])),
        first=starts[start:end] - low + 1,
        last=starts[start + 1 : end + 1] - low,
        tags=None if targets.tags is None else targets.tags[start:end],
        arcs=[
            (kind, one - start, other - start)
            for kind, one, other in targets.arcs
            if start <= one < end and start <= other < end
        ],
        grammar=targets.grammar.cut(start, end) if targets.grammar else None,
    )


def spoil_marks(article: Article, rng: random.Random) -> Article:
    """The article as a careless page prints it: closing marks lost, single marks, or none at all.

    Marks become spaces or other marks of the same length, so that every place stays.
    """
    way = rng.choice(("lose", "lose", "single", "none"))
    if way == "lose":
        text = _CLOSING.sub(lambda mark: " " if rng.random() < 0.3 else mark.group(), article.text)
    else:
        text = _DOUBLE.sub("'" if way == "single" else " ", article.text)
    return Article(name=article.name, text=text, attributions=article.attributions)
