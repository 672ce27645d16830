"""What a report is about: its names, words and numbers, each by how much it tells."""

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon import document_share
from sayso.records import Report

__all__ = ["Card", "Terms", "Weights", "card_of", "find_words"]

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What of a report tells whether another is of one happening with it."""

    report: str
    published: datetime.date | None
    terms: Terms


def find_words(text: str) -> list[str]:
    """The words and numbers of a text as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=_AT_HAND)
def card_of(report: Report) -> Card:
    """The card of a report: terms of its title and text, weighted by tf-idf (Spärck Jones 1972).

    >>> report = Report(id="r", text="A fire broke out in Varna. The Varna port is shut.")
    >>> sorted(card_of(report).terms.names)
    ['varna']
    """
    return Card(report=report.id, published=report.published, terms=_terms(report))


def _terms(report: Report) -> Terms:
    title = report.title or ""
    begins = report.text.lstrip().startswith(title)
    found = find_words(report.text if begins else f"{title}\n{report.text}")
    plain = [(word[0], word.lower()[:_LONGEST]) for word in found]
    lead = plain[:_LEAD]
    return Terms(
        names=_weights([word for first, word in plain if first.isupper()]),
        words=_weights([word for first, word in plain if first.islower()]),
        numbers=_weights([word for first, word in plain if first.isdigit()]),
        lead_names=_weights([word for first, word in lead if first.isupper()]),
        lead_words=_weights([word for first, word in lead if first.islower()]),
    )


def _weights(found: Iterable[str]) -> Weights:
    weights: defaultdict[str, float] = defaultdict(float)
    for word, count in Counter(found).items():
        term, rarity = _term(word)
        if rarity:
            weights[term] += (1 + math.log(count)) * rarity
    kept = sorted([(-weight, term) for term, weight in weights.items()])[:_KEPT]
    length = math.sqrt(sum([weight * weight for weight, _ in kept]))
    return {term: -weight / length for weight, term in kept}


@lru_cache(maxsize=1 << 12)
def _term(word: str) -> tuple[str, float]:
    """The term that a word in small letters stands for, and how rare it is: 0 tells nothing."""
    share = document_share(word)
    return _stem(word), -math.log(max(share, _RAREST)) if share <= _COMMON else 0.0


def _stem(word: str) -> str:
    """The word without its plural, past or -ing ending: enough to bring forms together."""
    word = word.removesuffix("'s").removesuffix("’s").rstrip(".,")
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word if word.endswith("ss") else word[: -len(ending)] + instead
    return word
