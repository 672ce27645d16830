"""What the commands print that lay reports beside one another."""

from typing import TYPE_CHECKING

from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from sayso.records import Series

__all__ = ["print_series"]


def print_series(series: "Series", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the points of a series; 1 where there is none."""
    from sayso import views

    if format is Format.JSONL:
        for point in series.points:
            write_line(views.record_line(point))
    elif series.points:
        console(color=color).print(views.series_table(series))
    else:
        complain(f"no figure counts “{series.thing}”; try one noun, or leave out an option")
    return int(not series.points)
