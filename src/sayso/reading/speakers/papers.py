"""Staff were told in an email: the paper speaks on as "it" unless a body wrote it."""

from collections.abc import Iterator

from sayso.lexicon import words
from sayso.reading.inflection import dictionary_forms
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import DETERMINERS, PREPOSITIONS
from sayso.reading.speakers.roles import role_of
from sayso.reading.speakers.tokens import Tokens

__all__ = ["told_before"]

_BODIES = words("offices", "bodies")
_CARRIERS = words("offices", "carriers")
_WRITINGS = words("offices", "writings")
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REACH = 60  # words back to the paper, and from there to who wrote it
_LONGEST = 4  # words of a paper or body: a long open letter


def told_before(tokens: Tokens, place: int) -> Mention | None:
    """The body or else the paper by which something was told in the sentence before `place`."""
    time = tokens.clock[place]
    for index in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if tokens.clock[index] < time - 1:
            return None
        paper = None if tokens.quoted[index] else _paper(tokens, index)
        if paper is not None and not _its_own(tokens, index, place):
            return _writer(tokens, index) or paper
    return None


def _its_own(tokens: Tokens, carrier: int, place: int) -> bool:
    """Whether whoever is meant at `place` wrote the paper: "In a statement, it said"."""
    same = tokens.sentence[carrier] == tokens.sentence[place]
    return same and _PASSIVE.isdisjoint(tokens.lower[_opening(tokens, carrier) : carrier])


def _paper(tokens: Tokens, index: int) -> Mention | None:
    """The writing named behind the word: "in the letter", "sent a long letter"."""
    carried = tokens.lower[index] in _CARRIERS
    if not (carried or _introduces(tokens, index)):
        return None
    for head in _near(tokens, index + 1):
        if not _WRITINGS.isdisjoint(dictionary_forms(tokens.lower[head])):
            return _mention(tokens, index + carried, head)
    return None


def _introduces(tokens: Tokens, index: int) -> bool:
    """Whether it is an "a" that stands behind a verb or opens a sentence."""
    indefinite = DETERMINERS.get(tokens.lower[index]) == "indefinite"
    return indefinite and tokens.at(index - 1) not in PREPOSITIONS


def _writer(tokens: Tokens, carrier: int) -> Mention | None:
    """The body that opens the sentence and acts in it: "The firm apologised in a letter"."""
    first = _opening(tokens, carrier)
    between = tokens.lower[first:carrier]
    if tokens.lower[first] not in DETERMINERS or not _PASSIVE.isdisjoint(between):
        return None
    heads = [index for index in _near(tokens, first + 1) if tokens.lower[index] in _BODIES]
    follows = heads[-1] + 1 if heads else carrier
    if follows >= carrier or tokens.possesses(follows) or role_of(tokens.lower[follows]):
        return None
    return _mention(tokens, first, heads[-1])


def _opening(tokens: Tokens, index: int) -> int:
    """Where the sentence begins."""
    first = index
    while not tokens.opens_sentence(first) and first > index - _REACH:
        first -= 1
    return first


def _near(tokens: Tokens, first: int) -> Iterator[int]:
    """The next words, as far as they are words of one sentence."""
    for index in range(first, min(first + _LONGEST, len(tokens))):
        if not tokens.lower[index][0].isalpha() or tokens.opens_sentence(index):
            return
        yield index


def _mention(tokens: Tokens, first: int, head: int) -> Mention:
    return Mention(
        first=first,
        after=head + 1,
        head=head,
        form=Form.DESCRIPTION,
        sort=Sort.BODY,
        definite=DETERMINERS.get(tokens.lower[first]) in {"definite", "possessive"},
    )
