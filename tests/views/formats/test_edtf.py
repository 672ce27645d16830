"""Days as EDTF, by the library of the format."""

import datetime

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.views.formats.edtf import edtf_of

DAY = datetime.date(2024, 2, 1)
DAYS = st.none() | st.dates(min_value=datetime.date(1000, 1, 1))


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        pytest.param(DAY, DAY, "2024-02-01", id="a day"),
        pytest.param(DAY, datetime.date(2024, 2, 29), "2024-02", id="a month"),
        pytest.param(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31), "2024", id="a year"),
        pytest.param(DAY, datetime.date(2024, 3, 31), "[2024-02-01..2024-03-31]", id="one of many"),
        pytest.param(DAY, None, "2024-02-01/..", id="from a day"),
        pytest.param(None, DAY, "../2024-02-01", id="until a day"),
        pytest.param(None, None, None, id="unknown"),
        pytest.param(datetime.date(9999, 12, 1), datetime.date.max, "9999-12", id="the last month"),
        pytest.param(
            datetime.datetime(2024, 2, 1, 9, tzinfo=datetime.UTC), DAY, "2024-02-01", id="an hour"
        ),
    ],
)
def test_what_days_become(
    earliest: datetime.date | None, latest: datetime.date | None, expected: str | None
) -> None:
    assert edtf_of(earliest, latest) == expected


def test_what_is_about_a_day_is_approximate() -> None:
    told = edtf_of(DAY, DAY, approximate=True)
    assert told == "2024-02-01~"
    assert isinstance(edtf.parse_edtf(told), edtf.UncertainOrApproximate)


@settings(max_examples=25, deadline=None)
@given(DAYS, DAYS, st.booleans())
def test_every_string_is_valid_edtf(
    first: datetime.date | None, last: datetime.date | None, approximate: bool
) -> None:
    if first and last:
        first, last = sorted((first, last))
    told = edtf_of(first, last, approximate=approximate)
    if told is not None:
        assert str(edtf.parse_edtf(told)) == told
