"""Frozen records: what the stations hand to each other."""

from sayso.records.claim import Certainty, Claim, Forecast, Polarity, Role, SpeechAct, Tense
from sayso.records.entry import Entry, Failure
from sayso.records.finding import (
    Clip,
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Severity,
    Suppression,
    Verdict,
    WordChange,
)
from sayso.records.grammar import Grammar, Name, NameKind
from sayso.records.history import KnownPerson, Revision
from sayso.records.identity import mention_id, text_id
from sayso.records.item import Item, UnreadableItem
from sayso.records.judgement import Anchor, Change, ChangeKind, Judgement, JudgementKind
from sayso.records.person import Identity, Person, PersonKind, Tenure
from sayso.records.place import Place, PlaceKind
from sayso.records.quantity import Direction, Quantity, Relation
from sayso.records.reading import Reading
from sayso.records.record import Record, Turn
from sayso.records.shelf import Facet, KeptReport, Original, Overview, Shelved, Tally
from sayso.records.statement import Kind, Mode, Quotation, Statement
from sayso.records.story import Story
from sayso.records.text import Report, Span, Spans
from sayso.records.timex import Interval, Timex

__all__ = [
    "Anchor",
    "Certainty",
    "Change",
    "ChangeKind",
    "Claim",
    "Clip",
    "Direction",
    "Drift",
    "DriftKind",
    "Entry",
    "Facet",
    "Failure",
    "Finding",
    "FindingKind",
    "Forecast",
    "Grammar",
    "Identity",
    "Interval",
    "Item",
    "Judgement",
    "JudgementKind",
    "KeptReport",
    "Kind",
    "KnownPerson",
    "Mode",
    "Name",
    "NameKind",
    "Original",
    "Overview",
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
    "Severity",
    "Shelved",
    "Span",
    "Spans",
    "SpeechAct",
    "Statement",
    "Story",
    "Suppression",
    "Tally",
    "Tense",
    "Tenure",
    "Timex",
    "Turn",
    "UnreadableItem",
    "Verdict",
    "WordChange",
    "mention_id",
    "text_id",
]
