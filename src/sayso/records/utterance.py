"""Acts of speaking, and how reports rendered them."""

from dataclasses import dataclass

from sayso.records.finding import Drift, Verdict
from sayso.records.text import Spans
from sayso.records.timex import Interval

__all__ = ["Rendering", "Utterance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One statement as a rendering of an utterance, beside the one it is measured by.

    `verdict` is None where nothing could be compared: it is the reference itself, or shares no
    words with it. Where a record of what was said is kept and holds the words, `record` is its id
    and `record_span` the passage, and they are what it was measured by.
    """

    statement: str
    report: str
    verdict: Verdict | None = None
    drift: tuple[Drift, ...] = ()
    record: str | None = None
    record_span: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said once, and every statement that renders it, the earliest report first.

    `reference` is the statement that the others are laid beside, `words` are its words; `again`
    are the ids of earlier utterances of the same words by the same speaker. `record_words` are the
    words of the record that the reference renders, where a record is kept that has them.
    """

    id: str
    speaker: str | None
    said_on: Interval | None
    words: str
    reference: str
    renderings: tuple[Rendering, ...]
    again: tuple[str, ...] = ()
    record_words: str | None = None
