"""Statements with their speakers, and the people of a report, from what it says of them."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.layout import Layout
from sayso.reading.speakers.cast import Cast, Figure
from sayso.reading.speakers.described import counterpart_offices
from sayso.reading.speakers.finding import find_mentions
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.nesting import content_holders
from sayso.reading.speakers.people import Day, people_of
from sayso.reading.speakers.sources import SourceReader
from sayso.reading.speakers.tenures import OfficeTable, office_table
from sayso.reading.speakers.tokens import Tokens, tokens_of
from sayso.reading.speakers.unmarked import follow_on
from sayso.reading.speakers.walk import Walk, is_full
from sayso.records import Person, Statement

__all__ = ["resolve_speakers"]


def resolve_speakers(
    layout: Layout,
    statements: tuple[Statement, ...],
    *,
    report_id: str,
    published: datetime.date | None = None,
    offices: OfficeTable | None = None,
) -> tuple[tuple[Statement, ...], tuple[Person, ...]]:
    """The statements of report `report_id` with the person who speaks each, and its people.

    People are all who speak, and all persons who are named, in the order of their first mention;
    their ids count from p1 in every report. A statement whose source names nobody, or whose pronoun
    nobody fits, keeps None. With the day of publication the table of office holders (`offices`, or
    the shipped one) tells who "the president" is where the text gives only his name, who held an
    office that the text names instead of its holder, and whether a title fits the day.
    """
    day = Day(table=offices or office_table(), date=published)
    tokens = tokens_of(layout)
    mentions = find_mentions(tokens)
    reader = SourceReader(tokens, mentions)
    sources = [reader.read(statement.source) for statement in statements]
    cast = _cast(mentions, day)
    speakers = _speakers(tokens, cast, ([*mentions, *reader.added], statements, sources))
    speakers = follow_on(tokens, statements, speakers)
    people = people_of(tokens, [*speakers, *cast.people], day)
    ids = {id(figure): person.id for figure, person in people}
    spoken = tuple(
        replace(statement, speaker=ids.get(id(figure)))
        for statement, figure in zip(statements, speakers, strict=True)
    )
    return spoken, tuple(person for _, person in people)


def _speakers(
    tokens: Tokens,
    cast: Cast,
    told: tuple[Sequence[Mention], Sequence[Statement], Sequence[Mention | None]],
) -> list[Figure | None]:
    """The figure of every source, found by walking through all mentions."""
    mentions, statements, sources = told
    holders = content_holders(tokens, statements)
    walk = Walk(tokens, cast, [source for source in sources if source is not None])

    def understood(mention: Mention) -> tuple[float, int]:
        """Whom words in marks mean is known after who speaks them, though he is named later."""
        holder = holders[mention.first]
        source = sources[holder] if holder >= 0 and tokens.quoted[mention.first] else None
        late = source is not None and source.first > mention.first
        return (source.first + 0.5 if source is not None and late else mention.first), mention.first

    for mention in sorted(mentions, key=understood):
        holder = holders[mention.first]
        source = sources[holder] if holder >= 0 else None
        around = walk.figure(source) if source is not None else None
        walk.meet(mention, around, inside=holder >= 0)
    ordered = sorted(mentions, key=lambda mention: mention.first)
    return [
        None if source is None else walk.figure(source) or walk.look_ahead(source, ordered)
        for source in sources
    ]


def _cast(mentions: Sequence[Mention], day: Day) -> Cast:
    """All who are named in full anywhere, so that a surname before the full name is known."""
    cast = Cast()
    for mention in mentions:
        if mention.form is Form.NAME and is_full(mention):
            cast.introduce(mention)
    before: Figure | None = None
    for mention in mentions:
        if mention.form is Form.NAME and mention.office is not None:
            before = cast.named(mention.name)
        elif mention.same is not None and mention.office is not None:
            _learn_beside(cast, mention, before)
    _learn_from_table(cast, mentions, day)
    return cast


def _learn_from_table(cast: Cast, mentions: Sequence[Mention], day: Day) -> None:
    """Give those who are named in full, and with no office, the one that they held on that day."""
    for mention in mentions:
        figure = cast.named(mention.name) if mention.form is Form.NAME else None
        if figure is not None and figure.sort is Sort.PERSON and not figure.offices:
            for row in day.held(figure.name):
                figure.by_table.append(row.office)
                cast.give(figure, row.office)


def _learn_beside(cast: Cast, mention: Mention, before: Figure | None) -> None:
    """Give the named figure the office of the description beside it."""
    figure = cast.named(mention.same.name) if mention.same is not None else None
    if figure is None or mention.office is None:
        return
    if mention.office.role.name == "counterpart":
        for office in counterpart_offices(mention.office, before):
            cast.give(figure, office)
    else:
        cast.learn(figure, mention)
