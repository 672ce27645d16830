"""What a figure leaves open, and how two such stretches lie to each other."""

from dataclasses import dataclass
from decimal import Decimal

from sayso.records import Overlap, Quantity, Relation

__all__ = ["Bounds", "bounds_of", "overlap_of"]

# "About" leaves a tenth open on each side. Nobody says how much it is: a convention, shown in the
# manual, and wide enough that 10,000 and "around 11,000" contradict nobody.
_ABOUT = Decimal("0.1")
_TEN = Decimal(10)
# Figures of more digits than anybody says are not compared: their quotients cost time.
_LONGEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """From the least to the most that a figure can mean, open (None) where nothing bounds it."""

    low: Decimal | None
    high: Decimal | None

    def within(self, other: "Bounds") -> bool:
        """Whether all that this one leaves open the other leaves open too."""
        low = other.low is None or (self.low is not None and self.low >= other.low)
        high = other.high is None or (self.high is not None and self.high <= other.high)
        return low and high

    def apart(self, other: "Bounds") -> bool:
        """Whether nothing can be meant by both."""
        return _below(self.high, other.low) or _below(other.high, self.low)


def bounds_of(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The bounds as said: both the value where it is flat or about, open where the words are."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        match quantity.relation:
            case Relation.AT_MOST | Relation.LESS_THAN | Relation.ALMOST:
                return None, quantity.value
            case Relation.AT_LEAST | Relation.MORE_THAN:
                return quantity.value, None
            case _:
                return quantity.value, quantity.value
    return low, high


def overlap_of(one: Quantity, other: Quantity) -> Overlap | None:
    """How two figures lie to each other; None where either has no bound at all.

    Tenfold comes first: a nought between two values is told so, unless their bounds allow both.
    """
    first, second = _meant(one), _meant(other)
    if first is None or second is None:
        return None
    if _tenfold(one, other) and (one.relation is other.relation or first.apart(second)):
        return Overlap.TENFOLD
    if first == second:
        return Overlap.EQUAL
    if first.apart(second):
        return Overlap.DISJOINT
    return Overlap.WITHIN if first.within(second) or second.within(first) else Overlap.OVERLAPS


def _meant(quantity: Quantity) -> Bounds | None:
    """The bounds with what "about" leaves open; None for a figure without any."""
    low, high = bounds_of(quantity)
    known = [bound for bound in (low, high) if bound is not None]
    if not known or any(not it.is_finite() or abs(it.adjusted()) > _LONGEST for it in known):
        return None
    if quantity.relation is Relation.APPROX and low is not None and high is not None:
        low, high = low - abs(low) * _ABOUT, high + abs(high) * _ABOUT
    return Bounds(low=low, high=high)


def _tenfold(one: Quantity, other: Quantity) -> bool:
    values = sorted(abs(it) for it in (one.value, other.value) if it)
    return len(values) == 2 and values[1] == values[0] * _TEN


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low
