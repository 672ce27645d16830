"""What a run of capitalised words without a title names: a person, a body, a government."""

from collections.abc import Sequence
from itertools import pairwise

from sayso.lexicon import words
from sayso.reading.speakers.given import gender_of, is_given
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.phrasebook import Known, known_at
from sayso.reading.speakers.phrases import opens_with_people
from sayso.reading.speakers.roles import Gender
from sayso.reading.speakers.runs import LINKS, Unit
from sayso.reading.speakers.tokens import Tokens

__all__ = ["given_gender", "is_body", "untitled"]

_ALSO_SURNAMES = words("offices", "also_surnames")
_ADJECTIVES = words("titles", "adjectives")
_FIRST = words("titles", "first")
_LEADING_BODIES = words("offices", "leading_bodies")
_UNDERTAKINGS = words("offices", "undertakings")
_BODIES = words("offices", "bodies")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_NAME = Form.NAME
_PERSON, _BODY, _UNKNOWN, _GROUP, _GOVERNMENT = (
    Sort.PERSON,
    Sort.BODY,
    Sort.UNKNOWN,
    Sort.GROUP,
    Sort.GOVERNMENT,
)


def untitled(tokens: Tokens, name: Sequence[Unit]) -> Mention | None:
    """The mention that a name without a title makes; None for a mere nationality."""
    sort, full = _sort(tokens, name)
    if sort is None:
        return None
    return Mention(
        first=name[0].first,
        after=name[-1].after,
        head=name[-1].first,
        form=_NAME,
        sort=sort,
        name=full or tuple(unit.text for unit in name),
        gender=given_gender(name) if sort is _PERSON else None,
        certain=False,
        known=full is not None,
    )


def given_gender(name: Sequence[Unit]) -> Gender:
    """The gender that the given name tells, where there is more than a family name."""
    return gender_of(name[0].text) if len(name) > 1 else None


def _sort(tokens: Tokens, name: Sequence[Unit]) -> tuple[Sort | None, tuple[str, ...] | None]:
    first, after = name[0].first, name[-1].after
    known = known_at(tokens.words, first, after=after)
    if known is not None and known.length == after - first:
        return _known_sort(known)
    if known is not None and not known.country and known.form == "name":
        return _BODY, None
    given = len(name) > 1 and is_given(name[0].text) and tokens.at(first - 1) != "the"
    if is_body(name) and not (given and name[-1].lower in _ALSO_SURNAMES):
        return _BODY, None
    if given:
        return _PERSON, None
    if len(name) == 1 and _is_no_name(tokens, name[0]):
        return None, None
    return (_PERSON if _looks_personal(name) else _UNKNOWN), None


def _is_no_name(tokens: Tokens, word: Unit) -> bool:
    """A mere nationality, or people that open a sentence: "Authorities said"."""
    if tokens.at(word.first - 1) == "(" or word.lower in _ADJECTIVES:
        return True
    return opens_with_people(tokens, word.first)


def _known_sort(known: Known) -> tuple[Sort | None, tuple[str, ...] | None]:
    if known.form == "adjective":
        return None, None
    if known.form == "people":
        return _GROUP, None
    return (_GOVERNMENT if known.country else _BODY), (known.name,)


def _looks_personal(name: Sequence[Unit]) -> bool:
    """Whether it has an initial, or a family name first and a given name in two parts after it."""
    letters = (unit.text.rstrip(".") for unit in name[:-1])
    if len(name) > 2 and any(len(text) == 1 and text.isalpha() for text in letters):
        return True
    surname_first = name[0].lower in _FIRST
    return surname_first and (len(name) == 3 or (len(name) == 2 and "-" in name[1].text))


def is_body(name: Sequence[Unit]) -> bool:
    """Whether the words name an organization or what one does: an acronym, a word for it."""
    if len(name) == 1 and len(name[0].text) > 1 and name[0].text.isupper():
        return True
    before_link = [one for one, link in pairwise(name) if link.lower in LINKS]
    if len(name) > 1 and name[0].lower in _LEADING_BODIES:
        return True
    if len(name) > 1 and name[-1].lower in _UNDERTAKINGS:
        return True
    heads = {unit.lower for unit in (name[-1], *before_link)} & _BODIES
    inside = {unit.lower for unit in name[1:-1]} & _BODIES
    return bool(heads or inside - _ALSO_SURNAMES)
