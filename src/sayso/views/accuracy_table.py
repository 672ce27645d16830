"""How often sayso is right, for a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.lexicon import table

__all__ = ["accuracy_table"]


def accuracy_table(facts: Sequence[tuple[str, str]]) -> RenderableType:
    """What this sayso is made of, how often its readings are right, and what it cannot see."""
    about = Table.grid(padding=(0, 2, 0, 0))
    for name, value in facts:
        about.add_row(Text(name, "dim"), value)
    return Group(about, "", _rows(), Text("\nWhat it cannot see", "bold"), *_limits())


def _rows() -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(justify="right", no_wrap=True)
    for row in table("accuracy")["rows"]:
        people = f"; two trained people agree at {row['people']}" if "people" in row else ""
        said = Text.assemble(f"{row['what']}: {row['right']}", (f"\n{row['on']}{people}", "dim"))
        rows.add_row(Text(f"{row['figure']} {row['unit']}", "bold"), said)
    return rows


def _limits() -> list[RenderableType]:
    return [Padding(Text(f"· {limit}"), (0, 0, 0, 2)) for limit in table("accuracy")["limits"]]
