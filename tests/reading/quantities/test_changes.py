"""What a number was before, by how much it moved, and when it held."""

import datetime

import pytest

from sayso.reading.quantities import read_quantities, with_times
from sayso.reading.times import read_times

DAY = datetime.date(2024, 11, 1)


@pytest.mark.parametrize(
    ("text", "number", "previous", "change", "direction"),
    [
        ("Casualties rose from 900 to 1,450.", "1,450", "900", None, "up"),
        ("The toll climbed to 1,450, up from 900.", "1,450", "900", None, "up"),
        ("Up to 8,000 troops were there, up from 3,000.", "Up to 8,000", "3,000", None, "up"),
        ("Output rose 3 points to 40 percent.", "40 percent", None, "3 points", "up"),
        ("Turnout was 61 percent, six points higher.", "61 percent", None, "six points", "up"),
        ("Inflation slowed to 2.4% from 3.1%.", "2.4%", "3.1%", None, "down"),
        ("Sales fell by 12 percent to $4 million.", "$4 million", None, "12 percent", "down"),
        ("Profit was $3 million, down 5 percent.", "$3 million", None, "5 percent", "down"),
        ("It made $4, compared with $5 a year earlier.", "$4", "$5", None, None),
        ("Cases have gone up by 34 from 227 to 261.", "261", "227", "34", "up"),
        ("Cases rose by 15 percent from 227 to 261.", "261", "227", "15 percent", "up"),
        (
            "Sales fell by 12%, from $5 million to $4.4 million.",
            "$4.4 million",
            "$5 million",
            "12%",
            "down",
        ),
        ("It has gone up by a third since May, from 227 to 261.", "261", "227", "a third", "up"),
        ("It had gone up by a startling margin from 227 to 261 cases.", "261", "227", None, "up"),
        (
            "It grew by a third. Fares are from 10 to 20 dollars.",
            "from 10 to 20 dollars",
            None,
            None,
            None,
        ),
        ("Of women 40% agreed, compared with 30% of men.", "40%", None, None, None),
        ("Prices of 20 to 40 dollars are usual.", "20 to 40 dollars", None, None, None),
        ("The army sent 300 men to 12 villages.", "300", None, None, None),
        ("He cut 40 jobs to save 3 million.", "3 million", None, None, None),
    ],
)
def test_changes(
    text: str, number: str, previous: str | None, change: str | None, direction: str | None
) -> None:
    found = {quantity.id: quantity for quantity in read_quantities(text, report_id="r")}
    quantity = next(one for one in found.values() if one.span.of(text) == number)
    before, by = found.get(quantity.previous or ""), found.get(quantity.change or "")
    assert (before and before.span.of(text)) == previous
    assert (by and by.span.of(text)) == change
    assert quantity.direction == direction


def test_points_of_a_percentage_are_percentage_points() -> None:
    first, _ = read_quantities("Output rose 3 points to 40 percent.", report_id="r")
    assert first.unit == "percentage point"


@pytest.mark.parametrize(
    ("text", "number", "time"),
    [
        ("The toll climbed to 1,450 on Monday, up from 900 a week ago.", "1,450", "Monday"),
        ("The toll climbed to 1,450 on Monday, up from 900 a week ago.", "900", "a week ago"),
        ("As of Monday, 40 people had died.", "40", "Monday"),
        ("It had 300 ships as of 1 May 2023.", "300", "1 May 2023"),
        ("Some 40 troops will arrive next week.", "Some 40", "next week"),
        ("He sold 300 cars. In May he left.", "300", None),
        ("They killed 12 people, he said on Thursday.", "12", None),
        ("8,000 troops have been there for two years.", "8,000", None),
    ],
)
def test_the_time_at_which_a_number_held(text: str, number: str, time: str | None) -> None:
    times = read_times(text, report_id="r", published=DAY)
    found = with_times(text, read_quantities(text, report_id="r"), times)
    quantity = next(one for one in found if one.span.of(text) == number)
    as_of = {one.id: one.span.of(text) for one in times}
    assert as_of.get(quantity.as_of or "") == time
