"""What sayso finds in the examples, beside what we hold to be right (`expected.json`)."""

import json
import re
import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
FOLDERS = {
    folder: json.loads((folder / "expected.json").read_text("utf-8"))
    for folder in (EXAMPLES / "two-plus-two", EXAMPLES / "rate-decision")
}
REPORTS = {
    report["file"]: {"folder": folder, **report}
    for folder, expected in FOLDERS.items()
    for report in expected["reports"]
}
QUOTATIONS = [(file, row) for file, report in REPORTS.items() for row in report["quotations"]]
# Captions are compared with the record, but `read` finds no statements in them yet.
SPOKEN = [
    (file, quotation)
    for file, quotation in QUOTATIONS
    if quotation["speaker"] and "captions" not in REPORTS[file]
]
CLIPPED = [(file, quotation) for file, quotation in QUOTATIONS if "clip" in quotation]
DRIFTED = [(file, quotation) for file, quotation in QUOTATIONS if "drift" in quotation]


def having(key: str) -> list[str]:
    return [file for file, report in REPORTS.items() if key in report]


def name(value: Any) -> str:
    return value[:2] if isinstance(value, str) else value["text"][0][:32]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments, "--format", "jsonl"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def check(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "check", *files, "--against", FOLDERS[folder]["record"])


def files_in(folder: Path) -> list[str]:
    return [report["file"] for report in FOLDERS[folder]["reports"]]


Readings = dict[str, Any]
Findings = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def readings() -> Readings:
    """What is read in each report, by its file."""
    found: Readings = {}
    for folder in FOLDERS:
        done = run(folder, "read", *files_in(folder))
        assert done.returncode == 0, done.stderr
        lines = map(json.loads, done.stdout.splitlines())
        found |= zip(files_in(folder), lines, strict=True)
    return found


@pytest.fixture(scope="module")
def findings(readings: Readings) -> Findings:
    """What is found about the quotations of each report, by its file, in the order of the text."""
    rows: list[dict[str, Any]] = []
    for folder in FOLDERS:
        done = check(folder, *files_in(folder))
        assert done.returncode == 1, done.stderr
        rows += map(json.loads, done.stdout.splitlines())
    rows = sorted((row for row in rows if row["kind"] == "quote"), key=itemgetter("report_span"))
    return {
        file: [row for row in rows if row["report"] == reading["report"]["id"]]
        for file, reading in readings.items()
    }


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", text or "")


def wording(quotation: dict[str, Any]) -> list[str]:
    return words(" ".join(quotation["text"]))


def finding_of(quotation: dict[str, Any], found: list[dict[str, Any]]) -> dict[str, Any]:
    same = [it for it in found if words(it["report_text"]) == wording(quotation)]
    assert len(same) == 1, f"{len(same)} findings about this quotation"
    return same[0]


def innermost_speaker(reading: dict[str, Any], spans: list[list[int]]) -> str | None:
    """The name of who says the words there, by the shortest statement that holds them."""
    names = {person["id"]: person["name"] for person in reading["people"]}
    telling = [
        (sum(end - start for start, end in statement["content"]), statement["speaker"])
        for statement in reading["statements"]
        if any(a < end and start < b for start, end in statement["content"] for a, b in spans)
    ]
    return names.get(min(telling, key=itemgetter(0))[1]) if telling else None


def test_every_report_of_the_folder_is_expected() -> None:
    assert {path.name for path in EXAMPLES.glob("*/[0-9]*")} == set(REPORTS)


@pytest.mark.parametrize(("file", "quotation"), QUOTATIONS, ids=name)
def test_expected_words_stand_in_the_report(file: str, quotation: dict[str, Any]) -> None:
    assert all(
        piece in (REPORTS[file]["folder"] / file).read_text("utf-8") for piece in quotation["text"]
    )


@pytest.mark.parametrize("file", REPORTS)
def test_every_quotation_is_found_and_nothing_else(file: str, findings: Findings) -> None:
    expected = [wording(quotation) for quotation in REPORTS[file]["quotations"]]
    assert [words(it["report_text"]) for it in findings[file]] == expected


@pytest.mark.parametrize(("file", "quotation"), QUOTATIONS, ids=name)
def test_verdict(file: str, quotation: dict[str, Any], findings: Findings) -> None:
    finding = finding_of(quotation, findings[file])
    right = {quotation["verdict"], *quotation.get("also", [])}
    assert finding["verdict"] in right, finding["explanation"]


@pytest.mark.parametrize(("file", "quotation"), DRIFTED, ids=name)
def test_drift(file: str, quotation: dict[str, Any], findings: Findings) -> None:
    kinds = {drift["kind"] for drift in finding_of(quotation, findings[file])["drift"]}
    assert kinds >= set(quotation["drift"])


@pytest.mark.parametrize(("file", "quotation"), QUOTATIONS, ids=name)
def test_checked_speaker(file: str, quotation: dict[str, Any], findings: Findings) -> None:
    speaker = finding_of(quotation, findings[file])["speaker"]
    assert words(speaker)[-1:] == words(quotation["speaker"])[-1:]


@pytest.mark.parametrize(("file", "quotation"), CLIPPED, ids=name)
def test_words_cut_off_are_shown(file: str, quotation: dict[str, Any], findings: Findings) -> None:
    clip = finding_of(quotation, findings[file])["clip"]
    for side, cut in quotation["clip"].items():
        assert cut is None or words(clip[side]) == words(cut)


@pytest.mark.parametrize(("file", "quotation"), SPOKEN, ids=name)
def test_read_speaker(
    file: str, quotation: dict[str, Any], readings: Readings, findings: Findings
) -> None:
    spans = finding_of(quotation, findings[file])["report_span"]
    assert words(innermost_speaker(readings[file], spans))[-1:] == words(quotation["speaker"])[-1:]


def test_demo_runs_and_fits_on_a_few_screens() -> None:
    demo = [sys.executable, str(EXAMPLES / "demo.py")]
    done = subprocess.run(demo, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    shown = FOLDERS[EXAMPLES / "two-plus-two"]["reports"]
    assert all(report["shows"] in done.stdout for report in shown)
    assert "a nought apart" in done.stdout, "the series"
    assert "came true" in done.stdout, "the forecast that came due"
    assert len(done.stdout.splitlines()) <= 240


@pytest.mark.parametrize("file", having("exit"))
def test_exit_status(file: str) -> None:
    done = check(REPORTS[file]["folder"], file)
    assert done.returncode == REPORTS[file]["exit"], done.stderr


@pytest.mark.parametrize("file", having("lead"))
def test_lead_against_its_own_quotation(file: str) -> None:
    done = run(REPORTS[file]["folder"], "check", file)
    leads = [row for row in map(json.loads, done.stdout.splitlines()) if row["kind"] == "lead"]
    expected = REPORTS[file]["lead"]
    drift = {"kind": expected["verdict"], "from": expected["from"], "to": expected["to"]}
    assert [(row["verdict"], row["drift"]) for row in leads] == [(expected["verdict"], [drift])]


@pytest.mark.parametrize("file", having("read"))
def test_page_is_read_without_what_stands_around_it(file: str, readings: Readings) -> None:
    report, expected = readings[file]["report"], dict(REPORTS[file]["read"])
    assert not [around for around in expected.pop("absent") if around in report["text"]]
    assert {key: report[key] for key in expected} == expected
