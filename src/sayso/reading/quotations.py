"""Every stretch in quotation marks, with the pieces of one quotation together."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.reading.layout import Layout, Quoted
from sayso.records import Quotation, Span, Spans, Statement

__all__ = ["read_quotations"]

_SENTENCE_ENDS = (".", "?", "!", "…")
_FEWEST_WORDS = 2  # two scare quotes in one sentence are no split sentence


def read_quotations(layout: Layout, statements: Sequence[Statement]) -> tuple[Quotation, ...]:
    """The quotations of a text in order, each with the statement that it is content of.

    Spans are joined to one quotation where a paragraph's end breaks it, or where a sentence is
    split by who said it: "We have not yet," she said, "seen it."
    """
    contents = _Contents(statements)
    found: list[_Piece] = []
    for quoted in sorted([*layout.quotations, *layout.named], key=lambda one: one.first):
        inner = quoted.stretch.inner
        if not inner.of(layout.text).strip():
            continue
        piece = _Piece(quoted=quoted, statement=contents.holding(inner))
        if found and _goes_on(layout.text, found[-1], piece):
            found[-1] = _joined(found[-1], piece)
        else:
            found.append(piece)
    return tuple(map(_quotation, found))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch in marks, those joined before it, and the statement that it is content of."""

    quoted: Quoted
    statement: Statement | None
    before: Spans = ()


class _Contents:
    """Looks up the statement whose content holds a stretch; the inner one of two."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._spans = sorted(
            (span, statement.within is not None, number)
            for number, statement in enumerate(statements)
            for span in statement.content
        )
        self._statements = statements
        self._reach = max((span.end - span.start for span, _, _ in self._spans), default=0)

    def holding(self, stretch: Span) -> Statement | None:
        """The statement whose content holds most of `stretch`."""
        place = bisect_right(self._spans, stretch.end, key=lambda row: row[0].start)
        best: tuple[int, bool, int] | None = None
        for span, inner, number in reversed(self._spans[:place]):
            if span.start + self._reach <= stretch.start:
                break
            shared = min(span.end, stretch.end) - max(span.start, stretch.start)
            if shared > 0 and (best is None or (shared, inner) > best[:2]):
                best = (shared, inner, number)
        return self._statements[best[2]] if best else None


def _goes_on(text: str, before: _Piece, after: _Piece) -> bool:
    """Whether both are one quotation."""
    one, other = before.quoted.stretch, after.quoted.stretch
    if before.quoted.names or after.quoted.names:
        return False
    told, tells = before.statement, after.statement
    if other.continues and not one.closed:
        return told is None or tells is None or told is tells
    return (
        told is not None
        and told is tells
        and any(one.inner.end <= cue.start < other.inner.start for cue in told.cue)
        and "\n" not in text[one.inner.end : other.inner.start]
        and not one.inner.of(text).rstrip().endswith(_SENTENCE_ENDS)
        and other.inner.of(text).lstrip()[:1].islower()
        and len(one.inner.of(text).split()) > _FEWEST_WORDS
    )


def _joined(before: _Piece, after: _Piece) -> _Piece:
    return replace(
        after,
        before=(*before.before, before.quoted.stretch.inner),
        statement=before.statement or after.statement,
    )


def _quotation(piece: _Piece) -> Quotation:
    stretch = piece.quoted.stretch
    return Quotation(
        spans=(*piece.before, stretch.inner),
        closed=stretch.closed,
        names=piece.quoted.names,
        statement=piece.statement.id if piece.statement else None,
    )
