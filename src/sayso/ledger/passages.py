"""The passage that somebody judges: where it stands, and what can be said of it."""

from collections.abc import Callable, Iterable, Mapping

from sayso.errors import BadRequestError
from sayso.ledger.batches import Batch
from sayso.ledger.corrections import anchor_at
from sayso.ledger.reports import load_reading
from sayso.records import Anchor, JudgementKind, Reading, Span, Statement

__all__ = ["anchor_of"]


def anchor_of(batch: Batch, version: int, about: tuple[str, JudgementKind]) -> Anchor:
    """Where the mention stands that a judgement of that kind is to be about.

    BadRequestError where nothing is read there now, or nothing that can be judged so.
    """
    mention, kind = about
    reading = load_reading(batch.connection, batch.find("reading", "version", version)[-1])
    span = _span(reading, mention)
    if span is None:
        raise BadRequestError(f"Nothing is read at {mention} now; find its id by search.")
    _refuse_other(reading, mention, kind)
    return anchor_at(reading, mention, span)


def _refuse_other(reading: Reading, mention: str, kind: JudgementKind) -> None:
    """A speaker is a statement's, a value a figure's, an outcome a forecast's."""
    about = _ABOUT[kind]
    if not any(mention in _IDS[what](reading) for what in about):
        what = " or ".join(about)
        raise BadRequestError(f"{mention} is no {what}, which a judgement of {kind} is about.")


def _span(reading: Reading, mention: str) -> Span | None:
    spans = {
        **{quantity.id: quantity.span for quantity in reading.quantities},
        **{time.id: time.span for time in reading.times},
        **{one.id: _hull(one) for one in reading.statements},
        **{one.id: one.head for statement in reading.statements for one in statement.claims},
        **{one.id: one.head for one in reading.own_claims},
    }
    return spans.get(mention)


def _hull(statement: Statement) -> Span:
    return Span(statement.content[0].start, statement.content[-1].end)


_IDS: Mapping[str, Callable[[Reading], Iterable[str]]] = {
    "statement": lambda it: (one.id for one in it.statements),
    "figure": lambda it: (one.id for one in it.quantities),
    "time": lambda it: (one.id for one in it.times),
    "forecast": lambda it: (
        one.id
        for claims in (it.own_claims, *(statement.claims for statement in it.statements))
        for one in claims
        if one.forecast is not None
    ),
}
_ABOUT: Mapping[JudgementKind, tuple[str, ...]] = {
    JudgementKind.SPEAKER: ("statement",),
    JudgementKind.SPAN: ("statement",),
    JudgementKind.SPLIT: ("statement",),
    JudgementKind.GROUPING: ("statement",),
    JudgementKind.VERDICT: ("statement", "figure"),
    JudgementKind.QUANTITY: ("figure",),
    JudgementKind.TIME: ("time",),
    JudgementKind.FORECAST: ("forecast",),
}
"""What each kind of judgement about a passage can be about."""
