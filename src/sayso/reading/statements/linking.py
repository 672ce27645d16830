"""From tagged words to drafts: which source and which content belong to which cue.

Every span scores the cues it may hang on, and every cue the sources and contents it may have; both
directions count. Distances are in words, scores natural logarithms.
"""

from bisect import bisect_left, bisect_right

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
    links = _Links(encoded, [first for first, _ in cues], sentence)
    for (first, after), cue in zip(contents, links.contents([c[0] for c in contents]), strict=True):
        if cue is not None:
            drafts[cue].content.update(range(first, after))
    for cue, (source, margin) in links.sources([s[0] for s in sources]).items():
        drafts[cue].bond = margin
        if source is None:
            drafts[cue].nobody = True
        else:
            drafts[cue].source.update(range(*sources[source]))
    return list(drafts.values())


class _Links:
    def __init__(self, encoded: Encoded, cues: list[int], sentence: np.ndarray) -> None:
        self._encoded = encoded
        self._cues = cues
        self._sentence = sentence

    def contents(self, contents: list[int]) -> list[int | None]:
        """The cue of every content: best pairs first, each cue one before any gets two."""
        back = {cue: self._pointed(cue, contents) for cue in self._cues}
        scores = [self._hangs_on(content) for content in contents]
        for content, row in zip(contents, scores, strict=True):
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

    def sources(self, sources: list[int]) -> dict[int, tuple[int | None, float]]:
        """The number of the source of every cue, None where its sentence has none that fits.

        Beside it stands by how much it beats "nobody". A source may serve several cues; a cue that
        is not in the answer leaves it open.
        """
        hangs = {source: self._hangs_on(source) for source in sources}
        found: dict[int, tuple[int | None, float]] = {}
        for cue in self._cues:
            near = _near(sources, cue)
            scores = self._scores(_SOURCE, cue, near, price=_CUE_DISTANCE).tolist()
            nobody = float(self._scores(_SOURCE, cue, [cue], price=0.0)[0])
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
                found[cue] = bisect_left(sources, best[1]), best[0] - nobody
            elif same:
                score, source = max(same)
                fits = score > nobody + _SHARED_NEEDS
                found[cue] = bisect_left(sources, source) if fits else None, score - nobody
        return found

    def _hangs_on(self, span: int) -> dict[int, float]:
        near = _near(self._cues, span)
        scores = _log_softmax(self._scores(_SPAN, span, near, price=_SPAN_DISTANCE))
        return dict(zip(near, scores.tolist(), strict=True))

    def _pointed(self, cue: int, contents: list[int]) -> dict[int, float]:
        near = _near(contents, cue)
        scores = _log_softmax(self._scores(_CONTENT, cue, near, price=_CUE_DISTANCE))
        return dict(zip(near, scores.tolist(), strict=True))

    def _scores(self, kind: int, one: int, others: list[int], *, price: float) -> np.ndarray:
        part = slice(kind * ARC, (kind + 1) * ARC)
        keys = self._encoded.keys[self._encoded.rows[others], part]
        query = self._encoded.queries[self._encoded.rows[one], part]
        distance = np.log1p(np.abs(np.array(others, np.int64) - one))
        scores: np.ndarray = keys @ query / _SCALE - price * distance
        return scores


def _near(places: list[int], middle: int) -> list[int]:
    low = bisect_left(places, middle - _REACH)
    return places[low : bisect_right(places, middle + _REACH)]


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
