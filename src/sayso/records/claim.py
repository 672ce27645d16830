"""What can be true or false in what somebody said."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.text import Span, Spans

__all__ = ["Certainty", "Claim", "Forecast", "Polarity", "Role", "SpeechAct", "Tense"]


class Polarity(StrEnum):
    """Whether the claim is that something is so, or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the innermost source is of it."""

    ASSERTED = "asserted"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Tense(StrEnum):
    """When it happened, seen from the moment of speaking."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Role(StrEnum):
    """Whether the claim is made, or is what another claim hangs on."""

    MAIN = "main"
    CONDITION = "condition"


class SpeechAct(StrEnum):
    """What the source does by saying it, beside telling (Searle 1976)."""

    ASK = "ask"
    DENY = "deny"
    ORDER = "order"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """That a claim is about what will be; `window` is the id of the time by which."""

    window: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing a statement says to be so.

    `plover` and `mode` are the event in PLOVER terms (Halterman et al. 2023), `actor` and
    `recipient` who does it to whom, as the text names them; a pronoun names nobody.
    """

    id: str
    head: Span
    polarity: Polarity
    certainty: Certainty
    tense: Tense
    role: Role = Role.MAIN
    condition: Spans = ()
    forecast: Forecast | None = None
    speech_act: SpeechAct | None = None
    plover: str | None = None
    mode: str | None = None
    actor: str | None = None
    recipient: str | None = None
