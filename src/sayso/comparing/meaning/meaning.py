"""Statements as vectors, by a small network that learnt which tell the same."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from sayso.comparing.meaning.vocabulary import Vocabulary
from sayso.networks import open_network, read_shipped

__all__ = ["meanings"]

_WEIGHTS = Path(__file__).parent / "weights"
_NETWORK = "meaning.onnx"
_WIDTH = 384


def meanings(texts: Sequence[str]) -> np.ndarray:
    """What texts say, as vectors of length one [texts, 384].

    The product of two is how alike they are. Figures, names and negations tell much less in it than
    they tell a reader, so that it never decides alone.
    """
    return np.stack([_meaning(text) for text in texts]) if texts else np.zeros((0, _WIDTH))


@lru_cache(maxsize=1 << 12)
def _meaning(text: str) -> np.ndarray:
    # By itself: in 8 bits, what stands beside it would change it by a little.
    return _network()(text)


@cache
def _network() -> Callable[[str], np.ndarray]:
    _, network = read_shipped(_WEIGHTS, _NETWORK)
    session = open_network(network, providers=["CPUExecutionProvider"])
    vocabulary = Vocabulary(_WEIGHTS / "tokenizer.json")

    def vector(text: str) -> np.ndarray:
        found: np.ndarray = session.run(None, {"ids": vocabulary.pieces(text)[None]})[0][0]
        return found

    return vector
