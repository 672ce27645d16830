"""Forecasts out of a ledger, with what people decided about them."""

import datetime

from sayso.comparing.forecasts import find_forecasts
from sayso.ledger import Ledger, Search, gather, judgements_in, names_in, readings_foretelling
from sayso.records import Board, JudgementKind

__all__ = ["forecasts"]


def forecasts(
    ledger: Ledger,
    search: Search,
    *,
    due: datetime.date | None = None,
    most: int | None = None,
    evidence: bool = True,
) -> Board:
    """The forecasts in the statements that a search is about; evidence is looked for in all.

    With `due` only those whose window ends by that day, with `most` those of so many reports, the
    newest, and evidence of as many; without `evidence` none is looked for.
    """
    with ledger.seen() as connection:
        names = names_in(connection)
        judgements = judgements_in(connection).values()
        foretelling = readings_foretelling(connection)
        later = gather(connection, Search(), names=names, most=most) if evidence else ()
        return find_forecasts(
            gather(connection, search, names=names, readings=foretelling, most=most),
            later=later,
            judgements=[it for it in judgements if it.kind is JudgementKind.FORECAST],
            due=due,
        )
