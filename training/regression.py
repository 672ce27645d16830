"""Logistic regression with a penalty on squared weights."""

import numpy as np

__all__ = ["fit_logistic"]

_STEPS = 40


def fit_logistic(
    rows: np.ndarray, labels: np.ndarray, counts: np.ndarray, *, penalty: float
) -> tuple[np.ndarray, float]:
    """The weights of the features of `rows` [samples, features], and the bias, by Newton's method.

    A sample counts by its `counts`; the penalty is on the weights of features that were scaled.
    """
    counts = counts * len(counts) / counts.sum()
    middle, spread = rows.mean(0), rows.std(0)
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    penalties = np.diag([*[penalty] * rows.shape[1], 1e-6])
    weights = np.zeros(rows.shape[1] + 1)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (counts * (likely - labels)) + penalties @ weights
        bend = (scaled * (counts * likely * (1 - likely))[:, None]).T @ scaled + penalties
        weights -= np.linalg.solve(bend, slope)
    own = weights[:-1] / spread
    return own, float(weights[-1] - own @ middle)
