"""What a ledger tells of its reports and people."""

from dataclasses import dataclass

from sayso.records.judgement import Change

__all__ = ["KnownPerson", "Revision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A version or reading of a report and how its statements differ from the one before.

    `number` counts the versions of the report from 1; `added_at` is in UTC; `reader` is what read.
    """

    address: str
    number: int
    added_at: str
    title: str | None = None
    reader: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """Somebody across reports: number, name, other names and offices that reports gave."""

    number: int
    name: str
    also: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
