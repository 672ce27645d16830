"""Forecasts out of a ledger, with what people decided about them."""

import datetime

from sayso.comparing.forecasts import find_forecasts
from sayso.ledger import Ledger, Search, gather, judgements_in, names_in, readings_foretelling
from sayso.records import Board, JudgementKind

__all__ = ["forecasts"]


def forecasts(ledger: Ledger, search: Search, *, due: datetime.date | None = None) -> Board:
    """The forecasts in the statements that a search is about; evidence is looked for in all.

    With `due` only those whose window ends by that day.
    """
    with ledger.seen() as connection:
        names = names_in(connection)
        judgements = judgements_in(connection).values()
        foretelling = readings_foretelling(connection)
        return find_forecasts(
            gather(connection, search, names=names, readings=foretelling),
            later=gather(connection, Search(), names=names),
            judgements=[it for it in judgements if it.kind is JudgementKind.FORECAST],
            due=due,
        )
