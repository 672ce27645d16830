"""Who held which office on a day, from the table of office holders."""

import csv
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table
from sayso.reading.speakers.roles import Office, role_of
from sayso.reading.speakers.spelling import sound

__all__ = ["Tenure", "fits_day", "holders_on", "tenures_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """That somebody held an office from one day to another; `until` is None while it lasts."""

    name: str
    office: Office
    since: datetime.date
    until: datetime.date | None = None

    def lasts_on(self, day: datetime.date) -> bool:
        """Whether the office was held on that day, the first and the last one included."""
        return self.since <= day and (self.until is None or day <= self.until)


def holders_on(title: str, country: str, day: datetime.date) -> list[str]:
    """The names of those who held the office of that title in that country.

    >>> holders_on("Secretary of State", "United States", datetime.date(2024, 10, 31))
    ['Antony Blinken']
    """
    rows = (row for rows in _tenures().values() for row in rows)
    return [
        row.name
        for row in rows
        if (row.office.text, row.office.country) == (title, country) and row.lasts_on(day)
    ]


def tenures_of(name: Sequence[str], day: datetime.date | None = None) -> list[Tenure]:
    """What the person of that name, in any of its spellings, held: ever, or on that day.

    >>> [tenure.office.text for tenure in tenures_of(("Volodymyr", "Zelenskyy"))]
    ['President']
    """
    found = _tenures().get(_key(name), [])
    return [tenure for tenure in found if day is None or tenure.lasts_on(day)]


def fits_day(name: Sequence[str], office: Office, day: datetime.date) -> bool | None:
    """Whether the title fits its day; None where the table does not know the name in that role."""
    known = [tenure for tenure in tenures_of(name) if tenure.office.role.name == office.role.name]
    if not known:
        return None
    return any(tenure.lasts_on(day) for tenure in known)


def _key(name: Sequence[str]) -> tuple[str, ...]:
    """The first and the last part of a name as they sound, parts joined by hyphens taken apart."""
    parts = " ".join(name).replace("-", " ").split()
    return tuple(sound(part) for part in (*parts[:1], *parts[-1:]))


@cache
def _tenures() -> dict[tuple[str, ...], list[Tenure]]:
    found: dict[tuple[str, ...], list[Tenure]] = {}
    for row in csv.DictReader(table("office_holders")["holders"].strip().splitlines()):
        found.setdefault(_key(row["name"].split()), []).append(_tenure(row))
    return found


def _tenure(row: dict[str, str]) -> Tenure:
    role = role_of(row["role"])
    assert role is not None
    terms = frozenset(word.lower() for word in row["body"].split() if word[0].isupper())
    return Tenure(
        name=row["name"],
        office=Office(
            role=role,
            word=row["role"],
            text=row["office"],
            fields=frozenset({row["field"]} - {""}),
            levels=frozenset({row["level"]} - {""}),
            terms=terms,
            country=row["country"] or None,
            affiliation=row["body"] or row["country"] or None,
        ),
        since=datetime.date.fromisoformat(row["since"]),
        until=datetime.date.fromisoformat(row["until"]) if row["until"] else None,
    )
