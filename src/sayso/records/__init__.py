"""Frozen records: what the stations hand to each other.

A record is imported when it is first used: checking a report needs no users, stories or notices.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.records.access import KnownToken, TokenScope, User, UserRole, Visitor
    from sayso.records.claim import Certainty, Claim, Forecast, Polarity, Role, SpeechAct, Tense
    from sayso.records.contradiction import Contradiction, ContradictionKind, Position, Stance
    from sayso.records.entry import Blank, Entry, Failure
    from sayso.records.evidence import Evidence, Exhibit
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
    from sayso.records.forecast import Board, Foretelling, Outcome, Tally
    from sayso.records.grammar import Grammar, Name, NameKind
    from sayso.records.history import KnownPerson, Revision
    from sayso.records.holding import Held, Holding
    from sayso.records.identity import mention_id, text_id
    from sayso.records.item import Item, UnreadableItem
    from sayso.records.judgement import Anchor, Change, ChangeKind, Judgement, JudgementKind
    from sayso.records.kept import KeptReading
    from sayso.records.notice import Notice, NoticeKind
    from sayso.records.origin import Origin, OriginKind
    from sayso.records.person import Identity, Person, PersonKind, Tenure
    from sayso.records.place import Place, PlaceKind
    from sayso.records.quantity import Direction, Quantity, Relation
    from sayso.records.reading import Reading
    from sayso.records.reason import Mark, Reason
    from sayso.records.record import Record, Turn
    from sayso.records.series import Contrast, Overlap, Point, Scope, Series
    from sayso.records.shelf import (
        Facet,
        FacetCount,
        KeptReport,
        Original,
        Overview,
        PlaceCount,
        Shelved,
    )
    from sayso.records.statement import Kind, Mode, Quotation, Statement
    from sayso.records.story import KnownStory, ReportCard, Story
    from sayso.records.text import Report, Span, Spans
    from sayso.records.timeline import Moment, MomentKind
    from sayso.records.timex import Interval, Timex
    from sayso.records.utterance import Rendering, Utterance

__all__ = [
    "Anchor",
    "Blank",
    "Board",
    "Certainty",
    "Change",
    "ChangeKind",
    "Claim",
    "Clip",
    "Contradiction",
    "ContradictionKind",
    "Contrast",
    "Direction",
    "Drift",
    "DriftKind",
    "Entry",
    "Evidence",
    "Exhibit",
    "Facet",
    "FacetCount",
    "Failure",
    "Finding",
    "FindingKind",
    "Forecast",
    "Foretelling",
    "Grammar",
    "Held",
    "Holding",
    "Identity",
    "Interval",
    "Item",
    "Judgement",
    "JudgementKind",
    "KeptReading",
    "KeptReport",
    "Kind",
    "KnownPerson",
    "KnownStory",
    "KnownToken",
    "Mark",
    "Mode",
    "Moment",
    "MomentKind",
    "Name",
    "NameKind",
    "Notice",
    "NoticeKind",
    "Origin",
    "OriginKind",
    "Original",
    "Outcome",
    "Overlap",
    "Overview",
    "Person",
    "PersonKind",
    "Place",
    "PlaceCount",
    "PlaceKind",
    "Point",
    "Polarity",
    "Position",
    "Quantity",
    "Quotation",
    "Reading",
    "Reason",
    "Record",
    "Relation",
    "Rendering",
    "Report",
    "ReportCard",
    "Revision",
    "Role",
    "Scope",
    "Series",
    "Severity",
    "Shelved",
    "Span",
    "Spans",
    "SpeechAct",
    "Stance",
    "Statement",
    "Story",
    "Suppression",
    "Tally",
    "Tense",
    "Tenure",
    "Timex",
    "TokenScope",
    "Turn",
    "UnreadableItem",
    "User",
    "UserRole",
    "Utterance",
    "Verdict",
    "Visitor",
    "WordChange",
    "mention_id",
    "text_id",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "sayso.records.access": ("KnownToken", "TokenScope", "User", "UserRole", "Visitor"),
    "sayso.records.claim": (
        "Certainty",
        "Claim",
        "Forecast",
        "Polarity",
        "Role",
        "SpeechAct",
        "Tense",
    ),
    "sayso.records.contradiction": ("Contradiction", "ContradictionKind", "Position", "Stance"),
    "sayso.records.entry": ("Blank", "Entry", "Failure"),
    "sayso.records.evidence": ("Evidence", "Exhibit"),
    "sayso.records.finding": (
        "Clip",
        "Drift",
        "DriftKind",
        "Finding",
        "FindingKind",
        "Severity",
        "Suppression",
        "Verdict",
        "WordChange",
    ),
    "sayso.records.forecast": ("Board", "Foretelling", "Outcome", "Tally"),
    "sayso.records.grammar": ("Grammar", "Name", "NameKind"),
    "sayso.records.history": ("KnownPerson", "Revision"),
    "sayso.records.holding": ("Held", "Holding"),
    "sayso.records.identity": ("mention_id", "text_id"),
    "sayso.records.item": ("Item", "UnreadableItem"),
    "sayso.records.judgement": ("Anchor", "Change", "ChangeKind", "Judgement", "JudgementKind"),
    "sayso.records.kept": ("KeptReading",),
    "sayso.records.notice": ("Notice", "NoticeKind"),
    "sayso.records.origin": ("Origin", "OriginKind"),
    "sayso.records.person": ("Identity", "Person", "PersonKind", "Tenure"),
    "sayso.records.place": ("Place", "PlaceKind"),
    "sayso.records.quantity": ("Direction", "Quantity", "Relation"),
    "sayso.records.reading": ("Reading",),
    "sayso.records.reason": ("Mark", "Reason"),
    "sayso.records.record": ("Record", "Turn"),
    "sayso.records.series": ("Contrast", "Overlap", "Point", "Scope", "Series"),
    "sayso.records.shelf": (
        "Facet",
        "FacetCount",
        "KeptReport",
        "Original",
        "Overview",
        "PlaceCount",
        "Shelved",
    ),
    "sayso.records.statement": ("Kind", "Mode", "Quotation", "Statement"),
    "sayso.records.story": ("KnownStory", "ReportCard", "Story"),
    "sayso.records.text": ("Report", "Span", "Spans"),
    "sayso.records.timeline": ("Moment", "MomentKind"),
    "sayso.records.timex": ("Interval", "Timex"),
    "sayso.records.utterance": ("Rendering", "Utterance"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:  # a type checker would take any name for one that is there

    def __getattr__(name: str) -> Any:
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOME_OF[name]), name)
        return found
