"""Steps along the calendar, and its edges."""

import datetime
from decimal import Decimal

import pytest

from sayso.reading.times.periods import season_of, third, years_of
from sayso.reading.times.steps import day_moved, days_after, period_after, weekday_near

FRIDAY = datetime.date(2024, 11, 1)

AFTER = [
    ("day", -1, "2024-10-31"),
    ("week", 0, "2024-W44"),
    ("week", -1, "2024-W43"),
    ("fortnight", 1, "2024-W46"),
    ("weekend", 0, "2024-W44-WE"),
    ("month", 2, "2025-01"),
    ("month", -11, "2023-12"),
    ("quarter", -1, "2024-Q3"),
    ("quarter", 1, "2025-Q1"),
    ("year", -1, "2023"),
    ("decade", -1, "201"),
    ("century", 0, "20"),
    ("millennium", 0, "2"),
]


@pytest.mark.parametrize(("unit", "count", "value"), AFTER)
def test_period_after(unit: str, count: int, value: str) -> None:
    period = period_after(unit, FRIDAY, count)
    assert period is not None
    assert period.value == value


@pytest.mark.parametrize(("unit", "count", "value"), AFTER)
@pytest.mark.parametrize("edge", [datetime.date.min, datetime.date.max], ids=str)
@pytest.mark.parametrize("far", [1, 10**6, 10**30])
def test_nothing_lies_beyond_the_calendar(
    unit: str, count: int, value: str, edge: datetime.date, far: int
) -> None:
    beyond = far if edge == datetime.date.max else -far
    assert period_after(unit, edge, beyond) is None, (count, value)


def test_an_unknown_unit_has_no_steps() -> None:
    assert period_after("hour", FRIDAY, 1) is None


@pytest.mark.parametrize(
    ("day", "unit", "count", "there"),
    [
        ("2024-11-01", "hour", "-24", "2024-10-31"),
        ("2024-11-01", "hour", "-25", "2024-10-30"),
        ("2024-11-01", "minute", "30", "2024-11-02"),
        ("2024-11-01", "week", "-2", "2024-10-18"),
        ("2024-03-31", "month", "-1", "2024-02-29"),
        ("2024-02-29", "year", "1", "2025-02-28"),
        ("2024-11-01", "century", "-1", "1924-11-01"),
    ],
)
def test_day_moved(day: str, unit: str, count: str, there: str) -> None:
    moved = day_moved(datetime.date.fromisoformat(day), unit, Decimal(count))
    assert moved == datetime.date.fromisoformat(there)


@pytest.mark.parametrize("unit", ["second", "hour", "day", "week", "month", "millennium"])
@pytest.mark.parametrize("sign", [-1, 1])
def test_no_day_lies_beyond_the_calendar(unit: str, sign: int) -> None:
    assert day_moved(FRIDAY, unit, sign * Decimal(10) ** 40) is None or unit in ("second", "hour")
    assert days_after(FRIDAY, sign * 10**9) is None


@pytest.mark.parametrize("weekday", range(1, 8))
def test_weekday_near(weekday: int) -> None:
    back, ahead = weekday_near(FRIDAY, weekday, -1), weekday_near(FRIDAY, weekday, 1)
    assert back is not None
    assert ahead is not None
    assert back.isoweekday() == ahead.isoweekday() == weekday
    assert back <= FRIDAY < ahead
    assert ahead - back == datetime.timedelta(days=7)


@pytest.mark.parametrize(
    ("year", "size", "portion", "first", "last"),
    [
        (2024, 1, "START", "2024-01-01", "2024-04-30"),
        (2024, 1, "MID", "2024-05-01", "2024-08-31"),
        (1987, 10, "START", "1980-01-01", "1982-12-31"),
        (1987, 10, "END", "1987-01-01", "1989-12-31"),
    ],
)
def test_third(year: int, size: int, portion: str, first: str, last: str) -> None:
    period = years_of(year, size)
    assert period is not None
    assert [day.isoformat() for day in third(period, portion)] == [first, last]


def test_the_last_winter_of_the_calendar_has_no_end() -> None:
    assert season_of(9999, "WI") is None
    assert years_of(0, 1) is None
