"""From tagged words to drafts: which source and which content belong to which cue.

Every span scores the cues it may hang on, and every cue the sources and contents it may have; both
directions count. Distances are in words, scores natural logarithms.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np

from sayso.reading.encoder.encoder import Encoded
from sayso.reading.encoder.tags import ARC, runs
from sayso.reading.statements.draft import Draft

__all__ = ["link_tags"]

# Distances and back weights swept alone, 0.25 to 4 times their value, on 110 articles of PolNeAR
# train and on dev: no other value gains more than 0.1 points on both. _SECOND_CHOICE is of trials.
_REACH = 250  # words beyond which nothing is linked
_SPAN_DISTANCE, _CUE_DISTANCE = 1.0, 0.5  # price of distance, times log(1 + words)
_CONTENT_BACK = 0.3  # weight of cue → content beside content → cue
_SOURCE_BACK = 2.0  # weight of source → cue beside cue → source
_SOURCE_NEEDS = 2.0  # by how much a source must beat "this cue has none"
_SHARED_NEEDS = -2.0  # the same for one that stands in the sentence; swept -6 to 0, flat from -4 on
_SECOND_CHOICE = 1.5  # a content leaves its best cue to another one's only for less than this
_SCALE = ARC**0.5
_LOGS = np.log1p(np.arange(_REACH + 1))

_SPAN, _SOURCE, _CONTENT = 0, 1, 2


def link_tags(encoded: Encoded, tags: np.ndarray, sentence: np.ndarray) -> list[Draft]:
    """One draft a cue, with the contents and the source that belong to it.

    `sentence` [words] is the number of the sentence of every word.
    """
    tagged = runs(tags)
    cues = [(first, after) for first, after, role in tagged if role == "cue"]
    contents = [(first, after) for first, after, role in tagged if role == "content"]
    sources = [(first, after) for first, after, role in tagged if role == "source"]
    drafts = {first: Draft(cue=set(range(first, after))) for first, after in cues}
    cueing, held, held_by = (_places(encoded, found) for found in (cues, contents, sources))
    links = _Links(cueing, sentence)
    for (first, after), cue in zip(contents, links.contents(held), strict=True):
        if cue is not None:
            drafts[cue].content.update(range(first, after))
    for cue, (source, margin) in links.sources(held_by).items():
        drafts[cue].bond = margin
        if source is None:
            drafts[cue].nobody = True
        else:
            drafts[cue].source.update(range(*sources[source]))
    return list(drafts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The words at which the spans of one role begin, in order, and what the encoder says of them.

    `keys` and `queries` [words, 384] are their vectors of all kinds of arc.
    """

    words: list[int]
    numbers: np.ndarray
    keys: np.ndarray
    queries: np.ndarray

    def near(self, middle: int) -> slice:
        """Those within reach of a word."""
        low = bisect_left(self.words, middle - _REACH)
        return slice(low, bisect_right(self.words, middle + _REACH))


def _places(encoded: Encoded, spans: list[tuple[int, int]]) -> _Places:
    words = [first for first, _ in spans]
    numbers = np.array(words, np.int64)
    rows = encoded.rows[numbers]
    return _Places(
        words=words, numbers=numbers, keys=encoded.keys[rows], queries=encoded.queries[rows]
    )


class _Links:
    def __init__(self, cues: _Places, sentence: np.ndarray) -> None:
        self._cues = cues
        self._sentence: list[int] = sentence.tolist()

    def contents(self, contents: _Places) -> list[int | None]:
        """The cue of every content: best pairs first, each cue one before any gets two."""
        back = _softened(_CONTENT, self._cues, contents, price=_CUE_DISTANCE)
        scores = [*self._hang(contents).values()]
        for content, row in zip(contents.words, scores, strict=True):
            for cue in row:
                row[cue] += _CONTENT_BACK * max(-6.0, back[cue].get(content, -6.0))
        pairs = sorted(
            (
                (score, -index, cue)
                for index, row in enumerate(scores)
                for cue, score in row.items()
            ),
            reverse=True,
        )
        chosen: dict[int, int] = {}
        taken: set[int] = set()
        for score, index, cue in pairs:
            if -index not in chosen and cue not in taken and score > -12:
                chosen[-index] = cue
                taken.add(cue)
        return [_settled(row, chosen.get(index)) for index, row in enumerate(scores)]

    def sources(self, sources: _Places) -> dict[int, tuple[int | None, float]]:
        """The number of the source of every cue, None where its sentence has none that fits.

        Beside it stands by how much it beats "nobody". A source may serve several cues; a cue that
        is not in the answer leaves it open.
        """
        hangs = self._hang(sources)
        found: dict[int, tuple[int | None, float]] = {}
        for at, cue in enumerate(self._cues.words):
            near = sources.words[sources.near(cue)]
            scores = _scores(_SOURCE, self._cues, sources, at=at, price=_CUE_DISTANCE).tolist()
            nobody = _alone(self._cues, at)
            both = [
                (score + _SOURCE_BACK * max(-8.0, hangs[source].get(cue, -8.0)), source)
                for score, source in zip(scores, near, strict=True)
            ]
            best = max(both, default=(-np.inf, -1))
            same = [
                pair
                for pair in zip(scores, near, strict=True)
                if self._sentence[pair[1]] == self._sentence[cue]
            ]
            if best[0] > nobody + _SOURCE_NEEDS:
                found[cue] = bisect_left(sources.words, best[1]), best[0] - nobody
            elif same:
                score, source = max(same)
                fits = score > nobody + _SHARED_NEEDS
                found[cue] = bisect_left(sources.words, source) if fits else None, score - nobody
        return found

    def _hang(self, spans: _Places) -> dict[int, dict[int, float]]:
        """How well each span hangs on each cue."""
        return _softened(_SPAN, spans, self._cues, price=_SPAN_DISTANCE)


def _softened(
    kind: int, ones: _Places, others: _Places, *, price: float
) -> dict[int, dict[int, float]]:
    """By word of the one: the logarithms of the shares of 1 of those of the others within reach."""
    found: dict[int, dict[int, float]] = {}
    for at, word in enumerate(ones.words):
        scores = _log_softmax(_scores(kind, ones, others, at=at, price=price))
        near = others.words[others.near(word)]
        found[word] = dict(zip(near, scores.tolist(), strict=True))
    return found


def _scores(kind: int, ones: _Places, others: _Places, *, at: int, price: float) -> np.ndarray:
    """How well the vector of one word fits those of the others within its reach."""
    part = slice(kind * ARC, (kind + 1) * ARC)
    near = others.near(ones.words[at])
    fits = others.keys[near, part] @ ones.queries[at, part] / _SCALE
    scores: np.ndarray = fits - price * _LOGS[np.abs(others.numbers[near] - ones.words[at])]
    return scores


def _alone(cues: _Places, at: int) -> float:
    """How well nobody fits a cue as its source: the cue itself."""
    part = slice(_SOURCE * ARC, (_SOURCE + 1) * ARC)
    return float((cues.keys[at : at + 1, part] @ cues.queries[at, part] / _SCALE)[0])


def _settled(scores: dict[int, float], chosen: int | None) -> int | None:
    if not scores:
        return None
    best = max(scores, key=lambda cue: scores[cue])
    if chosen is None or scores[chosen] < scores[best] - _SECOND_CHOICE:
        return best
    return chosen


def _log_softmax(scores: np.ndarray) -> np.ndarray:
    if not len(scores):
        return scores
    shifted = scores - scores.max()
    result: np.ndarray = shifted - np.log(np.exp(shifted).sum())
    return result
