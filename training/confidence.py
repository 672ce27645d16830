"""Fit how likely a statement is right, on articles that the encoder was not trained on.

    python -m training.confidence POLNEAR [--weights FOLDER] [--write]

A statement is *found* where its content shares at least half of its words with one of the gold, and
*right* where their sources share a word that is more than a small one, or are the same. Each half
of PolNeAR dev is predicted with weights fitted on the other; the weights written are fitted on all.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.encoder.encoder import WEIGHTS, Encoder
from sayso.reading.layout import Layout, lay_out
from sayso.reading.statements import confidence
from sayso.reading.statements.confidence import FEATURES, evidence
from sayso.reading.statements.draft import Draft
from sayso.reading.statements.flat import read_flat
from sayso.reading.words import split_words
from sayso.records import Span
from training.polnear import Article, Attribution, read_articles

__all__ = ["Sample", "held_out_error", "main", "read_samples"]

_PENALTY = 2.0  # of squared weights; 0.3-10 give the same error to the third digit
_STEPS = 30
_BINS = 10
_SMALL = ("definite", "possessive", "indefinite", "complements", "prepositions")
_FILE = Path(confidence.__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The statements of one article: features [statements, 1 + FEATURES], found, right."""

    rows: np.ndarray
    found: np.ndarray
    right: np.ndarray


def main() -> None:
    """Fit, print the calibration of held-out halves, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--write", action="store_true", help=f"replace {_FILE.name}")
    options = parser.parse_args()
    encoder = Encoder(options.weights)
    samples = read_samples(options.polnear, encoder)
    lines = [
        "# Weights of the logistic regressions of confidence.py. Fitted on all of PolNeAR dev by",
        "# python -m training.confidence POLNEAR --write",
    ]
    for name in ("found", "right"):
        size, error = sum(len(sample.rows) for sample in samples), held_out_error(samples, name)
        figures = f"Half by half: {size} statements, expected calibration error {error:.1f} %."
        print(name, figures)
        lines += [f"# {figures}", f"[{name}]", *_rows(_fitted(samples, name)), ""]
    if options.write:
        _FILE.write_text("\n".join(lines), encoding="utf-8")


def read_samples(folder: Path, encoder: Encoder) -> list[Sample]:
    """The articles of PolNeAR dev, read and compared with their gold."""
    return [_sample(article, encoder) for article in read_articles(folder, "dev")]


def _sample(article: Article, encoder: Encoder) -> Sample:
    words = split_words(article.text)
    layout = lay_out(article.text, words)
    encoded = encoder.encode(article.text, words)
    drafts, rows = evidence(read_flat(layout, encoded), encoded)
    matched = _matched(drafts, article.attributions, layout)
    return Sample(
        rows=rows,
        found=np.array([gold is not None for gold in matched], float),
        right=np.array(
            [
                gold is not None and _same_source(draft, gold, layout)
                for draft, gold in zip(drafts, matched, strict=True)
            ],
            float,
        ),
    )


def _matched(
    drafts: Sequence[Draft], gold: Sequence[Attribution], layout: Layout
) -> list[Attribution | None]:
    """The attribution of each draft, one to one, those most alike first."""
    wanted = [_words(one["content"], layout) for one in gold]
    pairs = []
    for number, draft in enumerate(drafts):
        content = _spoken(draft.content, layout)
        for other, words in enumerate(wanted):
            shared = len(content & words)
            if shared and 2 * shared >= len(content | words):
                pairs.append((-shared / len(content | words), number, other))
    found: dict[int, int] = {}
    for _, number, other in sorted(pairs):
        if number not in found and other not in found.values():
            found[number] = other
    return [gold[found[n]] if n in found else None for n in range(len(drafts))]


def _same_source(draft: Draft, gold: Attribution, layout: Layout) -> bool:
    ours, wanted = _spoken(draft.source, layout), _words(gold["source"], layout)
    shared = {layout.word(word).lower() for word in ours & wanted}
    small = (listed("small_words", row) for row in _SMALL)
    return ours == wanted or bool(shared.difference(*small))


def _words(spans: Sequence[Span], layout: Layout) -> set[int]:
    held = {
        number
        for number, word in enumerate(layout.words)
        if any(word.start < span.end and span.start < word.end for span in spans)
    }
    return _spoken(held, layout)


def _spoken(words: set[int], layout: Layout) -> set[int]:
    return {word for word in words if layout.word(word)[0].isalnum()}


def _fitted(samples: Sequence[Sample], name: str) -> np.ndarray:
    """The weights of a logistic regression with a penalty on their squares, by Newton's method."""
    rows = np.concatenate([sample.rows for sample in samples])
    wanted = np.concatenate([getattr(sample, name) for sample in samples])
    penalty = np.full(rows.shape[1], _PENALTY)
    penalty[0] = 1e-6
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        likely = _likely(rows, weights)
        slope = rows.T @ (likely - wanted) + penalty * weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def _likely(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    likely: np.ndarray = 1 / (1 + np.exp(-(rows @ weights)))
    return likely


def held_out_error(samples: Sequence[Sample], name: str) -> float:
    """The calibration error of `found` or `right` of either half by weights of the other, in %."""
    halves = samples[::2], samples[1::2]
    likely, wanted = [], []
    for fit, held_out in (halves, halves[::-1]):
        weights = _fitted(fit, name)
        for sample in held_out:
            likely.append(_likely(sample.rows, weights))
            wanted.append(getattr(sample, name))
    return 100 * _calibration_error(np.concatenate(likely), np.concatenate(wanted))


def _calibration_error(likely: np.ndarray, wanted: np.ndarray) -> float:
    """Mean distance of likelihood and share right over ten bins (Naeini et al. 2015)."""
    bins = np.minimum((likely * _BINS).astype(int), _BINS - 1)
    return sum(
        float((bins == one).mean() * abs(likely[bins == one].mean() - wanted[bins == one].mean()))
        for one in set(bins.tolist())
    )


def _rows(weights: np.ndarray) -> list[str]:
    names = ["constant", *(feature.__name__.removeprefix("_") for feature in FEATURES)]
    return [f"{name} = {weight:.4f}" for name, weight in zip(names, weights.tolist(), strict=True)]


if __name__ == "__main__":
    main()
