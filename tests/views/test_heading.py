import datetime

import pytest

from sayso.records import Report
from sayso.views.heading import headline_end, report_heading


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


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        pytest.param("Ships wait\n\nRain fell.", "Ships wait", "Rain fell.", id="its first line"),
        pytest.param(
            "\r\n Ships wait \r\n\r\nRain fell.", "Ships wait", "Rain fell.", id="blanks around it"
        ),
        pytest.param("Ships wait", "Ships wait", "", id="nothing else"),
        pytest.param("Ships wait\n", "Ships", "Ships wait\n", id="more than the title"),
        pytest.param("\n\nRain fell.", "Ships wait", "\n\nRain fell.", id="another line"),
        pytest.param("\n\nRain fell.", None, "\n\nRain fell.", id="no title"),
    ],
)
def test_a_first_line_that_is_the_title_is_known(text: str, title: str | None, rest: str) -> None:
    assert text[headline_end(Report(id="r", text=text, title=title)) :] == rest
