import datetime

import pytest

from sayso.records import Report
from sayso.views.heading import report_heading


@pytest.mark.parametrize(
    ("report", "line"),
    [
        pytest.param(
            Report(id="r", text="", outlet="The Ledger", published=datetime.date(2024, 11, 1)),
            "The Ledger · 1 Nov 2024",
            id="all known",
        ),
        pytest.param(Report(id="r", text="", language="en"), "no day given · en", id="English"),
        pytest.param(
            Report(id="r", text="", language="fr"),
            "no day given · fr: sayso reads English",
            id="another language",
        ),
    ],
)
def test_what_is_known_of_a_report_stands_over_it(report: Report, line: str) -> None:
    lines = report_heading(report, name="a.txt", more="more").plain.split("\n")
    assert lines == ["a.txt", line, "more", ""]
