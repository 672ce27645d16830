"""Figures that leave out what the one before had."""

import pytest

from sayso.comparing.elided import elided_figures
from sayso.comparing.mentions import stated_figures
from sayso.reading.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("You asked for 900 million and got 500. I asked for 950.", [500_000_000, 950_000_000]),
        ("Last year it was 31 billion. This year it will probably be 29.", [29_000_000_000]),
        ("We offered 8 percent, they asked for 5.", [5]),
        ("We asked for 900 million. He is 7.", []),
        ("We got 500 and asked for more.", []),
        ("It cost 31 billion. Some 29 ships came.", []),
    ],
)
def test_a_bare_figure_may_count_what_the_one_before_counts(text: str, values: list[int]) -> None:
    quantities = read_quantities(text, report_id="r")
    found = elided_figures(quantities, list(stated_figures(quantities, text)), text)
    assert [figure.value for figure in found] == values
