import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import RenderableType

from sayso.lexicon import table
from sayso.views.accuracy_table import accuracy_table

FLOORS = json.loads((Path(__file__).parents[1] / "floors.json").read_text("utf-8"))
ROWS = table("accuracy")["rows"]

Show = Callable[[RenderableType, int], str]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["floor"])
def test_no_figure_is_told_that_a_change_may_fall_below(row: dict[str, Any]) -> None:
    name, figure = row["floor"].split(".")
    assert row["figure"] <= FLOORS[name][figure]


def test_the_table_shows_every_row_in_80_columns(show: Show) -> None:
    text = show(accuracy_table([("sayso", "1.0")]), 80)
    assert all(str(row["figure"]) in text for row in ROWS)
    assert all(limit.split()[-1] in text for limit in table("accuracy")["limits"])
