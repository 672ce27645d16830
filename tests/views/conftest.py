import io
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

Show = Callable[[RenderableType, int], str]


@pytest.fixture
def show() -> Show:
    """What a file or a pipe gets of a table: no colour, every line inside the width."""

    def shown(table: RenderableType, width: int) -> str:
        file = io.StringIO()
        Console(file=file, width=width, markup=False, emoji=False, highlight=False).print(table)
        lines = file.getvalue().splitlines()
        assert max(map(cell_len, lines)) <= width
        return "\n".join(line.rstrip() for line in lines)

    return shown
