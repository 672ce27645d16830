"""Batches laid beside one another, step by step: every step is tasks that know nothing of others.

Reports are paired within ten days and the ten before, and stories linked from pairs that hang
together; statements are grouped story by story, then across stories by speaker and day. So work
grows with the reports of a day, not with all there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso.batch.across.keeper import Keeper
from sayso.batch.across.means import Means, Work
from sayso.batch.across.orders import links, matches, pairings, renders, tellings
from sayso.batch.across.shelf import Shelf
from sayso.batch.across.tasks import Group, Lay, Task, Told
from sayso.batch.across.unions import Unions
from sayso.batch.crew import Died
from sayso.batch.folder import Folder
from sayso.errors import BatchError
from sayso.pipeline import reader
from sayso.records import text_id

__all__ = ["relate_batch"]


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
        means.labour() as work,
    ):
        run = _Run(shelf=shelf, work=work, kept=kept)
        run.lay(folders)
        run.pair()
        groups = run.tell(run.stories())
        run.render(run.matched(groups))
        return run.counts


@dataclass(slots=True)
class _Run:
    """One run: what its steps share."""

    shelf: Shelf
    work: Work
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
        for pairs in self.done(pairings(self.shelf)):
            self.shelf.pair(pairs)
            for one, other, _ in pairs:
                together.join(one, other)
        self.shelf.hold(together.members())

    def stories(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every story with its reports, those of one report at the end."""
        found = set()
        for stories in self.done(links(self.shelf)):
            for story, reports in stories:
                found.update(reports)
                yield story, reports
        for report in self.shelf.reports():
            if report not in found:
                yield text_id(report), (report,)

    def tell(self, stories: Iterable[tuple[str, tuple[str, ...]]]) -> list[tuple[str, Group]]:
        """Keep the stories and origins; the groups of statements of each story."""
        groups: list[tuple[str, Group]] = []
        there = {story for (story,) in self.kept.column("stories", "story")}
        keeper = Keeper(self.kept, "stories")
        for found in self.done(tellings(self.shelf, [*stories])):
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

    def matched(self, groups: list[tuple[str, Group]]) -> list[list[Group]]:
        """The groups, those of different stories together that render one utterance."""
        groups.sort(key=lambda it: it[1].statements)
        together = Unions()
        for found in self.done(matches(self.shelf, groups)):
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

    def render(self, utterances: Iterable[list[Group]]) -> None:
        """Keep the utterances and their renderings."""
        keeper = Keeper(self.kept, "utterances")
        there = {of for (of,) in self.kept.column("renderings", "statement")}
        wanted = sorted(_whole(groups) for groups in utterances)
        self.counts["utterances"] = len(wanted)
        left = (it for it in wanted if it[0][0] not in there)
        for rows in self.done(renders(self.shelf, left)):
            keeper.take(rows)
        keeper.flush()

    def done(self, tasks: Iterable[Task]) -> Iterator[Any]:
        """What comes of the tasks; BatchError where one ends the process that does it, twice."""
        for result in self.work(tasks):
            if isinstance(result, Died):
                raise BatchError(
                    f"Reports cannot be laid beside one another: it ends the process ({result}); "
                    "free some memory, or use fewer --workers. What was kept is whole."
                )
            yield result


def _whole(groups: Sequence[Group]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    statements = sorted(of for group in groups for of in group.statements)
    return tuple(statements), tuple(sorted({of for group in groups for of in group.reports}))
