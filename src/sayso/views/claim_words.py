"""A claim in a few words: what is so or not, how sure, whether it is still to come, and on what."""

import re

from sayso.records import Certainty, Claim, Polarity, Reading, Role
from sayso.views.printable import folded, printable
from sayso.views.signs import certainty_word, claim_mark

__all__ = ["claim_words", "is_plain"]

_SAYS_NOT = re.compile(r"\b(?:not|never|no|nor|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
# A claim's words may begin inside a quotation and end outside it.
_UNMARKED = str.maketrans("", "", '"“”„«»')


def claim_words(claim: Claim, reading: Reading) -> str:
    """The word that is claimed, and in brackets all that makes it less than plainly so."""
    words = printable(claim.head.of(reading.report.text)).translate(_UNMARKED)
    head = folded(words, head=4, tail=2)
    plain = claim.polarity is not Polarity.NEGATIVE or _SAYS_NOT.search(words)
    told = head if plain else f"{claim_mark('negative')} {head}"
    terms = _terms(claim, reading)
    return f"{told} ({terms})" if terms else told


def is_plain(claim: Claim) -> bool:
    """Whether the source simply says that it is, was or is not so."""
    asserted = claim.certainty is Certainty.ASSERTED and claim.role is Role.MAIN
    return asserted and not (claim.speech_act or claim.forecast or claim.condition)


def _terms(claim: Claim, reading: Reading) -> str:
    terms = (
        claim.speech_act,
        claim_mark("condition") if claim.role is Role.CONDITION else "",
        certainty_word(claim.certainty),
        _forecast(claim, reading),
        _condition(claim, reading),
    )
    return ", ".join(term for term in terms if term)


def _forecast(claim: Claim, reading: Reading) -> str:
    if claim.forecast is None:
        return ""
    window = next((time for time in reading.times if time.id == claim.forecast.window), None)
    words = folded(printable(window.span.of(reading.report.text)), head=6, tail=2) if window else ""
    return f"{claim_mark('forecast')} {words}".rstrip()


def _condition(claim: Claim, reading: Reading) -> str:
    words = " … ".join(span.of(reading.report.text) for span in claim.condition)
    return f"“{folded(printable(words), head=5, tail=3)}”" if words else ""
