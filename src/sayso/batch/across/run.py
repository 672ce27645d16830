"""Batches laid beside one another, step by step: every step is tasks that know nothing of others.

Reports are paired within ten days and the ten before, and stories linked from pairs that hang
together; statements are grouped story by story, then across stories by speaker and day. So work
grows with the reports of a day, not with all there are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso.batch.across.shelf import Shelf
from sayso.batch.across.tasks import (
    Group,
    Lay,
    Link,
    Match,
    Pair,
    PairUp,
    Render,
    Task,
    Tell,
    Told,
    working,
)
from sayso.batch.across.unions import Unions
from sayso.batch.cluster import labour_on_ray
from sayso.batch.crew import Died
from sayso.batch.engines import Engine, labour_here
from sayso.batch.folder import Folder
from sayso.batch.found import Row
from sayso.errors import BatchError
from sayso.pipeline import reader
from sayso.records import text_id

__all__ = ["Means", "relate_batch"]

_AT_ONCE = 64  # reports or groups that make a task: a second or so
_LINKED = 20_000  # pairs that make a task
_PART = 5_000  # stories or utterances that make a part
_DAYS = 4  # days that make a block: a press conference is told of for three

_Work = Callable[[Iterable[Task]], Iterator[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What does the tasks, and how many at a time."""

    engine: Engine = Engine.PROCESSES
    workers: int = 1
    cluster: str | None = None


_HERE = Means()


def relate_batch(sources: Sequence[str], out: str, means: Means = _HERE) -> Counter[str]:
    """Lay the reports of batches beside one another, into a folder; how many of what there are.

    Run again after it was broken off, it does not make again what is kept. BatchError where a
    source is no folder of a batch, or the folder is another run's.
    """
    folders = [Folder(source) for source in sources]
    for folder in folders:
        folder.manifest()
    kept = Folder(out)
    parts = sorted(path for folder in folders for path in folder.addresses("reports"))
    kept.begin({"reader": reader(), "related": [*sources], "parts": text_id("\n".join(parts))})
    with (
        TemporaryDirectory() as space,
        Shelf(Path(space) / "shelf.db") as shelf,
        _labour(means) as work,
    ):
        run = _Run(shelf=shelf, work=work, kept=kept)
        run.lay(folders)
        run.pair()
        groups = run.tell(run.stories())
        run.render(run.matched(groups))
        return run.counts


def _labour(means: Means) -> AbstractContextManager[_Work]:
    if means.engine is Engine.RAY:
        return labour_on_ray(working, workers=means.workers, cluster=means.cluster)
    return labour_here(working, workers=means.workers)


@dataclass(slots=True)
class _Run:
    """One run: what its steps share."""

    shelf: Shelf
    work: _Work
    kept: Folder
    counts: Counter[str] = field(default_factory=Counter)

    def lay(self, folders: Sequence[Folder]) -> None:
        """Take all readings out of the tables."""
        parts = ((it, path) for it in folders for path in it.parts("reports"))
        tasks = (Lay(address=it.address, part=path.rpartition("/")[2]) for it, path in parts)
        for laid in self.done(tasks):
            self.shelf.lay(laid)

    def pair(self) -> None:
        """Find the pairs of reports that can tell of one happening, and what holds together."""
        together = Unions()
        for pairs in self.done(self._pairings()):
            self.shelf.pair(pairs)
            for one, other, _ in pairs:
                together.join(one, other)
        self.shelf.hold(together.members())

    def _pairings(self) -> Iterator[PairUp]:
        undated = self.shelf.cards(None)
        for period in self.shelf.periods():
            near = [*self.shelf.cards(period - 1), *undated] if period is not None else []
            yield PairUp(cards=self.shelf.cards(period), near=near)

    def stories(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every story with its reports, those of one report at the end."""
        found = set()
        for stories in self.done(self._links()):
            for story, reports in stories:
                found.update(reports)
                yield story, reports
        for report in self.shelf.reports():
            if report not in found:
                yield text_id(report), (report,)

    def _links(self) -> Iterator[Link]:
        gathered: list[Pair] = []
        for _, pairs in groupby(self.shelf.held(), key=lambda row: row[0]):
            gathered += [pair for _, pair in pairs]
            if len(gathered) >= _LINKED:
                yield Link(pairs=gathered)
                gathered = []
        if gathered:
            yield Link(pairs=gathered)

    def tell(self, stories: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, Group]]:
        """Keep the stories and origins; the groups of statements of each story."""
        groups: list[tuple[str, Group]] = []
        there = {story for (story,) in self.kept.column("stories", "story")}
        keeper = _Keeper(self.kept, "stories")
        for found in self.done(self._tellings([*stories])):
            for told in found:
                groups += [(told.story, group) for group in told.groups]
                self._count(told)
                keeper.take(told.tables if told.story not in there else {})
        keeper.flush()
        return groups

    def _count(self, told: Told) -> None:
        self.counts["stories"] += 1
        self.counts["reports"] += len(told.tables["stories"])
        self.counts["echoes"] += sum(it["kind"] != "own" for it in told.tables["origins"])

    def _tellings(self, stories: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Tell]:
        gathered: list[tuple[str, list[bytes]]] = []
        size = 0
        for story, reports in stories:
            gathered.append((story, self.shelf.readings(reports)))
            size += len(reports)
            if size >= _AT_ONCE:
                yield Tell(stories=gathered)
                gathered, size = [], 0
        if gathered:
            yield Tell(stories=gathered)

    def matched(self, groups: list[tuple[str, Group]]) -> list[list[Group]]:
        """The groups, those of different stories together that render one utterance."""
        groups.sort(key=lambda it: it[1].statements)
        together = Unions()
        for found in self.done(self._matches(groups)):
            for numbers in found:
                # What a story keeps apart stays apart.
                apart = {groups[number][0]: number for number in reversed(numbers)}
                first, *others = sorted(apart.values())
                for other in others:
                    together.join(str(first), str(other))
        made: defaultdict[str, list[Group]] = defaultdict(list)
        for number, (_, group) in enumerate(groups):
            made[together.of(str(number))].append(group)
        return [*made.values()]

    def _matches(self, groups: Sequence[tuple[str, Group]]) -> Iterator[Match]:
        blocks: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for number, (_, group) in enumerate(groups):
            for block in _blocks(group):
                blocks[block].append(number)
        for _, numbers in sorted(blocks.items()):
            if len({groups[number][0] for number in numbers}) > 1:
                told = [(number, groups[number][1]) for number in numbers]
                data = self.shelf.readings([group.report for _, group in told])
                yield Match(
                    groups=[
                        (number, of, group.first)
                        for (number, group), of in zip(told, data, strict=True)
                    ]
                )

    def render(self, utterances: Iterable[list[Group]]) -> None:
        """Keep the utterances and their renderings."""
        keeper = _Keeper(self.kept, "utterances")
        there = {of for (of,) in self.kept.column("renderings", "statement")}
        wanted = sorted(_whole(groups) for groups in utterances)
        self.counts["utterances"] = len(wanted)
        left = (it for it in wanted if it[0][0] not in there)
        for rows in self.done(self._renders(left)):
            keeper.take(rows)
        keeper.flush()

    def _renders(
        self, wanted: Iterator[tuple[tuple[str, ...], tuple[str, ...]]]
    ) -> Iterator[Render]:
        while gathered := [*islice(wanted, _AT_ONCE)]:
            reports = dict.fromkeys(report for _, own in gathered for report in own)
            yield Render(
                groups=[statements for statements, _ in gathered],
                readings=self.shelf.readings([*reports]),
            )

    def done(self, tasks: Iterable[Task]) -> Iterator[Any]:
        """What comes of the tasks; BatchError where one ends the process that does it, twice."""
        for result in self.work(tasks):
            if isinstance(result, Died):
                raise BatchError(
                    f"Reports cannot be laid beside one another: it ends the process ({result}); "
                    "free some memory, or use fewer --workers. What was kept is whole."
                )
            yield result


class _Keeper:
    """Gathers rows into parts."""

    def __init__(self, kept: Folder, counted: str) -> None:
        self._kept = kept
        self._counted = counted
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)

    def take(self, tables: dict[str, list[Row]]) -> None:
        """Add rows; a part is written when there are enough."""
        for table, rows in tables.items():
            self._rows[table] += rows
        if len(self._rows[self._counted]) >= _PART:
            self.flush()

    def flush(self) -> None:
        """Write what is gathered."""
        rows, self._rows = self._rows, defaultdict(list)
        if rows[self._counted]:
            self._kept.keep(rows)


def _blocks(group: Group) -> Iterator[tuple[str, int]]:
    """Where others may lie that render the same, give or take a day for the time zones."""
    if group.who and group.days:
        first, last = group.days
        for block in range((first - 1) // _DAYS, (last + 1) // _DAYS + 1):
            yield group.who, block


def _whole(groups: Sequence[Group]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    statements = sorted(of for group in groups for of in group.statements)
    return tuple(statements), tuple(sorted({of for group in groups for of in group.reports}))
