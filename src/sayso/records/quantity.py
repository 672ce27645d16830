"""Numbers that count something."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sayso.records.text import Span

__all__ = ["Direction", "Quantity", "Relation"]


class Relation(StrEnum):
    """How the number stands to what was counted."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    BETWEEN = "between"
    VAGUE = "vague"


class Direction(StrEnum):
    """Which way a number went."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number mentioned in a report: `some 1,200 a day` is 1200, approx, per day.

    `low` and `high` bound the value and are open (None) where the words give no bound; `part_of`
    and `statement` are ids of a quantity and a statement of the same report, `place` and `as_of`
    ids of a place and a time. `previous` is the id of what it was before (up from 900), `change` of
    by how much it moved (rose 3 points to 40 percent), and `direction` which way that was.
    """

    id: str
    span: Span
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    relation: Relation = Relation.EXACT
    counted: str | None = None
    unit: str | None = None
    per: str | None = None
    part_of: str | None = None
    total: bool = False
    place: str | None = None
    as_of: str | None = None
    previous: str | None = None
    change: str | None = None
    direction: Direction | None = None
    statement: str | None = None
