"""Statements brought together to be shown to others, with what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.records.finding import Finding
from sayso.records.holding import Held, Holding
from sayso.records.record import Record

__all__ = ["Evidence", "Exhibit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One statement with its report, and what it was found to be beside the records."""

    holding: Holding
    held: Held
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a search found, in order, with the records that its findings are about.

    `request` is the search as it was asked; `chain` is the number of the ledger's newest batch and
    its hash, from which `sayso verify` proves that nothing was changed since.
    """

    request: Mapping[str, str]
    exhibits: tuple[Exhibit, ...]
    records: tuple[Record, ...] = ()
    chain: tuple[int, str] | None = None
