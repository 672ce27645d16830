"""The tasks in which reports are laid beside one another; each can run in any process."""

import pickle
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sayso.batch.folder import Folder
from sayso.batch.found import Row
from sayso.batch.readings import part_readings
from sayso.comparing.origins import find_origins
from sayso.comparing.stories import APART, card_of, likely_pairs, link_stories
from sayso.comparing.utterances import (
    group_statements,
    read_utterance,
    statements_of,
)
from sayso.comparing.utterances.days import day_said
from sayso.records import Interval, PersonKind, Reading, Utterance

__all__ = [
    "Group",
    "Laid",
    "Lay",
    "Link",
    "Match",
    "Pair",
    "PairUp",
    "Render",
    "Task",
    "Tell",
    "Told",
    "working",
]

Pair = tuple[str, str, float]
"""Two reports by their ids, and how likely they tell of one happening."""


class Task(Protocol):
    """Something to do, which can be sent to another process."""

    def run(self) -> Any:
        """Do it; what comes of it can be sent back."""


def working() -> Callable[[Task], Any]:
    """What does tasks."""
    return _do


def _do(task: Task) -> Any:
    return task.run()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The card and the reading of a report, both pickled; `period` is that of its day.

    Of documents with one text the one with the least `rank` stands for all.
    """

    report: str
    rank: str
    period: int | None
    card: bytes
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Lay:
    """Take the readings of a part out of the tables."""

    address: str
    part: str

    def run(self) -> list[Laid]:
        """All of them."""
        return [_laid(it) for it in part_readings(Folder(self.address), self.part)]


def _laid(reading: Reading) -> Laid:
    report = reading.report
    day = report.published
    return Laid(
        report=report.id,
        rank=repr((str(day or "~"), report.outlet, report.url, report.title)),
        period=day.toordinal() // APART if day else None,
        card=pickle.dumps(card_of(report)),
        data=pickle.dumps(reading),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PairUp:
    """Find the likely pairs among the cards of a period, and between them and those `near`."""

    cards: list[bytes]
    near: list[bytes]

    def run(self) -> list[Pair]:
        """Every pair of which one report at least is of the period."""
        pairs = likely_pairs(map(pickle.loads, self.cards), map(pickle.loads, self.near))
        return [(one, other, it) for (one, other), it in pairs.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Make stories of reports that likely pairs hold together."""

    pairs: list[Pair]

    def run(self) -> list[tuple[str, tuple[str, ...]]]:
        """The id of each story and those of its reports."""
        likely = {(one, other): value for one, other, value in self.pairs}
        reports = {report for pair in likely for report in pair}
        return [(story.id, story.reports) for story in link_stories(reports, likely)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements of one story that render one utterance.

    `who` is the person who speaks in the `first` of them, in its `report`, None where nobody is
    named; `days` are those on which it can have been said, as ordinals.
    """

    statements: tuple[str, ...]
    reports: tuple[str, ...]
    first: str
    report: str
    who: str | None
    days: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a story holds: its groups of statements, and rows for tables."""

    story: str
    groups: list[Group]
    tables: dict[str, list[Row]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Find what is told in each of some stories: groups of statements, and origins."""

    stories: list[tuple[str, list[bytes]]]

    def run(self) -> list[Told]:
        """Story by story."""
        return [_told(story, [*map(pickle.loads, data)]) for story, data in self.stories]


def _told(story: str, readings: list[Reading]) -> Told:
    told = statements_of(readings)
    groups = []
    for statements in group_statements(readings):
        reading, first = told[statements[0]]
        person = reading.person(first.speaker)
        named = person is not None and person.kind is PersonKind.PERSON and person.name
        groups.append(
            Group(
                statements=tuple(statements),
                reports=tuple(dict.fromkeys(told[it][0].report.id for it in statements)),
                first=first.id,
                report=reading.report.id,
                who=person.name.split()[-1].casefold() if person and named else None,
                days=_ordinals(day_said(reading, first)),
            )
        )
    rows: dict[str, list[Row]] = {
        "stories": [{"story": story, "report": reading.report.id} for reading in readings],
        "origins": [
            {
                "story": story,
                "report": it.report,
                "origin": it.origin,
                "source": it.source,
                "kind": it.kind.value,
                "because": it.because,
            }
            for it in find_origins(readings)
        ],
    }
    return Told(story=story, groups=groups, tables=rows)


def _ordinals(day: Interval | None) -> tuple[int, int] | None:
    if day is None or day.earliest is None or day.latest is None:
        return None
    return day.earliest.toordinal(), day.latest.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Find which groups of different stories render one utterance.

    Each is given by its number, the reading and the statement that stands for it.
    """

    groups: list[tuple[int, bytes, str]]

    def run(self) -> list[list[int]]:
        """The numbers of those that are one, where there are several."""
        numbers = {statement: number for number, _, statement in self.groups}
        whole = {it.report.id: it for it in (pickle.loads(data) for _, data, _ in self.groups)}
        found = group_statements([_only(it, numbers.keys()) for it in whole.values()])
        return [[numbers[of] for of in group] for group in found if len(group) > 1]


def _only(reading: Reading, statements: AbstractSet[str]) -> Reading:
    kept = tuple(it for it in reading.statements if it.id in statements)
    return replace(reading, statements=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Render:
    """Lay the statements of each of some utterances beside the one that tells it best."""

    groups: list[tuple[str, ...]]
    readings: list[bytes]

    def run(self) -> dict[str, list[Row]]:
        """Rows of the utterances and of their renderings."""
        rows: dict[str, list[Row]] = {"utterances": [], "renderings": []}
        told = statements_of([*map(pickle.loads, self.readings)])
        for statements in self.groups:
            utterance = read_utterance(statements, told)
            rows["utterances"].append(_utterance(utterance))
            rows["renderings"].extend(_renderings(utterance))
        return rows


def _utterance(one: Utterance) -> Row:
    said = one.said_on or Interval()
    return {
        "utterance": one.id,
        "speaker": one.speaker,
        "said_earliest": said.earliest,
        "said_latest": said.latest,
        "said_anchor": said.anchor,
        "words": one.words,
        "reference": one.reference,
    }


def _renderings(one: Utterance) -> Iterable[Row]:
    for it in one.renderings:
        drift = [{"kind": d.kind.value, "was": d.was, "became": d.became} for d in it.drift]
        yield {
            "utterance": one.id,
            "statement": it.statement,
            "report": it.report,
            "verdict": it.verdict.value if it.verdict else None,
            "drift": drift,
        }
