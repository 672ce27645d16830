"""Who held which office on a day, from the table of office holders."""

import csv
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.errors import BadRequestError
from sayso.lexicon import rows, words
from sayso.reading.speakers.offices import field_of
from sayso.reading.speakers.roles import Office, fit, role_of
from sayso.reading.speakers.spelling import sound
from sayso.records import Tenure

__all__ = ["Held", "OfficeTable", "office_table"]

_FOREVER = datetime.date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A row of the table: who held an office, and from when to when.

    `until` is None where no end is known; then `known` is the last day for which the row speaks.
    """

    office: Office
    tenure: Tenure
    known: datetime.date

    def lasts_on(self, day: datetime.date) -> bool:
        """Whether the office was held on that day, the first and the last one included."""
        return self.tenure.since <= day <= (self.tenure.until or self.known)

    def tells_of(self, day: datetime.date) -> bool:
        """Whether the row says anything about that day: an open one does up to `known`."""
        return self.tenure.until is not None or day <= self.known

    def days_from(self, day: datetime.date) -> int:
        """How many days lie between its time and that day; 0 within it."""
        last = self.tenure.until or self.known
        return max((self.tenure.since - day).days, (day - last).days, 0)


class OfficeTable:
    """The rows of a table, found by the name of the holder and by the office."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._by_name: dict[tuple[str, ...], list[Held]] = {}
        self._by_role: dict[str, list[Held]] = {}
        for row in held:
            self._by_name.setdefault(_key(row.tenure.name.split()), []).append(row)
            self._by_role.setdefault(row.office.role.name, []).append(row)

    def holders_on(self, title: str, country: str, day: datetime.date) -> list[str]:
        """The names of those who held the office of that title in that country.

        >>> day = datetime.date(2024, 10, 31)
        >>> office_table().holders_on("Secretary of State", "United States", day)
        ['Antony Blinken']
        """
        return [
            row.tenure.name
            for held in self._by_role.values()
            for row in held
            if (row.office.text, row.office.country) == (title, country) and row.lasts_on(day)
        ]

    def of(self, name: Sequence[str]) -> list[Held]:
        """What the person of that name, in any of its spellings, held.

        >>> [row.tenure.office for row in office_table().of(("Volodymyr", "Zelenskyy"))]
        ['President']
        """
        return self._by_name.get(_key(name), [])

    def holder(self, office: Office, day: datetime.date) -> Tenure | None:
        """Who held the described office on that day; None where the words fit none, or several."""
        found = {
            row.tenure.name: row.tenure
            for row in self._by_role.get(office.role.name, [])
            if row.lasts_on(day) and _is_seat(office, row.office)
        }
        return next(iter(found.values())) if len(found) == 1 and not _elsewhen(office) else None

    def bearer(self, surname: str, office: Office, day: datetime.date) -> Tenure | None:
        """Who alone, of those with that name in theirs, held an office of that title that day."""
        wanted = sound(surname)
        found = {
            row.tenure.name: row.tenure
            for row in self._by_role.get(office.role.name, [])
            if row.lasts_on(day)
            and _may_be(office, row.office)
            and wanted in map(sound, row.tenure.name.split())
        }
        return next(iter(found.values())) if len(found) == 1 and not _elsewhen(office) else None

    def fitting(
        self, name: Sequence[str], offices: Iterable[Office], day: datetime.date
    ) -> tuple[bool | None, Tenure | None]:
        """Whether a person with one of these titles held it on that day, and the nearest tenure.

        None for whether where the table does not know; no tenure where it has none of that office.
        """
        told = [office for office in offices if not _elsewhen(office)]
        found = [row for row in self.of(name) if any(_may_be(one, row.office) for one in told)]
        if not found:
            return None, None
        nearest = min(found, key=lambda row: row.days_from(day))
        fits = nearest.lasts_on(day) if any(row.tells_of(day) for row in found) else None
        return fits, nearest.tenure


def _elsewhen(office: Office) -> bool:
    """Whether the words say that it was or will be held: the former, the incoming president."""
    parts = office.text.lower().replace("-", " ").split()
    return not words("offices", "elsewhen").isdisjoint(parts)


@cache
def _shipped() -> tuple[Held, ...]:
    return tuple(_held(row) for row in rows("office_holders"))


@cache
def _shipped_table() -> OfficeTable:
    return OfficeTable(_shipped())


def office_table(lines: Iterable[str] = ()) -> OfficeTable:
    """The shipped table, with the rows of a CSV file in the same columns put before it.

    `lines` are those of the file, its names of columns first; `country`, `office`, `role`, `name`
    and `since` must be there. A row that cannot be read raises BadRequestError.

    >>> lines = ["country,office,role,name,since", "Ruritania,Mayor,mayor,Ann Rask,2023-05-01"]
    >>> table = office_table(lines)
    >>> [row.tenure.office for row in table.of(("Ann", "Rask"))]
    ['Mayor']
    """
    own = [_own_row(row) for row in csv.DictReader(lines, restval="")]
    return OfficeTable([*own, *_shipped()]) if own else _shipped_table()


def _own_row(row: Mapping[str, str]) -> Held:
    try:
        return _held(row)
    except (KeyError, ValueError) as error:
        shown = ", ".join(str(cell) for cell in row.values())
        problem = f"This row is no office holder: {shown}. "
        raise BadRequestError(problem + "See docs/reading.md for the columns.") from error


def _held(row: Mapping[str, str]) -> Held:
    until, known = row.get("until"), row.get("known")
    country, body = row["country"] or None, row.get("body") or None
    last = datetime.date.fromisoformat(until) if until else None
    return Held(
        office=_office(row, country=country, body=body),
        tenure=Tenure(
            name=row["name"],
            office=row["office"],
            affiliation=body or country,
            since=datetime.date.fromisoformat(row["since"]),
            until=last,
            checked=row.get("checked") or None,
        ),
        known=last or (datetime.date.fromisoformat(known) if known else _FOREVER),
    )


def _office(row: Mapping[str, str], *, country: str | None, body: str | None) -> Office:
    """The office as it would be read in a text: the names of bodies tell of its field too."""
    role = role_of(row["role"])
    if role is None:
        raise ValueError(row["role"])
    own = [word for word in _words(body) if field_of(word) is None]
    fields = {field for word in _words(body) if (field := field_of(word))}
    level = row.get("level")
    return Office(
        role=role,
        word=row["role"],
        text=row["office"],
        fields=frozenset({*(row.get("field") or "").split(), *fields}),
        levels=frozenset({level} if level else ()),
        terms=frozenset([*own, *_terms(row["office"])]),
        country=country,
        affiliation=body or country,
    )


def _words(name: str | None) -> list[str]:
    return [word.strip(".()").lower() for word in (name or "").split() if word[0].isupper()]


def _terms(title: str) -> list[str]:
    """The words of a title that are no role and no field: the "cabinet" of its secretary."""
    plain = words("offices", "plain") | words("offices", "levels")
    return [
        word for word in _words(title) if not (role_of(word) or field_of(word) or word in plain)
    ]


def _is_seat(described: Office, held: Office) -> bool:
    """Whether the words name this one office and no other near it."""
    if described.role.name != held.role.name or described.levels != held.levels:
        return False
    if described.fields != held.fields or described.country not in {held.country, None}:
        return False
    if held.affiliation != held.country:
        return described.affiliation == held.affiliation
    return described.country is not None and described.terms == held.terms


def _may_be(described: Office, held: Office) -> bool:
    """Whether a title before a name can be this office: its field may be left out."""
    same = described.role.name == held.role.name and described.levels == held.levels
    return same and fit(described, held) is not None


def _key(name: Sequence[str]) -> tuple[str, ...]:
    """The first and the last part of a name as they sound, parts joined by hyphens taken apart."""
    parts = " ".join(name).replace("-", " ").split()
    return tuple(sound(part) for part in (*parts[:1], *parts[-1:]))
