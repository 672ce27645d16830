import json
from dataclasses import replace

import pytest

from sayso.records import Drift, DriftKind, Finding, FindingKind, Span, Verdict
from sayso.views.annotations import github_line, sarif_log
from sayso.views.position import Position

FINDING = Finding(
    kind=FindingKind.QUOTE,
    verdict=Verdict.ALTERED_MEANING,
    report_span=(Span(0, 12),),
    report_text="12,000 a day",
    record_text="1,200 a day",
    record_speaker="SECRETARY",
    drift=(Drift(kind=DriftKind.VALUE_CHANGED, was="1,200", became="12,000"),),
    explanation="The figure is another one: 100% more, and more.",
)
PLACE = Position(line=3, column=2, last_line=3, last_column=14)


def test_github_shows_the_finding_at_its_line() -> None:
    assert github_line("a.txt", PLACE, FINDING) == (
        "::error file=a.txt,line=3,endLine=3,col=2,title=sayso%3A other meaning"
        "::The figure is another one: 100%25 more, and more.%0ARecord: “1,200 a day”"
        "%0Avalue changed: 1,200 → 12,000"
    )


@pytest.mark.parametrize(
    ("verdict", "level"),
    [
        pytest.param(Verdict.SPLICED, "error", id="severe"),
        pytest.param(Verdict.ALTERED_WORDING, "warning", id="departure"),
        pytest.param(Verdict.VERBATIM, "notice", id="none"),
    ],
)
def test_the_level_tells_how_much_hangs_on_it(verdict: Verdict, level: str) -> None:
    assert github_line("a.txt", None, replace(FINDING, verdict=verdict)).startswith(f"::{level} ")


def test_nothing_in_a_report_can_write_a_command_of_its_own() -> None:
    hostile = "x\n::error::owned,line=9::"
    line = github_line(hostile, PLACE, replace(FINDING, record_text=hostile, explanation=hostile))
    assert "\n" not in line
    assert line.count("::") == 1 + line.split("::", 2)[2].count("::") + 1
    assert "file=x%0A%3A%3Aerror%3A%3Aowned%2Cline=9%3A%3A" in line


def test_sarif_names_rule_place_and_passage() -> None:
    log = json.loads(sarif_log([("my report.txt", PLACE, FINDING)], version="1.2"))
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == set(Verdict)
    assert result["ruleId"] == "altered_meaning"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20report.txt"
    assert place["region"]["startLine"] == 3
    assert place["region"]["endColumn"] == 14
    assert "1,200 → 12,000" in result["message"]["text"]


def test_sarif_without_a_place_names_the_file_alone() -> None:
    log = json.loads(sarif_log([("page.html", None, FINDING)], version="1.2"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "page.html"}}
