"""The people of a report from its figures, with what the table of office holders adds."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon import words
from sayso.reading.speakers.cast import Figure
from sayso.reading.speakers.mentions import Sort
from sayso.reading.speakers.roles import Office
from sayso.reading.speakers.tenures import Held, OfficeTable
from sayso.reading.speakers.tokens import Tokens
from sayso.records import Person, PersonKind, Span, Tenure

__all__ = ["Day", "people_of"]


_KINDS = {
    Sort.PERSON: PersonKind.PERSON,
    Sort.GROUP: PersonKind.GROUP,
    Sort.BODY: PersonKind.ORGANIZATION,
    Sort.GOVERNMENT: PersonKind.GOVERNMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day of publication with the table that tells who held which office on it."""

    table: OfficeTable
    date: datetime.date | None

    def held(self, name: Sequence[str]) -> list[Held]:
        """What the person of that name held on the day; nothing where there is no day."""
        if self.date is None:
            return []
        return [row for row in self.table.of(name) if row.lasts_on(self.date)]


def people_of(
    tokens: Tokens, figures: Sequence[Figure | None], day: Day
) -> list[tuple[Figure, Person]]:
    """Each figure that the text mentions, once, with its person; in order of the first mention."""
    known = {id(one): one for figure in figures for one in _with_members(figure) if one.mentions}
    ordered = sorted(known.values(), key=lambda figure: min(figure.mentions))
    ids = {id(figure): f"p{number}" for number, figure in enumerate(ordered, start=1)}
    return [(figure, _person(tokens, figure, day, ids=ids)) for figure in ordered]


def _with_members(figure: Figure | None) -> Sequence[Figure]:
    return [] if figure is None else [figure, *figure.members]


def _members(figure: Figure, ids: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(ids[id(one)] for one in figure.members if id(one) in ids)


def _person(tokens: Tokens, figure: Figure, day: Day, *, ids: Mapping[int, str]) -> Person:
    spans = sorted({tokens.span(first, after) for first, after in figure.mentions})
    read = [office for office in figure.offices if office not in figure.by_table]
    offices = _offices(figure, read)
    told = offices if figure.named else read
    fits, tenure = _by_table(figure, offices, day)
    return Person(
        id=ids[id(figure)],
        name=figure.title,
        office=_singular(offices[0]) if offices else None,
        affiliation=next((one.affiliation for one in told if one.affiliation), None),
        mentions=tuple(Span(*span) for span in spans),
        kind=_KINDS.get(figure.sort),
        office_fits=fits,
        tenure=tenure,
        members=_members(figure, ids),
    )


def _by_table(
    figure: Figure, offices: Sequence[Office], day: Day
) -> tuple[bool | None, Tenure | None]:
    """Whether the office fits the day, and what the table has of the person or the office."""
    if day.date is None or figure.sort is not Sort.PERSON:
        return None, None
    if not figure.named:
        definite = figure.definite and len(figure.offices) == 1
        return None, day.table.holder(figure.offices[0], day.date) if definite else None
    if offices:
        return day.table.fitting(figure.name, offices, day.date)
    lasting = day.held(figure.name) if figure.by_table else []
    return None, lasting[0].tenure if lasting else None


def _offices(figure: Figure, read: Sequence[Office]) -> list[Office]:
    """What the figure is, offices proper first; nothing of an unnamed one, whose name says it."""
    if not figure.named or figure.sort is Sort.GROUP:
        return []
    telling = [one for one in read if one.role.name not in words("offices", "loose")]
    return sorted(telling, key=lambda office: not office.role.office)


def _singular(office: Office) -> str:
    """The office of one who was named among several: "Senators Doe and Roe"."""
    return office.text.removesuffix("s") if office.role.plural else office.text
