"""A report's text in pieces, each with all the marks that lie on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.records import Quantity, Reading, Relation, Report, Span, Timex
from sayso.views.figures import figure_words, time_words
from sayso.views.marked_text import cut_at_marks
from sayso.views.printable import printable
from sayso.views.signs import relation_mark, words_for

__all__ = ["Piece", "marked_pieces"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text: the kinds of mark on it, and the numbers of its statements.

    `begins` are the statements whose words begin here, `sign` is that of a figure that begins here,
    `tip` says what was made of it.
    """

    text: str
    kinds: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    sign: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    span: Span
    kind: str
    statement: int | None = None
    tip: str = ""
    sign: str = ""


def marked_pieces(
    reading: Reading, *, within: Span | None = None, only: int | None = None, border: int = 0
) -> list[Piece]:
    """The text of the report, or the stretch `within`, in order and whole.

    With `only` the marks of that statement and of what is said in it, and no others; a piece ends
    at the `border` too.
    """
    stretch = within or Span(0, len(reading.report.text))
    found = [mark for mark in _marks(reading) if mark.span.overlaps(stretch)]
    marks = found if only is None else [mark for mark in found if _belongs(mark, found, only)]
    moved = ((_moved(mark.span, stretch), number) for number, mark in enumerate(marks))
    told = dict(enumerate(marks))
    seen: set[int] = set()
    return [
        _piece(segment.text, [told[one] for one in segment.marks], _new(segment.begins, told, seen))
        for segment in cut_at_marks(stretch.of(reading.report.text), moved, border=border)
    ]


def _belongs(mark: _Mark, marks: Iterable[_Mark], number: int) -> bool:
    if mark.statement is not None:
        return mark.statement == number
    return any(one.statement == number and one.span.covers(mark.span) for one in marks)


def _moved(span: Span, stretch: Span) -> Span:
    start = max(span.start, stretch.start) - stretch.start
    return Span(start, min(span.end, stretch.end) - stretch.start)


def _new(begun: Iterable[int], marks: Mapping[int, _Mark], seen: set[int]) -> list[_Mark]:
    """The marks that begin here; a statement begins once, at the first of its words."""
    found = [marks[number] for number in begun]
    fresh = [mark for mark in found if mark.kind != "content" or mark.statement not in seen]
    seen |= {mark.statement for mark in fresh if mark.kind == "content" and mark.statement}
    return fresh


def _piece(text: str, marks: list[_Mark], begins: list[_Mark]) -> Piece:
    return Piece(
        text=text,
        kinds=tuple(kind for kind in words_for("marks") if any(it.kind == kind for it in marks)),
        statements=tuple(sorted({it.statement for it in marks if it.statement})),
        begins=tuple(it.statement for it in begins if it.kind == "content" and it.statement),
        sign=next((it.sign for it in begins if it.sign), ""),
        tip=" · ".join(dict.fromkeys(it.tip for it in marks if it.tip)),
    )


def _marks(reading: Reading) -> Iterator[_Mark]:
    for number, statement in enumerate(reading.statements, 1):
        for kind in ("content", "source", "cue"):
            for span in getattr(statement, kind):
                yield _Mark(span=span, kind=kind, statement=number)
    yield from (_figure(one, reading.report) for one in reading.quantities)
    yield from (_time(one, reading.report) for one in reading.times)
    for place in reading.places:
        stands = ", for those who govern there" if place.stands_for_government else ""
        tip = f"{printable(place.name)}{f' ({place.kind})' if place.kind else ''}{stands}"
        yield _Mark(span=place.span, kind="place", tip=tip)


def _figure(quantity: Quantity, report: Report) -> _Mark:
    exact = quantity.relation in {Relation.EXACT, Relation.VAGUE}
    sign = "" if exact else relation_mark(quantity.relation)
    return _Mark(span=quantity.span, kind="figure", tip=figure_words(quantity, report), sign=sign)


def _time(time: Timex, report: Report) -> _Mark:
    return _Mark(span=time.span, kind="time", tip=time_words(time, report))
