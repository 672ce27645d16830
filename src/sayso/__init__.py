"""sayso tells who said what in the news, in which words, and what became of it on the way."""

from typing import TYPE_CHECKING, Any

from sayso.errors import (
    BadRequestError,
    DamagedGazetteerError,
    DamagedWeightsError,
    SaysoError,
    UnreadableRecordError,
    UnreadableReportError,
    UnreadableSuppressionsError,
)
from sayso.records import (
    Certainty,
    Claim,
    Clip,
    Direction,
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Forecast,
    Interval,
    Kind,
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
    Role,
    Severity,
    Span,
    Spans,
    Statement,
    Tense,
    Tenure,
    Timex,
    Turn,
    Verdict,
    WordChange,
)

if TYPE_CHECKING:
    from sayso.pipeline import check, read, read_text

__version__ = "0.1.0"

__all__ = [
    "BadRequestError",
    "Certainty",
    "Claim",
    "Clip",
    "DamagedGazetteerError",
    "DamagedWeightsError",
    "Direction",
    "Drift",
    "DriftKind",
    "Finding",
    "FindingKind",
    "Forecast",
    "Interval",
    "Kind",
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
    "Role",
    "SaysoError",
    "Severity",
    "Span",
    "Spans",
    "Statement",
    "Tense",
    "Tenure",
    "Timex",
    "Turn",
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
    """Import the pipeline, and with it the encoder, when it is first used."""
    if name in {"check", "read", "read_text"}:
        from sayso import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
