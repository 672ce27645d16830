"""Behind the relation of a quantity: the words that hedge or bound it, with their row."""

from bisect import bisect_left
from collections.abc import Iterator

from sayso.lexicon import table
from sayso.reading.quantities.relations import Hedge, hedge_after, hedge_before
from sayso.reading.quantities.tokens import Tokens, split_tokens
from sayso.records import Mark, Quantity, Reading, Reason

__all__ = ["quantity_reasons"]


def quantity_reasons(reading: Reading) -> Iterator[Reason]:
    """For each quantity why its relation is what it is."""
    report = reading.report
    tokens = split_tokens(report.text, language=(report.language or "en")[:2].lower())
    for quantity in reading.quantities:
        inside = range(*(bisect_left(tokens.starts, place) for place in quantity.span))
        hedge = next(_hedges(tokens, inside, quantity), None)
        relation = quantity.relation
        plain = str(table("reasons")["relations"].get(relation, ""))
        because = f"“{hedge.form}”" if hedge else plain
        rule = f"relations.{relation}" if hedge else f"quantities.{relation}"
        yield Reason(of=quantity.id, mark=Mark.FIGURE, rule=rule, because=because)


def _hedges(tokens: Tokens, inside: range, quantity: Quantity) -> Iterator[Hedge]:
    """The hedges inside the words of the quantity that give it its relation."""
    for at in range(inside.start + 1, inside.stop + 1):
        for hedge in (hedge_before(tokens, at, inside.start), hedge_after(tokens, at)):
            if hedge is None or hedge.first < inside.start or hedge.last > inside.stop:
                continue
            if hedge.relation is quantity.relation:
                yield hedge
