"""One spelling for all ways in which a name of a place is written."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

__all__ = ["exact_key", "fold_name", "folded_key"]

_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}
_APOSTROPHES = re.compile("['’‘ʻʼ`´]")
_MARKS = re.compile(r"[\W_]+")


def fold_name(name: str) -> str:
    """The name in small letters without accents and marks, short words written out.

    >>> fold_name("St. Paul"), fold_name("Québec"), fold_name("Stratford-upon-Avon")
    ('saint paul', 'quebec', 'stratford upon avon')
    """
    plain = _APOSTROPHES.sub("", name.casefold())
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = _MARKS.sub(" ", plain).split()
    return " ".join(_SHORT.get(word, word) for word in words)


@lru_cache(maxsize=1 << 11)
def folded_key(name: str) -> int:
    """The key of all names that fold alike: 64 bits of their BLAKE2b hash."""
    return _key(fold_name(name))


def exact_key(name: str) -> int:
    """The key of a name that counts only as it is printed: US is a country, us is not."""
    return _key("=" + name)


def _key(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
