"""What only reports share that were written from one another."""

import pytest

from sayso.comparing.origins.traces import SOURCE, side_sources, traces_of
from tests.ledger.factory import reading

GUILD, MAYOR = f"{SOURCE} dock guild", f"{SOURCE} ilse varga"
SIDE = {
    "two of many": ([[f"{GUILD} =310"], [f"{GUILD} =310"], [], [], [], []], {f"{GUILD} =310"}),
    "one only": ([[f"{GUILD} =310"], [], [], [], [], []], set()),
    "too few others": ([[f"{GUILD} =310"], [f"{GUILD} =310"], [], []], set()),
    "other figures": ([[f"{GUILD} =310"], [f"{GUILD} =90"], [], [], [], []], set()),
    "the source is cited by most": (
        [[f"{MAYOR} =310"], [f"{MAYOR} =310"], [f"{MAYOR} =8"], [f"{MAYOR} =9"], [], []],
        set(),
    ),
    "the figure is given by most": (
        [[f"{GUILD} =310"], [f"{GUILD} =310"], [f"{MAYOR} =310"], [f"{MAYOR} =310"], [], []],
        set(),
    ),
}


@pytest.mark.parametrize(("given", "found"), SIDE.values(), ids=SIDE)
def test_side_sources(given: list[list[str]], found: set[str]) -> None:
    traces = {str(at): dict.fromkeys(own, "words") for at, own in enumerate(given)}
    assert side_sources(traces) == found


def test_a_source_of_a_figure_is_a_trace() -> None:
    assert f"{MAYOR} =4200" in traces_of(reading())
