"""Frozen records: what the stations hand to each other."""

from sayso.records.claim import Certainty, Claim, Forecast, Polarity, Role, SpeechAct, Tense
from sayso.records.finding import (
    Clip,
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Verdict,
    WordChange,
)
from sayso.records.grammar import Grammar, Name, NameKind
from sayso.records.identity import mention_id, text_id
from sayso.records.person import Person
from sayso.records.place import Place
from sayso.records.quantity import Quantity, Relation
from sayso.records.reading import Reading
from sayso.records.record import Record, Turn
from sayso.records.statement import Kind, Mode, Quotation, Statement
from sayso.records.text import Report, Span, Spans
from sayso.records.timex import Interval, Timex

__all__ = [
    "Certainty",
    "Claim",
    "Clip",
    "Drift",
    "DriftKind",
    "Finding",
    "FindingKind",
    "Forecast",
    "Grammar",
    "Interval",
    "Kind",
    "Mode",
    "Name",
    "NameKind",
    "Person",
    "Place",
    "Polarity",
    "Quantity",
    "Quotation",
    "Reading",
    "Record",
    "Relation",
    "Report",
    "Role",
    "Span",
    "Spans",
    "SpeechAct",
    "Statement",
    "Tense",
    "Timex",
    "Turn",
    "Verdict",
    "WordChange",
    "mention_id",
    "text_id",
]
