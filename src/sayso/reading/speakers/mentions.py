"""A place in the text that names, describes or points to somebody."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.reading.speakers.roles import Gender, Office

__all__ = ["Form", "Mention", "Sort"]


class Form(StrEnum):
    """By what kind of words it is meant."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    PAIR = "pair"


class Sort(StrEnum):
    """What is meant, as far as the words tell."""

    PERSON = "person"
    BODY = "body"
    GOVERNMENT = "government"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(slots=True, kw_only=True, eq=False)
class Mention:
    """The words `[first, after)`, with their head word and what they say about whom they mean.

    `name` has the parts of a name without its title, or the full name of something `known`;
    `certain` is false where only a given name tells the gender, `definite` for "a minister"; an
    `attribute` only tells of another noun; `parts` are the mentions that a pair joins; `same` is
    the name that it stands beside in apposition.
    """

    first: int
    after: int
    head: int
    form: Form
    sort: Sort
    name: tuple[str, ...] = ()
    office: Office | None = None
    gender: Gender = None
    certain: bool = True
    definite: bool = True
    known: bool = False
    attribute: bool = False
    parts: tuple["Mention", ...] = ()
    same: "Mention | None" = None

    def covers(self, word: int) -> bool:
        """Whether the word is one of its own."""
        return self.first <= word < self.after
