"""Fit the weights of place names: `python -m training.places GEO TABLE`.

TABLE is src/sayso/lexicon/place_weights.toml, GEO the folder with lgl.xml and GeoVirus.xml; only
the half of each that `benchmarks.geo` calls tuned is used. Which place a name means is a choice
among candidates (conditional logit), whether it names a place at all a logistic regression; both by
full gradients (Adam), so the same data give the same weights.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.geo import Document, Toponym, geovirus, lgl
from sayso.reading import Encoder
from sayso.reading.layout import lay_out
from sayso.reading.places.choosing import ask
from sayso.reading.places.features import FEATURES, Board
from sayso.reading.places.gazetteer import Gazetteer
from sayso.reading.places.names import look_up, words_of
from sayso.reading.places.places import name_at, possible_places
from sayso.reading.places.scenes import scenes_of
from sayso.reading.places.signs import SIGNS, sign_name
from sayso.reading.words import split_words

_STEPS, _RATE, _DECAY = 600, 0.05, 0.0008
_REACH, _SLACK = 161.0, 15.0  # kilometres to a marked point, and beyond the nearest candidate
_DEGREE = 111.2  # kilometres

# Signs that the corpora hardly hold, and what is told beside a name, count at least so much.
_LEAST = {
    "governs": 2.5,
    "building": 2.5,
    "inside_what_is_told": 4.0,
    "holds_what_is_told": 2.0,
    "kind_told": 1.5,
}

_Sample = tuple[np.ndarray, np.ndarray]
"""Features of the candidates of one question, and which of them are right (shares of one)."""
_Told = tuple[Board, list[_Sample]]


def descend(gradient: Callable[[np.ndarray], np.ndarray], size: int) -> np.ndarray:
    """The weights that Adam finds with that gradient (of what is to grow)."""
    weights, mean, square = np.zeros((3, size))
    for step in range(1, _STEPS + 1):
        change = gradient(weights) - _DECAY * weights
        mean, square = 0.9 * mean + 0.1 * change, 0.99 * square + 0.01 * change**2
        scaled = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights = weights + _RATE * mean / (1 - 0.9**step) / scaled
    return weights


def boards(
    documents: Sequence[Document], gazetteer: Gazetteer
) -> Iterator[tuple[Board, list[_Sample]]]:
    """Each document's candidates, and for each answerable question which rows are right."""
    for document in documents:
        words = words_of(lay_out(document.text, split_words(document.text)))
        spans = [toponym.span for toponym in document.toponyms]
        found = look_up([span.of(document.text) for span in spans], gazetteer)
        known = [number for number, (low, high) in enumerate(found) if low < high]
        if not known:
            continue
        names = [name_at(words, spans[number], found[number]) for number in known]
        questions, asked = ask(scenes_of(words, names, gazetteer))
        board = Board(questions)
        samples: dict[tuple[int, bytes], _Sample] = {}
        for number, question in zip(known, asked, strict=True):
            rows = np.arange(board.starts[question], board.starts[question + 1])
            right = _right(document.toponyms[number], board, rows)
            if right.any():
                key = question, right.tobytes()
                before = samples.get(key, (rows, np.zeros(len(rows))))[1].sum()
                samples[key] = rows, right / right.sum() * min(before**2 + 1, 3) ** 0.5
        yield board, list(samples.values())


def _right(toponym: Toponym, board: Board, rows: np.ndarray) -> np.ndarray:
    if toponym.at is None:
        return np.asarray(board.rows["id"][rows] == (toponym.id or -1), np.float64)
    north = board.rows["latitude"][rows] - toponym.at[0]
    east = (board.rows["longitude"][rows] - toponym.at[1]) * np.cos(np.radians(toponym.at[0]))
    far = np.nan_to_num(_DEGREE * np.hypot(north, east), nan=np.inf)
    return np.asarray((far <= _REACH) & (far <= far.min() + _SLACK), np.float64)


def fit_choice(
    told: Sequence[tuple[Board, list[_Sample]]], before: Sequence[np.ndarray]
) -> np.ndarray:
    """The weights of features, given the weights of the rounds before."""
    tables, shares = [], []
    for board, samples in told:
        chance = None
        for weights in before:
            chance = board.chances(board.features(chance) @ weights)
        features = board.features(chance)
        tables += [features[rows] for rows, _ in samples]
        shares += [share for _, share in samples]
    starts = np.cumsum([0, *map(len, shares)])[:-1]
    owner = np.repeat(np.arange(len(shares)), list(map(len, shares)))
    features, share = np.concatenate(tables), np.concatenate(shares)
    mass = np.add.reduceat(share, starts)[owner]

    def gradient(weights: np.ndarray) -> np.ndarray:
        scores = features @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        chance = raised / np.add.reduceat(raised, starts)[owner]
        return np.asarray(features.T @ (share - chance * mass) / len(starts))

    return descend(gradient, len(FEATURES))


def fit_finding(documents: Sequence[Document]) -> np.ndarray:
    """The weights of signs, the constant first."""
    table, marked = [], []
    encoder = Encoder()
    for document in documents:
        words = split_words(document.text)
        layout = lay_out(document.text, words)
        told = encoder.encode(document.text, words).grammar.names
        gold = {toponym.span: toponym for toponym in document.toponyms}
        for scene in possible_places(layout, (), told):
            toponym = gold.get(scene.span)
            if toponym is None or toponym.id is not None:
                table.append([1.0, *(float(sign(scene)) for sign in SIGNS)])
                marked.append(toponym is not None)
    signs, truth = np.array(table), np.array(marked, np.float64)

    def gradient(weights: np.ndarray) -> np.ndarray:
        return np.asarray(signs.T @ (truth - 1 / (1 + np.exp(-signs @ weights))) / len(truth))

    return descend(gradient, len(SIGNS) + 1)


def _row(name: str, weight: float) -> str:
    return f"{name} = {max(weight, _LEAST.get(name, weight)):.2f}"


def main() -> None:
    """Fit all weights and write them as a table of the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geo", type=Path)
    parser.add_argument("table", type=Path)
    arguments = parser.parse_args()
    gazetteer = Gazetteer()
    local = [one for one in lgl(arguments.geo / "lgl.xml") if one.tuned]
    virus = [one for one in geovirus(arguments.geo / "GeoVirus.xml") if one.tuned]
    told = list(boards([*local, *virus], gazetteer))
    alone = fit_choice(told, [])
    once = fit_choice(told, [alone])
    together = fit_choice(told, [alone, once])
    finding = fit_finding(local)
    names = ["always", *map(sign_name, SIGNS)]
    parts = {
        "alone": zip(FEATURES, alone, strict=True),
        "together": zip(FEATURES, together, strict=True),
        "finding": zip(names, finding, strict=True),
    }
    lines = ["# Logarithms of odds, fitted by `training/places.py` to half of LGL and GeoVirus."]
    for part, rows in parts.items():
        lines += ["", f"[{part}]", *(_row(name, float(weight)) for name, weight in rows)]
    arguments.table.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
