"""Who speaks, and which offices they are known to have held."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sayso.records.text import Spans

__all__ = ["Identity", "Person", "PersonKind", "Tenure"]


class PersonKind(StrEnum):
    """Who speaks under a name: one person, several, an organization, or a country's government."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That somebody held an office from one day to another, by the table of office holders.

    It comes from the table alone, never from a report; `until` is None where no end is known.
    `checked` names what the row was compared with, None where it was not yet.
    """

    name: str
    office: str
    affiliation: str | None = None
    since: datetime.date
    until: datetime.date | None = None
    checked: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, organization or office of one report, with every place that names it.

    `tenure` is what the table of office holders adds for the day of publication: the office of a
    person who is named, or the holder of an office that stands for its unnamed holder.
    `office_fits` is whether the person held the named office on that day, None where the table does
    not know. `members` are the ids of those who speak together under this name.
    """

    id: str
    name: str
    office: str | None = None
    affiliation: str | None = None
    mentions: Spans = ()
    kind: PersonKind | None = None
    office_fits: bool | None = None
    tenure: Tenure | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells a person of one report apart from those of others.

    `full` is a key that spellings of one full name share, `name` the name as it is best known;
    both are None where only a family name or a description is given that the day does not settle.
    `surname` is the key of the family name.
    """

    name: str | None = None
    full: str | None = None
    surname: str | None = None
