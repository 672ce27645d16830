"""Statements joined to utterances by their words and figures, and by who says them."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import combinations, product

from sayso.comparing.utterances.belonging import features, likelihood
from sayso.comparing.utterances.evidence import Group, background_of, evidence
from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.utterances.settling import settled
from sayso.comparing.utterances.voices import Voices, may_be_one_occasion, voices_of

__all__ = ["Circle"]

# Evidence for one utterance, as a logarithm. Whichever of five events is left out, the others
# choose less than 1 (R 64 instead of 48 and 73 instead of 53 of two): the second look takes out
# again what does not belong. From .1 to .85 it comes to the same.
_LEAST = 0.7
_SURE = 4.0  # for a remark of a record, which then draws others: tried 2, 4, 6
# For two statements that only one report has: it seldom tells the same twice.
_TWICE = 4.0
_LIKELY = 0.5  # that a statement belongs to another group than the one it was joined to
# How likely it has to be that it belongs to that one. On an invented event, with odds fitted on
# the others: .5 finds R 56 (P 91), .3 R 67 (P 92), .2 and .15 R 71 (P 93). On three real ones, each
# left out, end to end: .5 F1 77, .3 78, .2 79, .15 78; the gold's statements: 86, 85, 84, 84.
_STAYS = 0.2
_TELLING = 16  # terms of a statement by which others are found that may render the same
_SHARED = 2  # such terms; looking at pairs with one in common costs thrice and finds no more
_FEW = 4  # statements: what so few have tells enough by itself
_CROWD = 150  # statements that one term is looked up in, at most: more share it by chance

# What speaks against it is first, and how large both groups are last.
_Joining = tuple[float, str, str, int, int]


def _voice(saying: Saying) -> tuple[object, ...]:
    """Who says it, and on which occasion."""
    return saying.speaker, saying.kind, saying.day, saying.earlier


class Circle:
    """Statements that may belong together, and the groups that were made of them so far.

    `alone` has each statement as a group of its own, `background` what is said by anybody.
    """

    def __init__(self, sayings: Sequence[Saying], remarks: Mapping[str, str]) -> None:
        self.background = background_of(sayings)
        self._speakers: dict[str, Saying] = {}
        self._voices: dict[tuple[str, str], Voices] = {}
        self.alone = {it.statement: self._group(it) for it in sayings}
        self._groups = dict(self.alone)
        self._alike = _candidates(sayings, remarks)
        self._near = defaultdict(set, {it: {*others} for it, others in self._alike.items()})
        self._remarks: set[str] = set()
        self._fixed = _by_remark(sayings, remarks)
        for members in self._fixed.values():
            self._anchor(members)
        self._attach()

    def groups(self) -> list[Group]:
        """The groups once nothing speaks for joining any two, nor for moving a statement."""
        heap = [
            found
            for one, near in sorted(self._near.items())
            for found in self._joins(one, {it for it in near if it > one})
        ]
        heapq.heapify(heap)
        while heap:
            _, one, other, first, second = heapq.heappop(heap)
            if self._size(one) == first and self._size(other) == second:
                self._join(one, other)
                for found in self._joins(one, self._near[one]):
                    heapq.heappush(heap, found)
        moving = {it: (self.alone[it], self.near(it)) for it in self._moving()}
        # Remarks hold groups apart by themselves: what was learnt without them gains nothing there.
        groups = self._groups.values()
        if self._fixed:
            return self._parted(settled(groups, moving, self._weights))
        return self._parted(settled(groups, moving, self._likely, enough=_LIKELY, to_stay=_STAYS))

    def _parted(self, groups: Iterable[Group]) -> list[Group]:
        """The groups, those of one report that others held together and left taken apart."""
        found = list[Group]()
        for group in groups:
            alone = [self.alone[it] for it in group.members]
            held = len(group.reports) > 1 or all(
                self._weight(it, group.without(it)) for it in alone[1:]
            )
            found += [group] if held else alone
        return found

    def near(self, statement: str) -> AbstractSet[str]:
        """The statements that may render the same."""
        return self._alike.get(statement, frozenset())

    def joined(self, statements: Iterable[str]) -> Group:
        """These statements as one group."""
        return reduce(Group.joined, (self.alone[it] for it in statements))

    def belongings(
        self, own: Group, groups: Sequence[Group]
    ) -> list[tuple[int, tuple[float, ...]]]:
        """What speaks for each of the groups in which no speaker is another, by its number."""
        pairs = [self.open_pairs(own, group) for group in groups]
        near = [
            (at, (group, count))
            for at, (group, count) in enumerate(zip(groups, pairs, strict=True))
            if count is not None
        ]
        rows = features(own, [it for _, it in near], self.background)
        return [(at, row) for (at, _), row in zip(near, rows, strict=True)]

    def _likely(self, own: Group, groups: Sequence[Group]) -> list[float]:
        """How likely the statement belongs to each of the groups."""
        likely = [0.0] * len(groups)
        for at, row in self.belongings(own, groups):
            if not _of_one_report(own, groups[at]) or self._weight(own, groups[at]):
                likely[at] = likelihood(row)
        return likely

    def _moving(self) -> list[str]:
        """The statements that are not known to be a remark of a record."""
        fixed = {it for members in self._fixed.values() for it in members}
        return sorted(self.alone.keys() - fixed)

    def _attach(self) -> None:
        """Join each statement to the remark for which most speaks, before any to each other.

        Else the many that tell one half of a remark would be a group that leaves it behind.
        """
        found: dict[str, str] = {}
        for one in self._moving() if self._remarks else ():
            joins = min(self._joins(one, self._near[one] & self._remarks), default=None)
            if joins and -joins[0] >= _SURE:
                found[one] = joins[2]
        for one, remark in found.items():
            self._join(remark, one)

    def _joins(self, one: str, others: Collection[str]) -> Iterator[_Joining]:
        """What speaks for joining a group with each of the others, the most first when sorted."""
        for other in sorted(others):
            if not (one in self._remarks and other in self._remarks):
                value = self._weight(self._groups[one], self._groups[other])
                if value:
                    yield -value, one, other, self._size(one), self._size(other)

    def _size(self, of: str) -> int:
        """How many statements a group has; a group only grows, so this tells its older states."""
        return len(self._groups[of].members) if of in self._groups else 0

    def _anchor(self, members: Sequence[str]) -> None:
        """Join the statements that are one remark of a record, those of other speakers left out."""
        first, *others = members
        self._remarks.add(first)
        for other in others:
            if self.open_pairs(self._groups[first], self._groups[other]) is not None:
                self._join(first, other)

    def _join(self, one: str, other: str) -> None:
        if other in self._remarks:
            self._remarks.remove(other)
            self._remarks.add(one)
        self._groups[one] = self._groups[one].joined(self._groups.pop(other))
        for third in self._near.pop(other, ()):
            self._near[third].discard(other)
            if third != one:
                self._near[third].add(one)
                self._near[one].add(third)

    def _weight(self, one: Group, other: Group) -> float:
        """What speaks for one utterance, 0 where it is too little."""
        open_pairs = self.open_pairs(one, other)
        if open_pairs is None:
            return 0.0
        found = evidence(one, other, background=self.background, open_pairs=open_pairs)
        return found if found >= (_TWICE if _of_one_report(one, other) else _LEAST) else 0.0

    def _weights(self, own: Group, groups: Sequence[Group]) -> list[float]:
        """What speaks for each of the groups, 0 where it is too little."""
        return [self._weight(own, group) for group in groups]

    def open_pairs(self, one: Group, other: Group) -> int | None:
        """The pairs of statements whose speakers may be the same; None where any are apart."""
        found = 0
        for speaker, count in one.speakers.items():
            for another, times in other.speakers.items():
                voices = self._voices_of(speaker, another)
                if voices is Voices.APART:
                    return None
                found += count * times * (voices is Voices.OPEN)
        return found

    def _voices_of(self, one: str, other: str) -> Voices:
        """How two speakers stand to each other; what two days or hearsay part is apart."""
        key = (one, other) if one < other else (other, one)
        if key not in self._voices:
            first, second = self._speakers[one], self._speakers[other]
            apart = first.tells or second.tells or not may_be_one_occasion(first, second)
            self._voices[key] = Voices.APART if apart else voices_of(first, second)
        return self._voices[key]

    def _group(self, saying: Saying) -> Group:
        speaker = repr((_voice(saying), sorted(saying.countries), saying.tells))
        self._speakers.setdefault(speaker, saying)
        return Group(
            members=(saying.statement,),
            terms=saying.terms,
            total=sum(saying.terms.values()),
            speakers=Counter({speaker: 1}),
            reports=Counter({saying.report: 1}),
            quoted=int(saying.direct),
            figures=Counter(saying.figures),
        )


def _of_one_report(one: Group, other: Group) -> bool:
    return len(one.reports) == 1 and one.reports.keys() == other.reports.keys()


def _by_remark(sayings: Sequence[Saying], remarks: Mapping[str, str]) -> dict[str, list[str]]:
    """The statements of a circle by the remark of a record that they are."""
    found: dict[str, list[str]] = {}
    for saying in sayings:
        if saying.statement in remarks:
            found.setdefault(remarks[saying.statement], []).append(saying.statement)
    return found


def _candidates(sayings: Sequence[Saying], remarks: Mapping[str, str]) -> dict[str, set[str]]:
    """By statement those that share two telling terms with it, or a figure, or a rare term.

    Remarks of a record are not laid beside each other.
    """
    having: defaultdict[str, list[str]] = defaultdict(list)
    for saying in sayings:
        for term in _telling(saying) if saying.is_telling else ():
            having[term].append(saying.statement)
    shared: Counter[tuple[str, str]] = Counter()
    for term, crowd in having.items():
        if len(crowd) <= _CROWD:
            telling = _SHARED if term[0] == "=" or len(crowd) <= _FEW else 1
            told = sorted(it for it in crowd if remarks.get(it) != it)
            for pair in (*combinations(told, 2), *product(told, {*crowd} - {*told})):
                shared[pair] += telling
    near: defaultdict[str, set[str]] = defaultdict(set)
    for (one, other), times in shared.items():
        if times >= _SHARED:
            near[one].add(other)
            near[other].add(one)
    return near


def _telling(saying: Saying) -> Iterator[str]:
    ranked = sorted(saying.terms, key=lambda term: (-saying.terms[term], term))
    yield from ranked[:_TELLING]
