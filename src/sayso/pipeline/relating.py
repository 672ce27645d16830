"""Reports laid beside those that are there: stories, utterances and origins, as reports come in."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence

from sayso.comparing.origins import find_origins
from sayso.comparing.speakers import same_speaker
from sayso.comparing.stories import APART, group_stories, telling_terms
from sayso.comparing.utterances import (
    APART as TOLD_APART,
)
from sayso.comparing.utterances import (
    fitting_records,
    group_statements,
    key_of,
    read_utterances,
    regroup,
    statements_of,
)
from sayso.ledger import (
    Batch,
    Ledger,
    beside,
    judgements_in,
    keep_origins,
    keep_stories,
    keep_terms,
    keep_utterances,
    pending_readings,
    pending_records,
    present_renderings,
    readings_of_speakers,
    readings_of_text,
    readings_within,
    records_of_days,
    statement_numbers,
    story_members,
    told_nearby,
)
from sayso.pipeline.maker import MAKER, Clock
from sayso.pipeline.opened import Opened
from sayso.pipeline.recording import with_mentions
from sayso.reading import identify
from sayso.records import JudgementKind, Person, Reading, Record

__all__ = ["relate"]

_AT_ONCE = 64  # reports that are laid beside the others together
# Reports that are looked at again because a speaker links them, and those that these link again: by
# so many the groups do not depend on the order of adding.
_WIDEST = 200
_Pair = tuple[str, str]
_ALL_DAYS = "0001-01-01", "9999-12-31"


def relate(ledger: Ledger, *, clock: Clock) -> None:
    """Lay every reading that is new since the last time beside the others, until none is left.

    What a program that was stopped left undone is done by the next.
    """
    opened = Opened()
    _relate_records(ledger, clock, opened)
    while True:
        with ledger.seen() as connection:
            pending = pending_readings(connection, limit=_AT_ONCE)
        if not pending:
            return
        with ledger.batch(now=clock(), maker=MAKER) as batch:
            _relate(batch, pending, opened)


def _relate_records(ledger: Ledger, clock: Clock, opened: Opened) -> None:
    """Lay what was told before a record came beside it."""
    with ledger.seen() as connection:
        near = {
            reading
            for record in pending_records(connection)
            for reading in readings_of_speakers(connection, _surnames(record), _days_told(record))
        }
    if near:
        with ledger.batch(now=clock(), maker=MAKER) as batch:
            _find_utterances(batch, opened.readings(batch.connection, near), opened)


def _surnames(record: Record) -> set[str]:
    """The family names of the record's speakers, as those of people are kept."""
    known = (identify(Person(id="", name=label.title()), None) for label in record.speakers)
    return {it.surname for it in known if it.surname}


def _days_told(record: Record) -> tuple[str, str]:
    """The days on which reports of what it holds are published; all where it has none."""
    if record.held is None:
        return _ALL_DAYS
    since, until = (record.held + datetime.timedelta(days=by) for by in (-1, TOLD_APART))
    return since.isoformat(), until.isoformat()


def _relate(batch: Batch, pending: Sequence[int], opened: Opened) -> None:
    readings = opened.readings(batch.connection, pending)
    touched = _group(batch, readings, opened)
    _find_origins(batch, touched)
    _find_utterances(batch, readings, opened)


def _group(batch: Batch, new: Mapping[int, Reading], opened: Opened) -> dict[int, Reading]:
    """Let every new report join a story or begin one; the reports of the stories that changed."""
    near: set[int] = set()
    within = readings_within(batch.connection, _days([*new.values()], APART))
    for number, reading in new.items():
        terms = telling_terms(reading.report)
        keep_terms(batch, number, terms)
        near.update(beside(batch.connection, terms, _days((reading,), APART), within=within))
    together, apart = _decided(batch, ("same_story", "other_story"), of=_report_of)
    present = story_members(batch.connection, near | _named(batch, new, (*together, *apart)))
    scope = {**opened.readings(batch.connection, near | {*present}), **new}
    numbers = _numbers(scope)
    found = [it.reports for it in group_stories([one.report for one in scope.values()])]
    groups = [
        [number for report in story for number in numbers[report]]
        for story in regroup(found, together=together, apart=apart)
    ]
    given = keep_stories(batch, groups, present)
    changed = {given[number] for number in new}
    return {number: it for number, it in scope.items() if given[number] in changed}


def _find_origins(batch: Batch, touched: Mapping[int, Reading]) -> None:
    numbers = {reading.report.id: number for number, reading in sorted(touched.items())}
    keep_origins(batch, find_origins([*touched.values()]), numbers)


def _find_utterances(batch: Batch, new: Mapping[int, Reading], opened: Opened) -> None:
    readings = _circle(batch, new, opened)
    numbers: dict[str, int] = {}
    for number, reading in readings.items():
        first, _ = statement_numbers(batch.connection, number)
        numbers.update({it.id: first + at for at, it in enumerate(reading.statements)})
    present = present_renderings(batch.connection, numbers.values())
    told = statements_of([*readings.values()])
    records = _records(batch, [*readings.values()])
    together, apart = _decided(batch, ("same_as", "other_than"))
    found = group_statements([*readings.values()], records)
    groups = regroup(found, together=together, apart=apart)
    made = read_utterances(groups, told, records)
    keep_utterances(batch, [(one, key_of(one)) for one in made], (numbers, present))


def _circle(batch: Batch, new: Mapping[int, Reading], opened: Opened) -> dict[int, Reading]:
    """The new reports with those that share a speaker with them, and so on as far as it goes."""
    circle = dict(new)
    while len(circle) < _WIDEST or len(circle) == len(new):
        near = told_nearby(batch.connection, circle, _days([*circle.values()], TOLD_APART))
        added = {*near} - {*circle}
        if not added:
            break
        circle |= opened.readings(batch.connection, added)
    return dict(sorted(circle.items()))


def _records(batch: Batch, readings: Sequence[Reading]) -> list[Record]:
    """The records that hold words of somebody who speaks in these reports."""
    near = records_of_days(batch.connection, _days(readings, TOLD_APART))
    names = {person.name for reading in readings for person in reading.people}
    spoken = [
        with_mentions(it)
        for it in near
        if any(same_speaker(name, label) for label in it.speakers for name in names)
    ]
    return fitting_records(readings, spoken)


def _decided(
    batch: Batch, fields: tuple[str, str], *, of: Callable[[str], str] = str
) -> tuple[list[_Pair], list[_Pair]]:
    """What people put together and what they took apart by these fields, as statements or `of`."""
    standing = [
        (of(one.anchor.mention), one.change)
        for one in judgements_in(batch.connection).values()
        if one.stands and one.kind is JudgementKind.GROUPING and one.anchor
    ]
    together, apart = (
        [(mention, of(change[name])) for mention, change in standing if name in change]
        for name in fields
    )
    return together, apart


def _report_of(statement: str) -> str:
    return statement.partition(".")[0]


def _named(batch: Batch, new: Mapping[int, Reading], pairs: Sequence[_Pair]) -> set[int]:
    """The readings that people put together with the new ones, or took apart from them."""
    reports = {reading.report.id for reading in new.values()}
    others = {it for pair in pairs if reports & {*pair} for it in pair} - reports
    return {number for it in others for number in readings_of_text(batch.connection, it)[:1]}


def _days(readings: Collection[Reading], apart: int) -> tuple[str, str]:
    """The days within which others can tell of the same; all days where one report has none."""
    days = [reading.report.published for reading in readings]
    known = [day for day in days if day]
    if len(known) < len(days):
        return _ALL_DAYS
    reach = datetime.timedelta(days=apart)
    return (min(known) - reach).isoformat(), (max(known) + reach).isoformat()


def _numbers(scope: Mapping[int, Reading]) -> dict[str, list[int]]:
    """The readings of each report; two may have the same text."""
    numbers: dict[str, list[int]] = {}
    for number, reading in sorted(scope.items()):
        numbers.setdefault(reading.report.id, []).append(number)
    return numbers
