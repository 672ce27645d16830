"""Whom a description means: the holder of that office, somebody in mind, or a person unnamed."""

from dataclasses import replace

from sayso.lexicon import words
from sayso.reading.speakers.attention import Attention
from sayso.reading.speakers.cast import Cast, Figure
from sayso.reading.speakers.given import fold
from sayso.reading.speakers.mentions import Mention, Sort
from sayso.reading.speakers.offices import DETERMINERS
from sayso.reading.speakers.roles import Office, role_of, tells_no_more
from sayso.reading.speakers.tokens import Tokens

__all__ = ["Described", "counterpart_offices"]

_TWO = words("offices", "two")
_GENERIC_BODIES = words("offices", "generic_bodies")
_PUBLIC_BODIES = words("offices", "public_bodies")
_PUBLIC_STAND_INS = words("offices", "public_stand_ins")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_UNKNOWN, _BODY, _PERSON, _GROUP = Sort.UNKNOWN, Sort.BODY, Sort.PERSON, Sort.GROUP

_LEAST_FIT = -1.0  # of a description to an office; below, too little of it is known there
_IN_MIND = 0.3  # weight of attention beside a fit of office
_TWINS = {"secretary": "minister", "minister": "secretary"}
_KNOWN_OTHERWISE = 0.5  # for the mayor to be "the candidate"
_MUCH = 1.5
_SHORT = 3  # words of a description that tells no more than a role
_LEAST_LEVEL = 0.5  # of attention for a figure of no known office to be "the senator"


class Described:
    """Resolves descriptions by the offices read so far and by attention."""

    def __init__(self, tokens: Tokens, cast: Cast, attention: Attention) -> None:
        self._tokens = tokens
        self._cast = cast
        self._attention = attention
        self._unnamed: dict[str, Figure] = {}
        self._around: Figure | None = None

    def figure(self, mention: Mention, around: Figure | None, *, speaks: bool) -> Figure | None:
        """Whom the description means; an indefinite one is always somebody new.

        In the words of `around` it means another: "the doctor told me," she said.
        """
        if not mention.definite:
            return self._new(mention)
        self._around = around
        time = self._tokens.clock[mention.first]
        text = self._words(mention)
        if mention.sort is _GROUP:
            found = self._unnamed.get(text) or self._group(mention, time)
        elif mention.sort is _PERSON:
            found = self._person(mention, time, speaks=speaks) or self._unnamed.get(text)
        else:
            found = self._body(mention, time) or self._unnamed.get(text)
        return found or (self._new(mention) if speaks or self._determined(mention) else None)

    def _determined(self, mention: Mention) -> bool:
        return self._tokens.at(mention.first) in DETERMINERS

    def _words(self, mention: Mention) -> str:
        return fold(self._tokens.text(mention.first, mention.after))[:200]

    def _new(self, mention: Mention) -> Figure:
        text = self._tokens.text(mention.first, mention.after)
        figure = Figure(
            sort=mention.sort,
            name=(_small(text),),
            offices=[mention.office] if mention.office is not None else [],
            gender=mention.gender,
            certain=mention.gender is not None,
            named=False,
            definite=mention.definite,
        )
        self._unnamed[self._words(mention)] = figure
        if not mention.definite:  # "one nurse" is "the nurse" from then on
            self._unnamed[fold(f"the {self._tokens.lower[mention.head]}")] = figure
        return self._cast.add(figure)

    def _person(self, mention: Mention, time: int, *, speaks: bool) -> Figure | None:
        if mention.office is None:
            return self._anyone(mention, time, speaks=speaks)
        best = self._holder(mention, time)
        if best is not None and (best.named or mention.office.role.office):
            return best
        anyone = self._anyone(mention, time, speaks=speaks)
        return anyone if anyone is not None and self._closer(anyone, best, time) else best

    def _holder(self, mention: Mention, time: int) -> Figure | None:
        """Who holds the office that is described, best fit first; for a counterpart another one."""
        assert mention.office is not None
        offices, barred = [mention.office], None
        if mention.office.role.name == "counterpart":
            barred = self._attention.best(time, _in_office)
            offices = counterpart_offices(mention.office, barred)
        best, most = None, _LEAST_FIT
        for office in offices:
            for figure in self._cast.holders(office):
                score = self._score(figure, office, time) if figure is not barred else None
                if score is not None and score > most and figure.suits(mention.gender):
                    best, most = figure, score
        return best

    def _closer(self, figure: Figure, unnamed: Figure | None, time: int) -> bool:
        """Whether a named figure is so much more in mind that "the nominee" is rather that one."""
        least = self._attention.level(unnamed, time) if unnamed is not None else 0.0
        return self._attention.level(figure, time) > _MUCH * least

    def _score(self, figure: Figure, office: Office, time: int) -> float | None:
        fits = figure.is_called(office)
        if fits is None or figure.sort is _GROUP or figure is self._around:
            return None
        if not (figure.named or _may_be(figure, office)):
            return None
        met = 0.5 * bool(figure.mentions)
        return fits + met + _IN_MIND * min(4.0, self._attention.level(figure, time))

    def _anyone(self, mention: Mention, time: int, *, speaks: bool) -> Figure | None:
        """Somebody in mind of whom no office is known that would speak against it."""
        if self._tokens.at(mention.first) != "the":
            return None
        if not (speaks or self._short(mention) or self._tokens.opens_sentence(mention.first)):
            return None
        office = mention.office is None or mention.office.role.office

        def suits(figure: Figure) -> float:
            person = figure.sort is _PERSON and figure.suits(mention.gender) and figure.named
            if figure is self._around or not person or not _may_be(figure, mention.office):
                return 0.0
            known = any(one.role.office for one in figure.offices)
            return _KNOWN_OTHERWISE * (not office) if known else 1.0

        found = self._attention.best(time, suits)
        if found is None or self._attention.level(found, time) < _LEAST_LEVEL:
            return None
        return found

    def _short(self, mention: Mention) -> bool:
        return mention.after - mention.first <= _SHORT

    def _group(self, mention: Mention, time: int) -> Figure | None:
        """A group in mind of the same kind: "the officials" after "Pentagon officials"."""
        if not self._short(mention):
            return None
        if any(self._tokens.lower[at] in _TWO for at in range(mention.first, mention.after)):
            return self._pair(time)
        role = mention.office.role.name if mention.office is not None else None

        def suits(figure: Figure) -> float:
            same = any(office.role.name == role for office in figure.offices)
            return float(figure.sort is _GROUP and same)

        return self._attention.best(time, suits)

    def _pair(self, time: int) -> Figure | None:
        """The two named persons most in mind, together."""
        one = self._attention.best(time, _named_person)
        other = self._attention.best(time, lambda it: _named_person(it) * (it is not one))
        if one is None or other is None:
            return None
        return self._cast.together(sorted((one, other), key=lambda it: min(it.mentions)))

    def _body(self, mention: Mention, time: int) -> Figure | None:
        """The last body of that kind: "the ministry" after "the Ruritanian Defense Ministry"."""
        if not self._short(mention) or mention.head < mention.after - 1:
            return None
        bare = mention.after - mention.first <= 2
        head = self._tokens.lower[mention.head]
        found = self._cast.body(head)
        if found is None and bare and head in _GENERIC_BODIES:
            suits = _named_body if head in _PUBLIC_STAND_INS else _private_body
            found = self._attention.best(time, suits)
        return found if found is not self._around else None


def counterpart_offices(office: Office, other: Figure | None) -> list[Office]:
    """What the counterpart of `other` is: the same, of the country that the description names.

    A secretary's is a minister elsewhere, and the other way round.
    """
    held = next((one for one in other.offices if one.role.office), None) if other else None
    if held is None:
        return [office]
    country = office.country or (None if office.affiliation is None else held.country)
    same = replace(held, country=country, affiliation=country, terms=office.terms)
    twin = role_of(_TWINS.get(held.role.name, ""))
    return [same] if twin is None else [same, replace(same, role=twin, word=twin.name)]


def _may_be(figure: Figure, described: Office | None) -> bool:
    """Whether nothing that is told of the figure makes somebody else of who is described."""
    held = figure.offices
    return described is None or not held or any(tells_no_more(described, one) for one in held)


def _in_office(figure: Figure) -> float:
    return float(figure.named and any(office.role.office for office in figure.offices))


def _small(text: str) -> str:
    """The description as it would stand inside a sentence: its determiner in small letters."""
    first, space, rest = text.partition(" ")
    return (first.lower() if first.lower() in DETERMINERS else first) + space + rest


def _named_body(figure: Figure) -> float:
    unknown = figure.sort is _UNKNOWN and figure.speaks
    return float(figure.named and (figure.sort is _BODY or unknown))


def _private_body(figure: Figure) -> float:
    """No court or ministry, which nobody calls "the company"."""
    public = any(word.lower() in _PUBLIC_BODIES for word in figure.name)
    return 0.0 if public else _named_body(figure)


def _named_person(figure: Figure) -> float:
    return float(figure.named and figure.sort is _PERSON)
