"""What comparing finds: both passages, the difference in words, and a verdict with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.text import Spans

__all__ = [
    "Clip",
    "Drift",
    "DriftKind",
    "Finding",
    "FindingKind",
    "Severity",
    "Suppression",
    "Verdict",
    "WordChange",
]


class FindingKind(StrEnum):
    """What was compared."""

    QUOTE = "quote"
    STATEMENT = "statement"
    QUANTITY = "quantity"
    SPEAKER = "speaker"
    LEAD = "lead"


class Severity(StrEnum):
    """Whether a rendering departs from what was said, and whether that changes what it says."""

    NONE = "none"
    DEPARTURE = "departure"
    SEVERE = "severe"


class Verdict(StrEnum):
    """How a rendering stands to the record; the names are those of the user's manual."""

    VERBATIM = "verbatim"
    TRIVIALLY_EDITED = "trivially_edited"
    ALTERED_WORDING = "altered_wording"
    ALTERED_MEANING = "altered_meaning"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    NOT_IN_RECORD = "not_in_record"
    OUTSIDE_RECORD = "outside_record"
    NOT_A_QUOTATION = "not_a_quotation"
    SAME = "same"
    DRIFTED = "drifted"
    HEDGE_DROPPED = "hedge_dropped"
    HEDGE_ADDED = "hedge_added"
    HEDGE_CHANGED = "hedge_changed"
    VALUE_CHANGED = "value_changed"
    SCOPE_CHANGED = "scope_changed"

    @property
    def severity(self) -> Severity:
        """How much hangs on it.

        >>> Verdict.SPLICED.severity
        <Severity.SEVERE: 'severe'>
        """
        if self in _NO_DEPARTURE:
            return Severity.NONE
        return Severity.SEVERE if self in _SEVERE else Severity.DEPARTURE


# Nothing departs from the record here, or nobody can tell: the record has a gap at that place.
_NO_DEPARTURE = frozenset(
    {
        Verdict.VERBATIM,
        Verdict.TRIVIALLY_EDITED,
        Verdict.NOT_A_QUOTATION,
        Verdict.OUTSIDE_RECORD,
        Verdict.SAME,
    }
)
_SEVERE = frozenset(
    {
        Verdict.ALTERED_MEANING,
        Verdict.SPLICED,
        Verdict.MISATTRIBUTED,
        Verdict.NOT_IN_RECORD,
        Verdict.VALUE_CHANGED,
        Verdict.SCOPE_CHANGED,
    }
)


class DriftKind(StrEnum):
    """In which way a rendering departs from another or from the record."""

    HEDGE_DROPPED = "hedge_dropped"
    HEDGE_ADDED = "hedge_added"
    HEDGE_CHANGED = "hedge_changed"
    VALUE_CHANGED = "value_changed"
    UNIT_CHANGED = "unit_changed"
    SCOPE_CHANGED = "scope_changed"
    NEGATION_CHANGED = "negation_changed"
    CONDITION_DROPPED = "condition_dropped"
    CERTAINTY_RAISED = "certainty_raised"
    CERTAINTY_LOWERED = "certainty_lowered"
    FORECAST_TO_FACT = "forecast_to_fact"
    TIME_CHANGED = "time_changed"
    SPEAKER_CHANGED = "speaker_changed"
    WORDS_LOST = "words_lost"
    PERSON_CHANGED = "person_changed"
    TENSE_CHANGED = "tense_changed"
    WORDING_CHANGED = "wording_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One departure: what the record has (`was`) and what the rendering made of it (`became`)."""

    kind: DriftKind
    was: str | None
    became: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordChange:
    """A run of words of the comparison: kept where both are equal, else replaced, cut or added.

    `was` is the run in the record (empty where the rendering adds words), `became` in the report.
    """

    was: str
    became: str
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """The words of the record's sentence that the quotation left out, before it and after it."""

    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One comparison of a passage of a report with the record, or with another passage.

    `record` is the id of the record that `record_span` points into; where it is None the finding
    compares the report with itself and `record_span` points into the report's own text.
    `agreeing` names other reports, of other origin, that have the same against the record.
    """

    kind: FindingKind
    verdict: Verdict
    report_span: Spans
    report_text: str
    speaker: str | None = None
    record: str | None = None
    record_span: Spans = ()
    record_text: str | None = None
    record_speaker: str | None = None
    drift: tuple[Drift, ...] = ()
    clip: Clip | None = None
    changes: tuple[WordChange, ...] = ()
    agreeing: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding somebody looked at and decided not to be told of again, and why.

    It is about the passages that hold `words`, of that verdict, in the report of that name; an
    unnamed verdict or report stands for any.
    """

    words: str
    reason: str
    verdict: Verdict | None = None
    report: str | None = None
