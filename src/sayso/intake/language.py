"""The language of a text."""

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["language_of"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000  # characters looked at
_SHORTEST = 40  # bytes of letters; below, names decide more than grammar does
_SURE = 0.6  # stretches of PolNeAR dev of 20-150 characters: the surest wrong answer had 0.56
_ENGLISH = 0.15  # PolNeAR: 0.28 in the middle, 4 of 924 below; Dutch, German, Danish below 0.1


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language `text` is in, or None where it does not show.

    >>> language_of("The minister said that she had not been told of it by the port, or by us.")
    'en'
    """
    found = _WORD.findall(text[:_SAMPLE].lower())
    letters = " ".join(found)
    if len(letters.encode("utf-8", "replace")) < _SHORTEST:
        return None
    english = words("language", "english")
    # Most texts are English, and loading the identifier takes half a second.
    if sum(word in english for word in found) > _ENGLISH * len(found):
        return "en"
    language, probability = _identifier().classify(text[:_SAMPLE])
    return language if probability >= _SURE and len(language) == 2 else None


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
