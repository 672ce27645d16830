import datetime
from decimal import Decimal

import pytest

from sayso.records import Quantity, Relation, Report, Span, Timex
from sayso.views.figures import figure_words, time_words

TEXT = "dozens of drones, on Thursday"
REPORT = Report(id="r", text=TEXT)
DRONES = Span(0, 16)
OCTOBER_31 = datetime.date(2024, 10, 31)
NOVEMBER_7 = datetime.date(2024, 11, 7)


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        pytest.param({"value": Decimal(8000), "relation": Relation.APPROX}, "≈ 8,000", id="about"),
        pytest.param(
            {"value": Decimal(1200), "relation": Relation.APPROX, "counted": "men", "per": "day"},
            "≈ 1,200 men per day",
            id="rate",
        ),
        pytest.param(
            {
                "value": None,
                "low": Decimal(3),
                "high": Decimal("3.5"),
                "relation": Relation.BETWEEN,
                "unit": "%",
            },
            "↔ 3–3.5 %",
            id="range",
        ),
        pytest.param(
            {"value": None, "relation": Relation.VAGUE}, "dozens of drones", id="vague stays words"
        ),
        pytest.param(
            {
                "value": Decimal(1) / 3,
                "unit": "fraction",
                "counted": "sum",
                "relation": Relation.APPROX,
            },
            "≈ 1/3 of sum",
            id="a third",
        ),
        pytest.param({"value": Decimal("0.517"), "unit": "fraction"}, "0.517 fraction", id="share"),
        pytest.param({"value": Decimal(2), "unit": "basis point"}, "2 basis points", id="plural"),
        pytest.param({"value": Decimal(6), "unit": "foot"}, "6 feet", id="plural of its own"),
        pytest.param({"value": Decimal(1), "unit": "day"}, "1 day", id="one"),
        pytest.param({"value": Decimal(2), "unit": "percent"}, "2 percent", id="no plural"),
        pytest.param({"value": Decimal("1E+5")}, "100,000", id="no exponent"),
        pytest.param({"value": Decimal("1E+9999")}, "dozens of drones", id="too long for a person"),
        pytest.param({"value": Decimal("NaN")}, "dozens of drones", id="no number"),
    ],
)
def test_figures(quantity: dict[str, object], shown: str) -> None:
    assert figure_words(Quantity(id="q", span=DRONES, **quantity), REPORT) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        pytest.param(None, None, "on Thursday", id="unresolved"),
        pytest.param(OCTOBER_31, OCTOBER_31, "on Thursday (31 Oct 2024)", id="a day"),
        pytest.param(OCTOBER_31, NOVEMBER_7, "on Thursday (31 Oct – 7 Nov 2024)", id="some days"),
        pytest.param(
            datetime.date(2024, 11, 1), NOVEMBER_7, "on Thursday (1 – 7 Nov 2024)", id="one month"
        ),
        pytest.param(
            datetime.date(2023, 11, 7),
            NOVEMBER_7,
            "on Thursday (7 Nov 2023 – 7 Nov 2024)",
            id="two years",
        ),
        pytest.param(OCTOBER_31, None, "on Thursday (from 31 Oct 2024)", id="open end"),
        pytest.param(None, NOVEMBER_7, "on Thursday (until 7 Nov 2024)", id="open start"),
        pytest.param(
            datetime.datetime(2024, 10, 31, 9, tzinfo=datetime.UTC),
            OCTOBER_31,
            "on Thursday (31 Oct 2024)",
            id="an hour of the day",
        ),
    ],
)
def test_times(earliest: datetime.date | None, latest: datetime.date | None, shown: str) -> None:
    time = Timex(id="t", span=Span(18, 29), type="DATE", earliest=earliest, latest=latest)
    assert time_words(time, REPORT) == shown
