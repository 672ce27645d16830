"""Acts of speaking, and how reports rendered them."""

from dataclasses import dataclass

from sayso.records.finding import Drift, Verdict
from sayso.records.timex import Interval

__all__ = ["Rendering", "Utterance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One statement as a rendering of an utterance, beside the one it is measured by.

    `verdict` is None where nothing could be compared: it is the reference itself, or shares no
    words with it.
    """

    statement: str
    report: str
    verdict: Verdict | None = None
    drift: tuple[Drift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once, and every statement that renders it, the earliest report first.

    `reference` is the statement that the others are laid beside, `words` are its words; `again`
    are the ids of earlier utterances of the same words by the same speaker.
    """

    id: str
    speaker: str | None
    said_on: Interval | None
    words: str
    reference: str
    renderings: tuple[Rendering, ...]
    again: tuple[str, ...] = ()
