"""sayso tells who said what in the news, in which words, and what became of it on the way."""

from typing import TYPE_CHECKING, Any

from sayso.errors import (
    BadRequestError,
    BatchError,
    DamagedGazetteerError,
    DamagedWeightsError,
    LedgerError,
    SaysoError,
    UnreadableRecordError,
    UnreadableReportError,
    UnreadableSuppressionsError,
)
from sayso.records import (
    Anchor,
    Certainty,
    Change,
    ChangeKind,
    Claim,
    Clip,
    Direction,
    Drift,
    DriftKind,
    Entry,
    Failure,
    Finding,
    FindingKind,
    Forecast,
    Identity,
    Interval,
    Item,
    Judgement,
    JudgementKind,
    Kind,
    KnownPerson,
    Mode,
    Person,
    PersonKind,
    Place,
    PlaceKind,
    Polarity,
    Quantity,
    Quotation,
    Reading,
    Record,
    Relation,
    Report,
    Revision,
    Role,
    Severity,
    Span,
    Spans,
    Statement,
    Tense,
    Tenure,
    Timex,
    Turn,
    UnreadableItem,
    Verdict,
    WordChange,
)

if TYPE_CHECKING:
    from sayso.interfaces.python import Ledger, Statements
    from sayso.pipeline import check, read, read_text

__version__ = "0.1.0"

__all__ = [
    "Anchor",
    "BadRequestError",
    "BatchError",
    "Certainty",
    "Change",
    "ChangeKind",
    "Claim",
    "Clip",
    "DamagedGazetteerError",
    "DamagedWeightsError",
    "Direction",
    "Drift",
    "DriftKind",
    "Entry",
    "Failure",
    "Finding",
    "FindingKind",
    "Forecast",
    "Identity",
    "Interval",
    "Item",
    "Judgement",
    "JudgementKind",
    "Kind",
    "KnownPerson",
    "Ledger",
    "LedgerError",
    "Mode",
    "Person",
    "PersonKind",
    "Place",
    "PlaceKind",
    "Polarity",
    "Quantity",
    "Quotation",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "Revision",
    "Role",
    "SaysoError",
    "Severity",
    "Span",
    "Spans",
    "Statement",
    "Statements",
    "Tense",
    "Tenure",
    "Timex",
    "Turn",
    "UnreadableItem",
    "UnreadableRecordError",
    "UnreadableReportError",
    "UnreadableSuppressionsError",
    "Verdict",
    "WordChange",
    "check",
    "read",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Import the pipeline, and with it the encoder, and the ledger when they are first used."""
    if name in {"Ledger", "Statements"}:
        from importlib import import_module

        return getattr(import_module("sayso.interfaces.python"), name)
    if name in {"check", "read", "read_text"}:
        from sayso import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
