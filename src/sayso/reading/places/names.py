"""Stretches of a text that are written like the name of a place that exists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lexicon import table
from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.places.gazetteer import Gazetteer
from sayso.reading.places.naming import Naming
from sayso.reading.places.spelling import exact_key, folded_key
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.phrasebook import known_at
from sayso.records import Span

__all__ = ["LONGEST_SHORT", "Name", "Words", "find_names", "look_up", "words_of"]

_ADDRESSES = listed("toponymy", "addresses")
_CALENDAR = listed("titles", "calendar")
_PLAIN = listed("toponymy", "plain")
_LINKS = listed("toponymy", "links")

LONGEST_SHORT = 7
"""Letters, full stops included, of the longest name that counts only as it is printed."""
_LONGEST = 6  # words
_LONGEST_WORD = 40  # letters
_GLUE = frozenset("-'’.–&")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a layout as they stand and in small letters.

    `capitals` are the numbers of those with a capital, `vocabulary` those without, `surnames` those
    that follow a given name or a form of address somewhere.
    """

    layout: Layout
    forms: Sequence[str]
    lower: Sequence[str]
    sentence: Sequence[int]
    capitals: Sequence[int]
    vocabulary: frozenset[str]
    surnames: frozenset[str]

    def at(self, index: int) -> str:
        """The word as it stands, or nothing beyond either end."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def small(self, index: int) -> str:
        """The word in small letters, or nothing beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.at(index)[:1].isupper()

    def opens(self, index: int) -> bool:
        """Whether a sentence begins with the word."""
        return index == 0 or (
            0 < index < len(self.forms) and self.sentence[index] != self.sentence[index - 1]
        )

    def span(self, first: int, after: int) -> Span:
        """The characters of the words `[first, after)`."""
        spans = self.layout.words
        return Span(spans[first].start, spans[after - 1].end)

    def text(self, first: int, after: int) -> str:
        """The words `[first, after)` as they stand in the text."""
        spans = self.layout.words
        return self.layout.text[spans[first].start : spans[after - 1].end]


@dataclass(slots=True, kw_only=True)
class Name:
    """The words `[first, after)`, and where the gazetteer has the entries of their spelling.

    `named` is what the encoder takes them for, where it was asked.
    """

    first: int
    after: int
    stretch: tuple[int, int]
    named: Naming | None = None


def words_of(layout: Layout) -> Words:
    """The words of a layout."""
    forms, lower, sentence = layout.written, layout.lower, layout.sentence.tolist()
    return Words(
        layout=layout,
        forms=forms,
        lower=lower,
        sentence=sentence,
        capitals=layout.capitals,
        vocabulary=frozenset(forms).intersection(lower),
        surnames=frozenset(_surnames(layout, sentence)),
    )


def _surnames(layout: Layout, sentence: Sequence[int]) -> Iterator[str]:
    """Words with a capital after a given name or a form of address."""
    addresses = _ADDRESSES
    for index in layout.capitals:
        if index and sentence[index] == sentence[index - 1]:
            before = layout.lower[index - 1].rstrip(".")
            named = layout.written[index - 1][0].isupper() and is_given(before)
            if named or before in addresses:
                yield layout.lower[index]


def find_names(words: Words, gazetteer: Gazetteer) -> list[Name]:
    """The names in order and apart from each other, of those that overlap the first and longest."""
    windows = list(_windows(words))
    spellings = [words.text(first, after) for first, after in windows]
    found = look_up(spellings, gazetteer)
    kept: list[Name] = []
    end = 0
    for (first, after), stretch in zip(windows, found, strict=True):
        if first >= end and stretch[0] < stretch[1]:
            kept.append(Name(first=first, after=after, stretch=stretch))
            end = after
    return [name for name in kept if not _is_institution(words, name)]


def _is_institution(words: Words, name: Name) -> bool:
    """Whether the words are the name of a body, or begin one: NATO, the New York Times."""
    known = known_at(words.forms, name.first)
    if known is None or known.country or known.form != "name":
        return False
    return known.length >= name.after - name.first and known.name not in table("places")["seats"]


def look_up(spellings: Sequence[str], gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """The entries of each spelling: as it is printed, else however it is written."""
    known = list(dict.fromkeys(spellings))
    found = dict(zip(known, gazetteer.find(list(map(_only_key, known))), strict=True))
    short = [spelling for spelling in known if len(spelling) <= LONGEST_SHORT]
    exact = gazetteer.find(list(map(exact_key, short)))
    for spelling, stretch in zip(short, exact, strict=True):
        if stretch[0] < stretch[1]:
            found[spelling] = stretch
    return [found[spelling] for spelling in spellings]


def _only_key(spelling: str) -> int:
    """The key of a spelling; of Ind. and WHO, which are names only as printed, none that exists."""
    acronym = spelling.endswith(".") or (len(spelling) <= 3 and spelling.isupper())
    return 0 if acronym else folded_key(spelling)


def _windows(words: Words) -> Iterator[tuple[int, int]]:
    """All stretches that may be a name, by their first word, longest first."""
    calendar, plain = _CALENDAR, _PLAIN
    for first in words.capitals:
        if len(words.forms[first]) < _LONGEST_WORD and words.lower[first] not in calendar:
            ends = list(_ends(words, first))
            alone = words.lower[first] in plain
            yield from ((first, after) for after in reversed(ends) if after > first + alone)


def _ends(words: Words, first: int) -> Iterator[int]:
    """Where a name from this word on may end."""
    index = first
    sentence = words.sentence[first]
    stop = min(len(words.forms), first + 2 * _LONGEST)
    links = _LINKS
    while index < stop and words.sentence[index] == sentence:
        form = words.forms[index]
        if form[0].isupper() and len(form) < _LONGEST_WORD:
            yield index + 1
            if index + 1 < stop and words.forms[index + 1] == "." and _short(words, index):
                yield index + 2
        elif form not in links and not (form in _GLUE and _glued(words, index)):
            if not (form.isalpha() and form.islower() and _glued(words, index)):
                return
            yield index + 1
        index += 1


def _short(words: Words, index: int) -> bool:
    spans = words.layout.words
    return len(words.forms[index]) <= 5 and spans[index].end == spans[index + 1].start


def _glued(words: Words, index: int) -> bool:
    spans = words.layout.words
    return spans[index - 1].end == spans[index].start
