"""Which place each name of a text means."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from sayso.lexicon import table
from sayso.reading.places.features import FEATURES, Board, Question
from sayso.reading.places.scenes import Scene

__all__ = ["ask", "choose"]

# Swept on half of LGL: one round more changes nothing, one less costs a point.
_ROUNDS = 2
_BLOCK = 100  # names that are weighed together, so that a text of any length costs linear time


def choose(scenes: Sequence[Scene]) -> Iterator[int]:
    """The row of the gazetteer for each scene, in order."""
    for start in range(0, len(scenes), _BLOCK):
        block = scenes[start : start + _BLOCK]
        questions, asked = ask(block, start)
        best = _answers(Board(questions))
        yield from (best[number] for number in asked)


def ask(scenes: Sequence[Scene], start: int = 0) -> tuple[list[Question], list[int]]:
    """The questions of scenes whose first has the number `start`, and the one of each scene.

    Mentions of one name are one question where the same is told of them.
    """
    questions: list[Question] = []
    numbers: dict[tuple[object, ...], int] = {}
    asked = [0] * len(scenes)
    for place in reversed(range(len(scenes))):  # what a name lies in stands after it
        scene = scenes[place]
        outer = scene.within - start if scene.within is not None else len(scenes)
        within = asked[outer] if outer < len(scenes) else None
        key = (scene.name.stretch, scene.kind, within, scene.holding and scene.holding.among)
        if key not in numbers:
            numbers[key] = len(questions)
            questions.append(
                Question(
                    candidates=scene.candidates,
                    spelling=scene.name.stretch,
                    kind=scene.kind,
                    within=within,
                    holding=scene.holding,
                )
            )
        asked[place] = numbers[key]
    return questions, asked


def _answers(board: Board) -> list[int]:
    """The likeliest place of each question: first each by itself, then by what the others are."""
    alone, together = _weights()
    chance = board.chances(board.features(None) @ alone)
    for _ in range(_ROUNDS):
        chance = board.chances(board.features(chance) @ together)
    return [
        int(board.numbers[first + int(np.argmax(chance[first:after]))])
        for first, after in zip(board.starts[:-1], board.starts[1:], strict=True)
    ]


@cache
def _weights() -> tuple[np.ndarray, np.ndarray]:
    rows = table("place_weights")
    alone, together = (
        np.array([rows[part][feature] for feature in FEATURES]) for part in ("alone", "together")
    )
    return alone, together
