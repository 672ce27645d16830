"""The tags of the encoder's words: which role of an attribution a word plays, in BIO."""

from typing import Literal, get_args

import numpy as np

__all__ = ["ARC", "FORBIDDEN", "ROLES", "TAGS", "Role", "best_tags", "runs"]

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = get_args(Role)
TAGS = ("O", *(f"{begin}-{role}" for role in ROLES for begin in "BI"))
ARC = 128
"""Length of the vectors whose product scores an arc."""

FORBIDDEN = np.zeros((len(TAGS), len(TAGS)), np.float32)
"""What to add to the score of a step from one tag to the next: I-x follows only B-x or I-x."""
for _before, _from in enumerate(TAGS):
    for _after, _to in enumerate(TAGS):
        if _to[0] == "I" and _from[1:] != _to[1:]:
            FORBIDDEN[_before, _after] = -1e4


def best_tags(scores: np.ndarray, steps: np.ndarray) -> np.ndarray:
    """The best sequence of tags: `scores` [words, tags] and `steps` [tags, tags] -> [words].

    Source: Viterbi decoding of a linear-chain conditional random field (Lafferty et al. 2001).
    """
    if not len(scores):
        return np.zeros(0, np.int64)
    into = np.ascontiguousarray((steps + FORBIDDEN).T)  # a row for each tag that is stepped to
    best = scores[0] + FORBIDDEN[0]  # as after an O: no I-x comes first
    reached = np.empty((len(scores), len(TAGS)), np.result_type(into, best))
    paths = np.empty_like(into, reached.dtype)
    reached[0] = best
    for place in range(1, len(scores)):
        np.add(into, best, out=paths)
        best = np.maximum.reduce(paths, 1)
        best += scores[place]
        reached[place] = best
    back = (reached[:-1, None] + into).argmax(2).tolist()
    tags = [int(best.argmax())]
    for before in reversed(back):
        tags.append(before[tags[-1]])
    return np.array(tags[::-1], np.int64)


def runs(tags: np.ndarray) -> list[tuple[int, int, Role]]:
    """The tagged stretches of words: first, last + 1, role."""
    found: list[tuple[int, int, Role]] = []
    start: int | None = None
    for index, tag in enumerate([*tags.tolist(), 0]):
        begins = tag % 2 == 1  # tags are O, B-source, I-source, B-cue, ...
        if start is not None and (tag == 0 or begins):
            found.append((start, index, ROLES[(int(tags[start]) - 1) // 2]))
            start = None
        if begins:
            start = index
    return found
