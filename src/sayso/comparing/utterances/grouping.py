"""Statements grouped into utterances: by speaker and day first, then by words and figures."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from sayso.comparing.utterances.circles import circles_of
from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.evidence import Group, background_of, evidence
from sayso.comparing.utterances.passages import Passage
from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.utterances.voices import Voices, voices_of

__all__ = ["group_sayings"]

_LEAST = 2.0  # evidence for one utterance: e to the second times likelier; tuned with `evidence`
_TELLING = 16  # terms of a statement by which others are found that may render the same
_SHARED = 2  # such terms; looking at pairs with one in common costs thrice and finds no more
_FEW = 4  # statements: what so few have tells enough by itself
_CROWD = 150  # statements that one term is looked up in, at most: more share it by chance


def group_sayings(
    sayings: Sequence[Saying], passages: Mapping[str, Passage] = MappingProxyType({})
) -> list[list[str]]:
    """The ids of statements that render one utterance, together; order does not matter.

    The two groups for which most speaks are joined until nothing speaks for any two. Statements in
    the same words by the same speaker on the same day are compared as one. Those that render one
    passage of a record are joined first, and those of two passages never.
    """
    alike = _same_words(sayings)
    groups = [
        group.members
        for circle in circles_of(its[0] for its in alike.values())
        for group in _Circle(circle, passages).groups()
    ]
    return sorted(sorted(it.statement for of in group for it in alike[of]) for group in groups)


def _same_words(sayings: Sequence[Saying]) -> dict[str, list[Saying]]:
    """The statements by the first of those that nothing tells apart."""
    alike: defaultdict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda it: it.statement):
        alike[saying.speaker, saying.kind, saying.day, saying.printed].append(saying)
    return {group[0].statement: group for group in alike.values()}


class _Circle:
    """Statements that may belong together, and the groups that were made of them so far."""

    def __init__(self, sayings: Sequence[Saying], passages: Mapping[str, Passage]) -> None:
        self._sayings = {it.statement: it for it in sayings}
        self._background = background_of(sayings)
        self._speakers: dict[str, Saying] = {}
        self._voices: dict[tuple[str, str], Voices] = {}
        self._groups = {it.statement: self._alone(it) for it in sayings}
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in _candidates(sayings):
            self._near[one].add(other)
            self._near[other].add(one)
        self._passages: dict[str, Passage] = {}
        for passage, rendering in _rendering(sayings, passages).items():
            self._anchor(passage, rendering)

    def groups(self) -> list[Group]:
        """The groups once nothing speaks for joining any two of them."""
        heap = [
            (-value, one, other, 1, 1)
            for one in sorted(self._near)
            for other in sorted(self._near[one])
            if one < other and (value := self._evidence(one, other)) >= _LEAST
        ]
        heapq.heapify(heap)
        while heap:
            _, one, other, first, second = heapq.heappop(heap)
            if self._size(one) == first and self._size(other) == second:
                self._join(one, other)
                for third in sorted(self._near[one]):
                    if (value := self._evidence(one, third)) >= _LEAST:
                        sizes = self._size(one), self._size(third)
                        heapq.heappush(heap, (-value, one, third, *sizes))
        return list(self._groups.values())

    def _size(self, of: str) -> int:
        """How many statements a group has; a group only grows, so this tells its older states."""
        return len(self._groups[of].members) if of in self._groups else 0

    def _anchor(self, passage: Passage, rendering: Sequence[str]) -> None:
        """Join the statements that render one passage, those of other speakers left out."""
        first, *others = rendering
        self._passages[first] = passage
        for other in others:
            if self._open_pairs(self._groups[first], self._groups[other]) is not None:
                self._join(first, other)

    def _join(self, one: str, other: str) -> None:
        if other in self._passages:
            self._passages[one] = self._passages.pop(other)
        self._groups[one] = self._groups[one].joined(self._groups.pop(other))
        for third in self._near.pop(other, ()):
            self._near[third].discard(other)
            if third != one:
                self._near[third].add(one)
                self._near[one].add(third)

    def _evidence(self, one: str, other: str) -> float:
        if one in self._passages and other in self._passages:
            return 0.0
        groups = self._groups[one], self._groups[other]
        open_pairs = self._open_pairs(*groups)
        if open_pairs is None:
            return 0.0
        return evidence(*groups, background=self._background, open_pairs=open_pairs)

    def _open_pairs(self, one: Group, other: Group) -> int | None:
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
            apart = first.tells or second.tells or not may_be_one_day(first.day, second.day)
            self._voices[key] = Voices.APART if apart else voices_of(first, second)
        return self._voices[key]

    def _alone(self, saying: Saying) -> Group:
        speaker = repr(
            (saying.speaker, saying.kind, sorted(saying.countries), saying.day, saying.tells)
        )
        self._speakers.setdefault(speaker, saying)
        return Group(
            members=(saying.statement,),
            terms=saying.terms,
            total=sum(saying.terms.values()),
            speakers=Counter({speaker: 1}),
            reports=Counter({saying.report: 1}),
            quoted=int(saying.direct),
        )


def _rendering(
    sayings: Sequence[Saying], passages: Mapping[str, Passage]
) -> dict[Passage, list[str]]:
    """The statements of a circle by the passage of a record that they render."""
    found: dict[Passage, list[str]] = {}
    for saying in sayings:
        if saying.statement in passages and not saying.tells:
            found.setdefault(passages[saying.statement], []).append(saying.statement)
    return found


def _candidates(sayings: Sequence[Saying]) -> list[tuple[str, str]]:
    """Pairs that share two telling terms, or a figure, or a term that hardly any other has."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for saying in sayings:
        for term in _telling(saying):
            having[term].append(saying.statement)
    shared: Counter[tuple[str, str]] = Counter()
    for term, crowd in having.items():
        if len(crowd) <= _CROWD:
            telling = _SHARED if term[0] == "=" or len(crowd) <= _FEW else 1
            for pair in combinations(sorted(crowd), 2):
                shared[pair] += telling
    return [pair for pair, times in shared.items() if times >= _SHARED]


def _telling(saying: Saying) -> Iterator[str]:
    ranked = sorted(saying.terms, key=lambda term: (-saying.terms[term], term))
    yield from ranked[:_TELLING]
