"""Who somebody is beyond one report: by the full name, or by the office on its day."""

import datetime
from collections.abc import Sequence
from functools import lru_cache

from sayso.lexicon import words
from sayso.reading.layout import lay_out
from sayso.reading.speakers.finding import find_mentions
from sayso.reading.speakers.given import fold
from sayso.reading.speakers.roles import role_of
from sayso.reading.speakers.spelling import sound
from sayso.reading.speakers.tenures import office_table
from sayso.reading.speakers.tokens import tokens_of
from sayso.reading.words import split_words
from sayso.records import Identity, Person, PersonKind, Tenure

__all__ = ["identify", "name_keys"]

_PARTICLES = words("titles", "particles")
_SUFFIXES = words("titles", "suffixes")
_FIRST = words("titles", "first")
_LONGEST = 200  # letters of a name; nothing longer names one person
_MOST_PARTS = 6
_BODIES = (PersonKind.ORGANIZATION, PersonKind.GOVERNMENT)


def identify(person: Person, day: datetime.date | None) -> Identity:
    """What tells `person` of a report of that day apart; empty for a group or an unnamed official.

    A family name alone tells nobody apart; with an office that somebody of that name held on the
    day, it does.

    >>> day = datetime.date(2024, 10, 31)
    >>> identify(Person(id="p1", name="Blinken", office="Secretary of State"), day).name
    'Antony Blinken'
    >>> identify(Person(id="p1", name="Blinken"), day).full is None
    True
    """
    if len(person.name) > _LONGEST or person.kind is PersonKind.GROUP:
        return Identity()
    if person.kind in _BODIES:
        return _identity_of_body(person.name.removeprefix("the "))
    if (full := _by_full_name(person.name)) is not None:
        return full
    parts = _telling_parts(person.name)
    held = person.tenure or _tenure(person, parts, day)
    if held is not None:
        return _named(held.name, _telling_parts(held.name))
    return Identity(surname=sound(parts[-1])) if _is_name(person.name, parts) else Identity()


def name_keys(name: str) -> Identity:
    """The keys of a name that somebody gives, whoever bears it.

    >>> name_keys("Anthony Blinken").full == name_keys("Antony J. Blinken").full
    True
    """
    return identify(Person(id="", name=name), None)


def _identity_of_body(name: str) -> Identity:
    """A body by its name in small letters; what begins so, "its embassy", names none."""
    if not (name[:1].isupper() or name.startswith("government of ")):
        return Identity()
    return Identity(name=name, full=f"= {fold(name)}")  # apart from the keys of persons


def _is_name(name: str, parts: Sequence[str]) -> bool:
    """Whether it is a name at all, not "the mayor", "officials" or "Cho and Kim"."""
    small = [word for word in name.split() if not word[0].isupper()]
    particles = _PARTICLES
    return 0 < len(parts) <= _MOST_PARTS and all(word in particles for word in small)


# The same people are named in report after report.
@lru_cache(maxsize=1 << 12)
def _by_full_name(name: str) -> Identity | None:
    """Whom a full name stands for; None where it is none."""
    parts = _telling_parts(name)
    full = _is_name(name, parts) and len(parts) > 1 and len(parts[0]) > 1
    return _named(name, parts) if full else None


def _tenure(person: Person, parts: Sequence[str], day: datetime.date | None) -> Tenure | None:
    """The office by which the table knows who of that family name it was on the day."""
    if day is None or not person.office or not _is_name(person.name, parts):
        return None
    owner = f"{person.affiliation}'s " if person.affiliation else ""
    said = f"{owner}{person.office} {person.name} said so."  # read as it would be in a report
    found = find_mentions(tokens_of(lay_out(said, split_words(said))))
    office = found[0].office if found else None
    return office_table().bearer(parts[-1], office, day) if office else None


@lru_cache(maxsize=1 << 12)
def _telling_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name in small letters: no title, no Jr., no initial in between."""
    small = [fold(part).strip(".,") for part in name.split()]
    kept = [part for part in small if part and part not in _SUFFIXES]
    while len(kept) > 1 and (role := role_of(kept[0])) and role.office:
        kept = kept[1:]
    return (*kept[:1], *(part for part in kept[1:-1] if len(part) > 1), *kept[1:][-1:])


def _named(name: str, parts: Sequence[str]) -> Identity:
    """First and last part as they sound; all of a name whose family name stands first."""
    first, last = sound(parts[0]), sound(parts[-1])
    if parts[0] in _FIRST:
        given = sound("".join(parts[1:]).replace("-", ""))
        return Identity(name=name, full=f"{first} {given}", surname=first)
    return Identity(name=name, full=f"{first} {last}", surname=last)
