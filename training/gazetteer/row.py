"""A place on its way into the tables."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.reading.places.gazetteer import Form
from sayso.records import PlaceKind

__all__ = ["Row"]


@dataclass(slots=True, kw_only=True)
class Row:
    """A place on its way into the table; parents are other rows."""

    name: str
    kind: PlaceKind
    id: int = 0
    at: tuple[float, float] | None = None
    population: int = 0
    country: "Row | None" = None
    state: "Row | None" = None
    county: "Row | None" = None
    capital: bool = False
    names: dict[str, Form] = field(default_factory=dict)
    exact: dict[str, Form] = field(default_factory=dict)

    def call(self, names: Iterable[str], form: Form) -> None:
        """Add names; an earlier, more proper form stays. Short capitals count as printed."""
        for name in names:
            target = self.exact if _counts_as_printed(name) else self.names
            target.setdefault(name, form)


def _counts_as_printed(name: str) -> bool:
    letters = name.replace(".", "").replace(" ", "")
    return len(letters) <= 4 and (letters.isupper() or name.endswith("."))
