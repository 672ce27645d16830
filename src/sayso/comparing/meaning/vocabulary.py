"""The word pieces of a statement."""

import re
from pathlib import Path

import numpy as np

__all__ = ["Vocabulary"]

_LONGEST = 96  # pieces: what a statement begins with tells which utterance it renders
_MARKS = re.compile(r"[“”\"‘’]")  # who is quoted in part says the same as who is told


class Vocabulary:
    """The tokenizer shipped with the weights."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer  # not before it is needed: most comparing does without

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_LONGEST)

    def pieces(self, text: str) -> np.ndarray:
        """The numbers of the pieces of a text [pieces], [CLS] first and [SEP] last."""
        plain = _MARKS.sub("", text).encode("utf-8", "replace").decode("utf-8")
        return np.array(self._tokenizer.encode(plain).ids, np.int64)
