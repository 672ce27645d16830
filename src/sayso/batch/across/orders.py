"""The tasks of each step, made from what is on the shelf."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from sayso.batch.across.shelf import Shelf
from sayso.batch.across.tasks import Group, Link, Match, Pair, PairUp, Render, Tell

__all__ = ["links", "matches", "pairings", "renders", "tellings"]

_AT_ONCE = 64  # reports or groups that make a task: a second or so
_LINKED = 20_000  # pairs that make a task
_DAYS = 4  # days that make a block: a press conference is told of for three


def pairings(shelf: Shelf) -> Iterator[PairUp]:
    """Reports of a period, with those of the one before, to be paired."""
    undated = shelf.cards(None)
    for period in shelf.periods():
        near = [*shelf.cards(period - 1), *undated] if period is not None else []
        yield PairUp(cards=shelf.cards(period), near=near)


def links(shelf: Shelf) -> Iterator[Link]:
    """Pairs that hold together, to be linked into stories."""
    gathered: list[Pair] = []
    for _, pairs in groupby(shelf.held(), key=lambda row: row[0]):
        gathered += [pair for _, pair in pairs]
        if len(gathered) >= _LINKED:
            yield Link(pairs=gathered)
            gathered = []
    if gathered:
        yield Link(pairs=gathered)


def tellings(shelf: Shelf, stories: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[Tell]:
    """Stories by their ids and reports, to be told."""
    gathered: list[tuple[str, list[bytes]]] = []
    size = 0
    for story, reports in stories:
        gathered.append((story, shelf.readings(reports)))
        size += len(reports)
        if size >= _AT_ONCE:
            yield Tell(stories=gathered)
            gathered, size = [], 0
    if gathered:
        yield Tell(stories=gathered)


def matches(shelf: Shelf, groups: Sequence[tuple[str, Group]]) -> Iterator[Match]:
    """Groups of different stories, by their story, that can be of one speaker and day."""
    blocks: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for number, (_, group) in enumerate(groups):
        for block in _blocks(group):
            blocks[block].append(number)
    for _, numbers in sorted(blocks.items()):
        if len({groups[number][0] for number in numbers}) > 1:
            told = [(number, groups[number][1]) for number in numbers]
            data = shelf.readings([group.report for _, group in told])
            yield Match(
                groups=[
                    (number, of, group.first)
                    for (number, group), of in zip(told, data, strict=True)
                ]
            )


def renders(
    shelf: Shelf, wanted: Iterator[tuple[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[Render]:
    """Statements that render one utterance, with their reports, to be laid beside one."""
    while gathered := [*islice(wanted, _AT_ONCE)]:
        reports = dict.fromkeys(report for _, own in gathered for report in own)
        yield Render(
            groups=[statements for statements, _ in gathered],
            readings=shelf.readings([*reports]),
        )


def _blocks(group: Group) -> Iterator[tuple[str, int]]:
    """Where others may lie that render the same, give or take a day for the time zones."""
    if group.who and group.days:
        first, last = group.days
        for block in range((first - 1) // _DAYS, (last + 1) // _DAYS + 1):
            yield group.who, block
