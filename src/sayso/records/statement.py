"""One attribution in one report, and the stretches in quotation marks."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.claim import Claim
from sayso.records.text import Spans
from sayso.records.timex import Interval

__all__ = ["Kind", "Mode", "Quotation", "Statement"]


class Mode(StrEnum):
    """Whether the content stands in quotation marks: all of it, none of it, or a part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Kind(StrEnum):
    """How the source stands to the content: said it, holds it, means to do it, or is a document."""

    SPEECH = "speech"
    BELIEF = "belief"
    INTENTION = "intention"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who (source), by which words of saying (cue), what (content): the parts of an attribution.

    `speaker` is the id of a person of the same report, `within` the id of the statement that this
    one is told in. Source: Pareti 2012 (PARC), Newell et al. 2018 (PolNeAR).
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    mode: Mode
    kind: Kind | None = None
    speaker: str | None = None
    within: str | None = None
    said_on: Interval | None = None
    confidence: float | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks, the marks left out; several spans where paragraphs break it.

    `closed` is false where no mark ends it, `names` true where the marks set off a name or a term
    rather than somebody's words, `statement` the id of the statement that it is content of.
    """

    spans: Spans
    closed: bool = True
    names: bool = False
    statement: str | None = None
