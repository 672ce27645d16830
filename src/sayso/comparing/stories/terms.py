"""What a report is about: its names, words and numbers, each by how much it tells."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon import document_share
from sayso.records import Report

__all__ = ["Terms", "Weights", "find_words", "read_terms"]

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*|\d[\d,.]*")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", ""))
_SHORTEST = 3  # letters that must be left of a word without its ending
_COMMON = 0.2  # share of news texts above which a word tells nothing of the happening
_RAREST = 0.0006  # share given to a word that no text had: one in 1,700, as many as were counted
_LEAD = 60  # words in which a report says what it is about
_KEPT = 100  # terms that are kept of a kind, the most telling ones: memory stays bounded
_LONGEST = 40  # letters of a term: a longer run is an address or no word at all
_AT_HAND = 256  # reports whose terms are at hand: those of stories are asked for as they grow

Weights = Mapping[str, float]
"""How much each term tells; the squares add up to 1, or there is no term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of one report by kind, whole and of its lead; `names` begin with a capital."""

    names: Weights
    words: Weights
    numbers: Weights
    lead_names: Weights
    lead_words: Weights

    def telling(self, count: int) -> frozenset[str]:
        """The `count` terms that tell most, of every kind."""
        ranked = sorted(
            ((-weight, term) for kind in (self.names, self.words) for term, weight in kind.items())
        )
        return frozenset(term for _, term in ranked[:count])


def find_words(text: str) -> list[str]:
    """The words and numbers of a text as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=_AT_HAND)
def read_terms(report: Report) -> Terms:
    """The terms of a report's title and text, weighted by tf-idf (Spärck Jones 1972).

    >>> report = Report(id="r", text="A fire broke out in Varna. The Varna port is shut.")
    >>> sorted(read_terms(report).names)
    ['varna']
    """
    found = find_words(f"{report.title or ''}\n{report.text}")
    lead = found[:_LEAD]
    return Terms(
        names=_weights(word for word in found if word[0].isupper()),
        words=_weights(word for word in found if word[0].islower()),
        numbers=_weights(word for word in found if word[0].isdigit()),
        lead_names=_weights(word for word in lead if word[0].isupper()),
        lead_words=_weights(word for word in lead if word[0].islower()),
    )


def _weights(found: Iterable[str]) -> Weights:
    counts = Counter(word.lower()[:_LONGEST] for word in found)
    weights: defaultdict[str, float] = defaultdict(float)
    for word, count in counts.items():
        share = document_share(word)
        if share <= _COMMON:
            weights[_stem(word)] += (1 + math.log(count)) * -math.log(max(share, _RAREST))
    kept = dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_KEPT])
    length = math.sqrt(sum(weight * weight for weight in kept.values()))
    return {term: weight / length for term, weight in kept.items()}


@lru_cache(maxsize=1 << 12)
def _stem(word: str) -> str:
    """The word without its plural, past or -ing ending: enough to bring forms together."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip(".,")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word if word.endswith("ss") else word[: -len(ending)] + instead
    return word
