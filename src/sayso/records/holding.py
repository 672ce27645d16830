"""Reports as a ledger holds them: what export takes out, and import puts back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.entry import Entry
from sayso.records.item import Item
from sayso.records.judgement import Judgement
from sayso.records.reading import Reading
from sayso.records.statement import Statement

__all__ = ["Held", "Holding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A statement that was found, as it was read and as it is shown."""

    entry: Entry
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A report of a ledger with all that is known of it, and which of its statements are meant.

    `reading` is as people corrected it; where they did, `unjudged` is as a machine read it and
    `judgements` are what they decided. `reader` is who read it, `item` the bytes as they came,
    `added_at` when, in UTC. `known` are the names across reports of its people, by their ids.
    """

    reading: Reading
    item: Item
    reader: str
    added_at: str | None = None
    known: Mapping[str, str] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    unjudged: Reading | None = None
    found: tuple[Held, ...] = ()
