"""What is counted, however a report puts it: soldiers, troops, forces; North Korean, DPRK."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sayso.comparing.kinship import stem
from sayso.comparing.words import is_function, is_number, read_words
from sayso.errors import BadRequestError
from sayso.lexicon import table, words

__all__ = ["Thing", "countries_in", "is_total", "named_count", "read_thing", "thing_of"]

_NAMES = ("names", "adjectives")
_REACH = 90  # letters before a figure in which "the number of ..." may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What is counted: the last noun's key, the keys of words beside it, and whose it is.

    `name` is how somebody called it, `form` the last noun of that.
    """

    noun: str
    beside: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    name: str = field(default="", compare=False)
    form: str = field(default="", compare=False)

    def covers(self, other: "Thing") -> bool:
        """Whether the other is this thing, or some of it; of whatever country where it names none.

        >>> read_thing("North Korean troops").covers(read_thing("DPRK special forces"))
        True
        """
        apart = words("things", "parting")
        more = other.beside - self.beside
        return (
            self.noun == other.noun
            and self.beside <= other.beside
            and not {_key(word) for word in apart} & more
            and (not other.countries or self.countries <= other.countries)
        )

    @property
    def spellings(self) -> tuple[str, ...]:
        """What to search for to find the noun: words, or the word asked for and how it begins.

        >>> read_thing("deaths").spellings, read_thing("striking dockers").spellings
        (('deaths', 'death', 'dead', 'killed', 'fatalities', 'fatality'), ('dockers', 'dock*'))
        """
        rows: list[list[str]] = table("things")["same"]
        row = next((row for row in rows if row[0] == self.noun), None)
        # The word too: an index of words may cut it shorter than its stem, "facilities" to "facil".
        return tuple(row or [self.form or self.noun, f"{self.noun}*"])


def read_thing(text: str) -> Thing:
    """The thing that somebody asks for; BadRequestError where the words name none.

    >>> read_thing("DPRK soldiers") == read_thing("North Korean troops")
    True
    """
    thing = thing_of(text)
    if thing is None:
        raise BadRequestError(f"{text!r} names nothing that is counted; write it like “troops”.")
    return thing


@lru_cache(maxsize=1 << 12)
def thing_of(text: str) -> Thing | None:
    """The thing that a noun phrase names; what follows a preposition is left out."""
    forms = _phrase(text)
    called = [form for form in forms if form not in _countries() and form != "'s"]
    if not called:
        return None
    keys = [_key(form) for form in called]
    return Thing(
        name=text,
        form=called[-1],
        noun=keys[-1],
        beside=frozenset(keys[:-1]),
        countries=frozenset(_countries()[form] for form in forms if form in _countries()),
    )


def countries_in(text: str) -> frozenset[str]:
    """The countries that a text names, by name or adjective."""
    known = _countries()
    return frozenset(known[word.form] for word in read_words(text) if word.form in known)


def is_total(text: str) -> bool:
    """Whether words of what is counted say that all of it is meant: `total soldiers`."""
    return any(word.form in words("things", "total") for word in read_words(text))


def named_count(before: str) -> tuple[str, bool] | None:
    """What a figure counts that ends such words, and whether it is all of it.

    >>> named_count("The number of North Korean soldiers in Russia has reached ")
    ('North Korean soldiers', False)
    """
    near = before[-_REACH:]
    lowered = near.lower()
    found = [(lowered.rfind(f"{it} "), it) for it in table("things")["counting"]]
    at, opening = max(found)
    if at < 0:
        return None
    phrase = _noun_phrase(near[at + len(opening) :])
    return (phrase, opening in words("things", "whole")) if phrase else None


def _noun_phrase(text: str) -> str:
    """The words up to the first that ends a noun phrase."""
    kept: list[str] = []
    for word in text.split():
        bare = word.strip(',;:.()"“”')
        if not bare or (bare.lower() in words("counted", "stops") and bare.lower() != "the"):
            break
        if bare.lower() != "the":
            kept.append(bare)
        if bare != word:
            break
    return " ".join(kept)


def _phrase(text: str) -> list[str]:
    """The forms of the noun phrase: up to the first function word after a noun."""
    forms: list[str] = []
    for word in read_words(text):
        if is_number(word.form) or word.form in words("things", "total") or word.form == "…":
            continue
        if is_function(word.form) and word.form != "'s":
            if forms:
                break
            continue
        forms.append(word.form)
    return forms


@lru_cache(maxsize=1 << 12)
def _key(form: str) -> str:
    """What all words for one thing share: the first of their row, or else the stem."""
    return _rows().get(form) or stem(form)


@cache
def _rows() -> Mapping[str, str]:
    rows: list[list[str]] = table("things")["same"]
    return {form: row[0] for row in rows for word in row for form in _single(word)}


@cache
def _countries() -> Mapping[str, str]:
    """Names and adjectives of one word in normal form → the country."""
    named: list[tuple[str, Sequence[str]]] = [
        (country, [country, *_named(names)]) for country, names in table("countries").items()
    ]
    return {form: country for country, names in named for name in names for form in _single(name)}


def _named(names: Mapping[str, list[str]]) -> Iterable[str]:
    return (name for key in _NAMES for name in names.get(key, ()))


def _single(name: str) -> list[str]:
    """The form of a name that is read as one word; none of a longer name."""
    read = read_words(name)
    return [read[0].form] if len(read) == 1 else []
