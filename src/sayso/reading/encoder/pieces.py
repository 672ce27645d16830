"""What the encoder is given: the word pieces of every word and a feature number beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.errors import DamagedWeightsError
from sayso.reading.marks import quoted_characters
from sayso.records import Span

__all__ = ["FEATURES", "LONGEST_WORD", "Pieces", "Vocabulary", "feature_numbers"]

FEATURES = 16
"""Feature numbers: 4 shapes of a word x (paragraph starts here) x (in quotation marks)."""
LONGEST_WORD = 8
"""Word pieces kept of one word; an address of 300 characters is known by its first eight."""

_SAME_SHAPE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": ".", "\xa0": " "}
)
_DOUBLED = {"''": '"', "``": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "＂": '"'}
_CACHED_WORDS = 200_000  # then it starts anew, so that a corpus of any size fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Word pieces of one text: `ids` and `features` of all pieces, `starts` of each word in them.

    `starts` has one entry more than there are words; `paragraphs` are the first words of each.
    """

    ids: np.ndarray
    features: np.ndarray
    starts: np.ndarray
    paragraphs: tuple[int, ...]


class Vocabulary:
    """The tokenizer shipped with the weights, with a cache by word."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache: dict[str, list[int]] = {}
        self.cls = self._id("[CLS]")
        self.sep = self._id("[SEP]")
        self.mask = self._id("[MASK]")
        self._unknown = [self._id("[UNK]")]

    def pieces(self, text: str, words: Sequence[Span]) -> Pieces:
        """The pieces of the words of `text`; no word is without one."""
        of_words = [self._word(text[start:end]) for start, end in words]
        lengths = np.fromiter(map(len, of_words), np.int64, len(of_words))
        numbers, paragraphs = feature_numbers(text, words)
        return Pieces(
            ids=np.fromiter((piece for word in of_words for piece in word), np.int64),
            features=np.repeat(numbers, lengths),
            starts=np.concatenate(([0], np.cumsum(lengths))),
            paragraphs=paragraphs,
        )

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            message = f"The tokenizer has no {piece}; install sayso again."
            raise DamagedWeightsError(message)
        return number

    def _word(self, word: str) -> list[int]:
        known = self._cache.get(word)
        if known is None:
            if len(self._cache) >= _CACHED_WORDS:
                self._cache.clear()
            known = self._cache[word] = self._encode(word)
        return known

    def _encode(self, word: str) -> list[int]:
        plain = _DOUBLED.get(word, word[:100].translate(_SAME_SHAPE))
        plain = plain.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no character
        encoded: list[int] = self._tokenizer.encode(plain, add_special_tokens=False).ids
        return encoded[:LONGEST_WORD] or self._unknown


def feature_numbers(text: str, words: Sequence[Span]) -> tuple[np.ndarray, tuple[int, ...]]:
    """The feature number of every word, and the first word of every paragraph."""
    quoted = quoted_characters(text)
    numbers = []
    paragraphs = []
    before = 0
    for index, (start, end) in enumerate(words):
        opens = index == 0 or "\n" in text[before:start]
        if opens:
            paragraphs.append(index)
        numbers.append(_shape(text[start:end]) * 4 + opens * 2 + quoted[start])
        before = end
    return np.array(numbers, np.int64), tuple(paragraphs)


def _shape(word: str) -> int:
    """0 lower case or a mark, 1 capitalised, 2 all capitals, 3 a number."""
    if word[0].isdigit():
        return 3
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
