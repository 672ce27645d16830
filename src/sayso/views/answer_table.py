"""The rows that a question gave, as a table."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from sayso.views.printable import printable

__all__ = ["answer_table"]

_NOTHING = ""


def answer_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Table:
    """One column for each of the answer's, numbers to the right; what is not known is left empty.

    >>> answer_table(["outlet", "count"], [("The Courier", 3), (None, 1)]).row_count
    2
    """
    kept = [*rows]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    for place, column in enumerate(columns):
        numbers = all(isinstance(row[place], int | float | None) for row in kept)
        table.add_column(Text(printable(column)), justify="right" if numbers else "left")
    for row in kept:
        table.add_row(*(Text(_NOTHING if one is None else printable(str(one))) for one in row))
    return table
