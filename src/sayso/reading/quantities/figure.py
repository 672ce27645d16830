"""A number with its meaning, before it is linked to the others of its text."""

from dataclasses import dataclass
from decimal import Decimal

from sayso.records import Relation

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number, its relation and what it counts; places are token numbers.

    `[first, last)` are the words of the quantity, `number` the place of its first digit or number
    word, `after` the token after what it counts. `known` is true where the noun was named before
    (`of those troops`), `form` is as of a Numeral.
    """

    first: int
    last: int
    number: int
    after: int
    form: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    relation: Relation = Relation.EXACT
    hedged: bool = False
    unit: str | None = None
    counted: str | None = None
    known: bool = False
    per: str | None = None
    total: bool = False
