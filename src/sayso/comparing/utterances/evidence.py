"""How much speaks for it that two groups of statements render one utterance."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.comparing.utterances.sayings import Saying

__all__ = ["Background", "Group", "background_of", "evidence", "told_alike"]

# Chosen together with the constants of `sayings` from 37 draws, on three events of reports and one
# that we wrote, whole and in random halves; docs/comparing.md has what each event reaches left out.
_MASS = 20.0  # how many terms the words of all statements count for, beside those of an utterance
_COMMON = 0.2  # how much of these are the words that all say; the rest are all terms alike
_FEWEST = 200  # terms: fewer were seen only because few statements are at hand
_OPEN = 0.5  # against it: a body, a group or nobody named for one of the two
_ONE_REPORT = 1.0  # both stand in one report, which seldom tells the same twice
_NOTHING = 1e-9  # of a term: what is left of one that was taken away
_BOTH_QUOTED = 2.0  # both are quotations, which would be in the same words
# Both give figures and have none in common: 3, 6 and 12 come to the same on all three events.
_OTHER_FIGURES = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is said by anybody round here: how much of each term to expect in any utterance."""

    expected: Mapping[str, float]
    mass: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements taken for renderings of one utterance, with the sums of what they have.

    `speakers`, `reports`, `quoted` and `figures` count statements; `speakers` by who says them and
    when, `figures` by the digits of the figures that they give.
    """

    members: tuple[str, ...]
    terms: Mapping[str, float]
    total: float
    speakers: Mapping[str, int]
    reports: Mapping[str, int]
    quoted: int
    figures: Mapping[str, int]

    def joined(self, other: "Group") -> "Group":
        """Both as one."""
        terms = dict(self.terms)
        for term, count in other.terms.items():
            terms[term] = terms.get(term, 0.0) + count
        return Group(
            members=(*self.members, *other.members),
            terms=terms,
            total=self.total + other.total,
            speakers=Counter(self.speakers) + Counter(other.speakers),
            reports=Counter(self.reports) + Counter(other.reports),
            quoted=self.quoted + other.quoted,
            figures=Counter(self.figures) + Counter(other.figures),
        )

    def without(self, other: "Group") -> "Group":
        """What is left where the statements of a group that was joined are taken away again."""
        gone = set(other.members)
        terms = {
            term: left
            for term, held in self.terms.items()
            if (left := held - other.terms.get(term, 0.0)) > _NOTHING
        }
        return Group(
            members=tuple(it for it in self.members if it not in gone),
            terms=terms,
            total=self.total - other.total,
            speakers=Counter(self.speakers) - Counter(other.speakers),
            reports=Counter(self.reports) - Counter(other.reports),
            quoted=self.quoted - other.quoted,
            figures=Counter(self.figures) - Counter(other.figures),
        )


def background_of(sayings: Iterable[Saying]) -> Background:
    """How common each term is among these statements."""
    counts: dict[str, float] = {}
    for saying in sayings:
        for term, count in saying.terms.items():
            counts[term] = counts.get(term, 0.0) + count
    total = math.fsum(counts.values())
    alike = (1 - _COMMON) / max(len(counts), _FEWEST)
    return Background(
        expected={
            term: _MASS * (_COMMON * count / total + alike) for term, count in counts.items()
        },
        mass=_MASS,
    )


def evidence(one: Group, other: Group, *, background: Background, open_pairs: int) -> float:
    """What speaks for one utterance: what both tell alike, less what speaks against it.

    `open_pairs` is how many pairs of their statements have a speaker that is not sure.
    """
    return told_alike(one, other, background) - _against(one, other, open_pairs)


def told_alike(one: Group, other: Group, background: Background) -> float:
    """How many times likelier the words of both are from one utterance than from two, as a log.

    The words of an utterance are taken to come from a Dirichlet-multinomial over the background
    (Madsen, Kauchak and Elkan 2005), and two groups are compared as by Heller and Ghahramani
    2005: a rare term that both have speaks for one, many terms that only one has against it.
    """
    fewer, more = sorted((one, other), key=lambda it: (len(it.terms), it.members))
    shared = math.fsum(
        _gain(background.expected[term], count, more.terms[term])
        for term, count in fewer.terms.items()
        if term in more.terms
    )
    return shared - _gain(background.mass, fewer.total, more.total)


def _gain(expected: float, one: float, other: float) -> float:
    """What is gained where two counts come from one draw instead of two."""
    return (
        math.lgamma(expected + one + other)
        - math.lgamma(expected + one)
        - math.lgamma(expected + other)
        + math.lgamma(expected)
    )


def _against(one: Group, other: Group, open_pairs: int) -> float:
    """What speaks against one utterance besides the words: figures, and a mean over all pairs."""
    pairs = len(one.members) * len(other.members)
    same = sum(count * other.reports.get(report, 0) for report, count in one.reports.items())
    both = one.quoted * other.quoted
    figures = one.figures and other.figures and one.figures.keys().isdisjoint(other.figures)
    return (_OPEN * open_pairs + _ONE_REPORT * same + _BOTH_QUOTED * both) / pairs + (
        _OTHER_FIGURES if figures else 0.0
    )
