"""Fit the likeness of reports: `python -m training.stories ECBPLUS`.

ECBPLUS is the folder of ECB+ topics 1-35. Five times a fifth of the topics is left out: the weights
and the threshold are fitted on the others, the figures printed are those of the topics left out.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from sayso.comparing.stories.grouping import candidate_pairs
from sayso.comparing.stories.likeness import cosines
from sayso.comparing.stories.linkage import link_average
from sayso.comparing.stories.terms import card_of
from sayso.records import Report

_FOLDS = 5
_THRESHOLDS = np.arange(0.1, 0.8, 0.05)
_ROUNDS = 30  # of Newton's method: far more than it needs


class Corpus:
    """The reports with their candidate pairs, the cosines of each, and where they belong."""

    def __init__(self, folder: Path) -> None:
        pages = sorted(folder.glob("*/*.json"))
        self.story = {page.stem: page.parent.name for page in pages}
        cards = {page.stem: card_of(_report(page)) for page in pages}
        self.pairs = list(candidate_pairs(cards))
        rows = [cosines(cards[one].terms, cards[other].terms) for one, other in self.pairs]
        self.kinds = list(rows[0])
        self.cosines = np.array([[*row.values(), 1.0] for row in rows])
        self.same = np.array([self.story[one] == self.story[other] for one, other in self.pairs])

    def topic(self, name: str) -> int:
        """The number of the topic a report belongs to; two stories share one."""
        return int(re.match(r"\d+", self.story[name])[0])

    def inside(self, topics: set[int]) -> np.ndarray:
        """Which pairs lie within these topics."""
        return np.array([{self.topic(name) for name in pair} <= topics for pair in self.pairs])

    def groups(self, weights: np.ndarray, topics: set[int], least: float) -> list[list[str]]:
        """The reports of these topics, grouped."""
        likely = 1 / (1 + np.exp(-self.cosines @ weights))
        chosen = np.flatnonzero(self.inside(topics))
        names = [name for name in self.story if self.topic(name) in topics]
        return link_average(names, {self.pairs[at]: likely[at] for at in chosen}, least=least)

    def named(self, weights: np.ndarray) -> dict[str, float]:
        """The weights by what they weigh."""
        return dict(zip([*self.kinds, "bias"], weights.round(1).tolist(), strict=True))

    def b_cubed(self, groups: Iterable[Sequence[str]]) -> float:
        """F1 in per cent (Bagga and Baldwin 1998)."""
        listed = [name for group in groups for name in group]
        sizes = Counter(self.story[name] for name in listed)
        precision = recall = 0.0
        for group in groups:
            for story, shared in Counter(self.story[name] for name in group).items():
                precision += shared * shared / len(group)
                recall += shared * shared / sizes[story]
        return 200 * precision * recall / (precision + recall) / len(listed)


def _report(page: Path) -> Report:
    told = json.loads(page.read_text("utf-8"))
    return Report(id=page.stem, text=told["text"], title=told["title"])


def fit(rows: np.ndarray, same: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression, found by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - same) + 1e-2 * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + 1e-2 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit without each fifth of the topics, measure on it, and print the mean of the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ecbplus", type=Path)
    corpus = Corpus(parser.parse_args().ecbplus)
    topics = sorted({corpus.topic(name) for name in corpus.story})
    found, fitted = [], []
    for fold in range(_FOLDS):
        unseen = set(topics[fold::_FOLDS])
        seen = set(topics) - unseen
        inside = corpus.inside(seen)
        weights = fit(corpus.cosines[inside], corpus.same[inside])
        grouped = {least: corpus.groups(weights, seen, least) for least in _THRESHOLDS}
        best = max(grouped, key=lambda least: corpus.b_cubed(grouped[least]))
        print(f"fold {fold}: threshold {best:.2f}", corpus.named(weights))
        found += corpus.groups(weights, unseen, best)
        fitted.append(weights)
    print("mean", corpus.named(np.mean(fitted, 0)))
    print(f"B-cubed F1 on topics left out: {corpus.b_cubed(found):.1f}")


if __name__ == "__main__":
    main()
