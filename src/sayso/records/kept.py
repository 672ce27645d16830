"""A report as a ledger keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.reading import Reading
from sayso.records.statement import Statement

__all__ = ["KeptReading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """What was read in a report, where the report was found, and who its people are.

    People are called as the ledger calls them; `numbers` gives the number of each across reports,
    by its id in the reading. `chosen` are the ids of the statements that were asked for, None where
    the whole report was, its own words included.
    """

    reading: Reading
    address: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    chosen: frozenset[str] | None = None

    def holds(self, statement: str | None) -> bool:
        """Whether what a statement says was asked for; None stands for the report's own words."""
        return self.chosen is None or statement in self.chosen

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that were asked for, in the order of the text."""
        return tuple(it for it in self.reading.statements if self.holds(it.id))
