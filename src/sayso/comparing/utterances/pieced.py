"""What was said, pieced together from the quotations that reports of it have."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.comparing.utterances.renderings import Told, said_record
from sayso.records import Quantity, Record, Span, Turn, text_id

__all__ = ["pieced_record"]

_ENDS = (".", "!", "?", "…")


def pieced_record(quotations: Iterable[Told]) -> Record | None:
    """The quotations as a record of turns, one each, in the order given; None where there is none.

    It claims no completeness: what it does not hold may have been said all the same.
    """
    text, turns, quantities = "", list[Turn](), list[Quantity]()
    for told in quotations:
        said, at = said_record(told), len(text)
        text += said.text if said.text.endswith(_ENDS) else f"{said.text}."
        turns.append(Turn(speaker=said.turns[0].speaker, span=Span(at, len(text))))
        quantities += [_moved(it, at) for it in said.quantities]
        text += "\n"
    if not turns:
        return None
    return Record(
        id=text_id(text),
        name="quotations",
        text=text,
        turns=tuple(turns),
        gaps=(Span(len(text), len(text)),),
        quantities=tuple(quantities),
    )


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, span=Span(quantity.span.start + by, quantity.span.end + by))
