"""Whom a pronoun means: the figure in mind that fits it best."""

from collections.abc import Callable

from sayso.reading.speakers.attention import Attention
from sayso.reading.speakers.cast import Figure
from sayso.reading.speakers.mentions import Mention, Sort

__all__ = ["Pronouns"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_PERSON, _UNKNOWN = Sort.PERSON, Sort.UNKNOWN

# How well figures of each sort suit a pronoun; a person of unknown gender may turn out either.
_UNKNOWN_GENDER = 0.85
_MISTOLD = 0.1  # a given name that both men and women have, or that we know of the others only
_UNNAMED = 0.85
_UNKNOWN_SORT, _UNKNOWN_SPEAKER = 0.1, 0.7
_FITS = {
    "it": {Sort.BODY: 1.0, Sort.GOVERNMENT: 0.8, Sort.UNKNOWN: 0.5},
    "they": {Sort.GROUP: 2.0, Sort.BODY: 0.5, Sort.GOVERNMENT: 0.3, Sort.UNKNOWN: 0.2},
    "who": {Sort.PERSON: 1.0, Sort.GROUP: 1.0, Sort.UNKNOWN: 0.5, Sort.BODY: 0.2},
}


class Pronouns:
    """Resolves pronouns against what the text speaks of."""

    def __init__(self, attention: Attention) -> None:
        self._attention = attention

    def antecedent(
        self, mention: Mention, time: int, *, around: tuple[Figure | None, bool]
    ) -> Figure | None:
        """Whom it means; `around` is who speaks the words it stands in, and whether in marks.

        "I" and "we" in somebody's words are that speaker, "he" there is another; outside they are
        the author's own, and nobody's.
        """
        speaker, quoted = around
        pronoun = mention.name[0]
        if pronoun in {"i", "we"}:
            return speaker
        if pronoun == "you":
            return None
        found = self._attention.best(time, _suitor(mention, speaker, quoted=quoted))
        person = found is not None and (found.sort is _PERSON or found.speaks)
        if found is not None and person:
            found.tell(mention.gender, certain=True)
        return found


def _suitor(mention: Mention, speaker: Figure | None, *, quoted: bool) -> Callable[[Figure], float]:
    fits = _FITS.get(mention.name[0])

    def suits(figure: Figure) -> float:
        if quoted and figure is speaker:
            return 0.0
        if fits is not None:
            return fits.get(figure.sort, 0.0)
        mistold = not quoted and _mistold(figure, mention)
        return _MISTOLD if mistold else _personal(figure, mention)

    return suits


def _mistold(figure: Figure, mention: Mention) -> bool:
    """Whether only a given name speaks against the pronoun."""
    person = figure.sort is _PERSON and not figure.certain
    return person and not figure.suits(mention.gender)


def _personal(figure: Figure, mention: Mention) -> float:
    if not figure.suits(mention.gender):
        return 0.0
    if figure.sort is _PERSON:
        known = 1.0 if figure.gender else _UNKNOWN_GENDER
        return known if figure.named else known * _UNNAMED
    if figure.sort is _UNKNOWN and figure.named:
        return _UNKNOWN_SPEAKER if figure.speaks or figure.gender else _UNKNOWN_SORT
    return 0.0
