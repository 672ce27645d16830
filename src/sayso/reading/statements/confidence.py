"""How likely a statement is right: a logistic regression on how sure the encoder was of its parts.

`confidence.toml` beside this file has the weights and how they were fitted.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain

import numpy as np

from sayso.reading.encoder.encoder import Encoded
from sayso.reading.encoder.tags import TAGS
from sayso.reading.layout import Layout
from sayso.reading.statements.cues import cue_level
from sayso.reading.statements.draft import Board, Draft, fragments

__all__ = ["FEATURES", "estimate", "evidence"]

_SOURCE, _CUE, _CONTENT = (TAGS.index(f"B-{role}") for role in ("source", "cue", "content"))
_SURE = 20.0  # bonds beyond this are all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """A draft in the order of its words; `scores` [words, tags] are logarithms of shares of 1.

    `inside` [content] are those of each word of the content for being one.
    """

    draft: Draft
    layout: Layout
    scores: np.ndarray
    source: list[int]
    cue: list[int]
    content: list[int]
    main: tuple[int, int]
    inside: np.ndarray


def _cue_begins(seen: _Evidence) -> float:
    return float(seen.scores[seen.cue[0], _CUE]) if seen.cue else 0.0


def _source_begins(seen: _Evidence) -> float:
    return float(seen.scores[seen.source[0], _SOURCE]) if seen.source else 0.0


def _content_begins(seen: _Evidence) -> float:
    return float(seen.scores[seen.main[0], _CONTENT])


def _content_throughout(seen: _Evidence) -> float:
    return float(np.add.reduce(seen.inside) / len(seen.inside))


def _content_at_worst(seen: _Evidence) -> float:
    return float(np.minimum.reduce(seen.inside))


def _content_ends(seen: _Evidence) -> float:
    """How little the word after the longest piece looks like more of it."""
    if seen.main[1] >= len(seen.scores):
        return 0.0
    more = float(np.exp(seen.scores[seen.main[1], _CONTENT + 1]))
    return float(np.log1p(-min(0.9999, more)))


def _without_source(seen: _Evidence) -> float:
    return float(not seen.source)


def _bond(seen: _Evidence) -> float:
    """By how much its source beats having none."""
    return max(-_SURE, min(_SURE, seen.draft.bond)) / _SURE


def _quoted(seen: _Evidence) -> float:
    return float(np.count_nonzero(seen.layout.quoted[seen.content]) / len(seen.content))


def _length(seen: _Evidence) -> float:
    return float(np.log(len(seen.content)))


def _word_of_cues(seen: _Evidence) -> float:
    """The level of the likeliest of its words."""
    return max((cue_level(seen.layout.word(word)) for word in seen.cue), default=0.0)


def _distance(seen: _Evidence) -> float:
    """Words between cue and content."""
    first, after = seen.main
    if not seen.cue:
        return 0.0
    return float(np.log1p(min(abs(seen.cue[0] - first), abs(seen.cue[0] - after + 1))))


def _other_paragraph(seen: _Evidence) -> float:
    return float(bool(seen.cue) and not seen.layout.together(seen.cue[0], seen.content[0]))


FEATURES: tuple[Callable[[_Evidence], float], ...] = (
    _cue_begins,
    _source_begins,
    _content_begins,
    _content_throughout,
    _content_at_worst,
    _content_ends,
    _without_source,
    _bond,
    _quoted,
    _length,
    _word_of_cues,
    _distance,
    _other_paragraph,
)
"""What the regression looks at; its weights are found under these names without the underscore."""


def evidence(board: Board, encoded: Encoded) -> tuple[list[Draft], np.ndarray]:
    """The drafts with a content, and their features [drafts, 1 + FEATURES]; the first is 1."""
    drafts = [draft for draft in board.drafts if draft.content]
    shifted = encoded.tags - encoded.tags.max(-1, keepdims=True, initial=-np.inf)
    scores = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    seen = (_evidence(draft, board.layout, scores) for draft in drafts)
    rows = [[1.0, *(feature(one) for feature in FEATURES)] for one in seen]
    return drafts, np.array(rows, float).reshape(len(drafts), 1 + len(FEATURES))


def estimate(board: Board, encoded: Encoded) -> None:
    """Set how likely each draft is `found` rightly, and `right` in its source as well."""
    drafts, rows = evidence(board, encoded)
    found, right = (1 / (1 + np.exp(-(rows @ _weights(name)))) for name in ("found", "right"))
    for draft, one, other in zip(drafts, found.tolist(), right.tolist(), strict=True):
        draft.found, draft.right = one, other


def _evidence(draft: Draft, layout: Layout, scores: np.ndarray) -> _Evidence:
    content = sorted(draft.content)
    return _Evidence(
        draft=draft,
        layout=layout,
        scores=scores,
        source=sorted(draft.source),
        cue=sorted(draft.cue),
        content=content,
        main=max(fragments(draft.content), key=lambda piece: piece[1] - piece[0]),
        inside=np.logaddexp(scores[content, _CONTENT], scores[content, _CONTENT + 1]),
    )


@cache
def _weights(name: str) -> np.ndarray:
    text = files("sayso.reading.statements").joinpath("confidence.toml").read_text("utf-8")
    row = tomllib.loads(text)[name]
    names = chain(["constant"], (feature.__name__.removeprefix("_") for feature in FEATURES))
    return np.array([row[name] for name in names])
