"""The best tree over the words of a sentence, given a score for every head of every word."""

import numpy as np

__all__ = ["best_heads"]

_NEVER = np.float32(-1e9)
# Words times roots tried: all roots of a sentence of news; the likeliest of a text without
# sentences, where every one of them can ask for a contraction a word.
_TRIED = 900


def best_heads(scores: np.ndarray) -> np.ndarray:
    """The heads of the best tree: `scores` [words, words + 1], the last column for root → [words].

    The one root of the tree has the head -1. Source: maximum spanning arborescence (Chu and Liu
    1965, Edmonds 1967), for one root after the other while a better tree is still possible.
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    scores[np.arange(count), np.arange(count)] = _NEVER
    heads: np.ndarray = scores.argmax(1)
    if (heads == count).sum() != 1 or _cycle(heads, count):
        heads = _best_rooted(scores)
    heads[heads == count] = -1
    return heads


def _best_rooted(scores: np.ndarray) -> np.ndarray:
    count = len(scores)
    words = np.arange(count)
    best = scores[:, :count].max(1)
    ceilings = best.sum() - best + scores[:, count]  # no tree with this root is worth more
    found, worth = words, -np.inf
    likely = np.argsort(-ceilings, kind="stable")
    for root in likely[: max(1, _TRIED // count)]:
        if ceilings[root] <= worth:
            break
        heads = _arborescence(_rooted(scores, int(root)))
        if (here := scores[words, heads].sum()) > worth:
            found, worth = heads, here
    return found


def _rooted(scores: np.ndarray, root: int) -> np.ndarray:
    """The scores where no other word can be the root."""
    forced = scores.copy()
    forced[:, -1] = forced[root] = _NEVER
    forced[root, -1] = 0
    return forced


def _cycle(heads: np.ndarray, root: int) -> list[int]:
    """The words of a cycle, none where every chain of heads ends at `root`."""
    steps = heads.tolist()
    seen = [-1] * len(steps)
    for start in range(len(steps)):
        word = start
        while word != root and seen[word] < 0:
            seen[word] = start
            word = steps[word]
        if word != root and seen[word] == start:
            return _round(steps, word)
    return []


def _round(steps: list[int], word: int) -> list[int]:
    found = [word]
    while (after := steps[found[-1]]) != word:
        found.append(after)
    return found


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """Heads without cycles: each cycle becomes one word, until none is left."""
    count = len(scores)
    heads: np.ndarray = scores.argmax(1)
    cycle = _cycle(heads, count)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.delete(np.arange(count), inside)
    smaller, enter, leave = _contracted(scores, heads, inside=inside, outside=outside)
    found = _arborescence(smaller)
    # the names that the columns of the smaller table had: outside words, the cycle, root
    names = np.concatenate([outside, [-1, count]])
    whole = heads.copy()
    whole[outside] = names[found[:-1]]
    from_cycle = np.flatnonzero(found[:-1] == len(outside))
    whole[outside[from_cycle]] = inside[leave[from_cycle]]
    entered = int(found[-1])
    column = entered - (entered > len(outside))  # the cycle itself is no head of its own
    whole[inside[enter[column]]] = names[entered]
    return whole


def _contracted(
    scores: np.ndarray, heads: np.ndarray, *, inside: np.ndarray, outside: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The table with the cycle as its last word, and at which of its words each arc ends.

    `enter` says it for the arcs into the cycle (from the outside words, then from root), `leave`
    for those out of it.
    """
    count = len(outside)
    heads_outside = np.append(outside, len(scores))
    gains = scores[np.ix_(inside, heads_outside)] - scores[inside, heads[inside]][:, None]
    out = scores[np.ix_(outside, inside)]
    enter, leave = gains.argmax(0), out.argmax(1)
    smaller = np.full((count + 1, count + 2), float(_NEVER))
    smaller[:count, :count] = scores[np.ix_(outside, outside)]
    smaller[:count, count] = out.max(1)
    smaller[:count, count + 1] = scores[outside, len(scores)]
    smaller[count, :count] = gains.max(0)[:count]
    smaller[count, count + 1] = gains.max(0)[count]
    return smaller, enter, leave
