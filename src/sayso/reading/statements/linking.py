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

# Taken over from trials on PolNeAR dev with an earlier encoder; not swept again for this one.
_REACH = 250  # words beyond which nothing is linked
_SPAN_DISTANCE, _CUE_DISTANCE = 1.0, 0.5  # price of distance, times log(1 + words)
_CONTENT_BACK = 0.3  # weight of cue → content beside content → cue
_SOURCE_BACK = 2.0  # weight of source → cue beside cue → source
_SOURCE_NEEDS = 2.0  # by how much a source must beat "this cue has none"
_SECOND_CHOICE = 1.5  # a content leaves its best cue to another one's only for less than this
_SCALE = ARC**0.5

_SPAN, _SOURCE, _CONTENT = 0, 1, 2


def link_tags(encoded: Encoded, tags: np.ndarray) -> list[Draft]:
    """One draft a cue, with the contents and the source that belong to it."""
    tagged = runs(tags)
    cues = [(first, after) for first, after, role in tagged if role == "cue"]
    contents = [(first, after) for first, after, role in tagged if role == "content"]
    sources = [(first, after) for first, after, role in tagged if role == "source"]
    drafts = {first: Draft(cue=set(range(first, after))) for first, after in cues}
    links = _Links(encoded, [first for first, _ in cues])
    for (first, after), cue in zip(contents, links.contents([c[0] for c in contents]), strict=True):
        if cue is not None:
            drafts[cue].content.update(range(first, after))
    for cue, source in links.sources([s[0] for s in sources]).items():
        drafts[cue].source.update(range(*sources[source]))
    return list(drafts.values())


class _Links:
    def __init__(self, encoded: Encoded, cues: list[int]) -> None:
        self._encoded = encoded
        self._cues = cues

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

    def sources(self, sources: list[int]) -> dict[int, int]:
        """The number of the source of every cue that has one; a source may serve several."""
        hangs = {source: self._hangs_on(source) for source in sources}
        found = {}
        for cue in self._cues:
            near = _near(sources, cue)
            scores = self._scores(_SOURCE, cue, near, price=_CUE_DISTANCE)
            best, which = None, -1
            for score, source in zip(scores, near, strict=True):
                score += _SOURCE_BACK * max(-8.0, hangs[source].get(cue, -8.0))
                if best is None or score > best:
                    best, which = score, source
            nobody = float(self._scores(_SOURCE, cue, [cue], price=0.0)[0])
            if best is not None and best > nobody + _SOURCE_NEEDS:
                found[cue] = bisect_left(sources, which)
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
