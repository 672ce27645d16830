"""Which gaps of a record may hold what was not found in it."""

from collections.abc import Iterable

from sayso.lexicon import words
from sayso.records import Record, Span

__all__ = ["hold_all"]


def hold_all(records: Iterable[Record]) -> bool:
    """Whether the records claim to hold all that was said but for a word here and there.

    Where the sound fails in the middle of a sentence, a word or two are lost, and no statement.

    >>> from dataclasses import replace
    >>> said = Record(id="r", name="r", text="We (inaudible) and failed. (Inaudible)", turns=())
    >>> [hold_all([replace(said, gaps=(gap,))]) for gap in (Span(3, 14), Span(27, 38))]
    [True, False]
    """
    return all(_is_a_word(record.text, gap) for record in records for gap in record.gaps)


def _is_a_word(text: str, gap: Span) -> bool:
    unheard = any(mark in gap.of(text).lower() for mark in words("transcript", "unheard"))
    before, after = text[: gap.start].rstrip()[-1:], text[gap.end :].lstrip()[:1]
    return unheard and (before.isalnum() or before == ",") and after.islower()
