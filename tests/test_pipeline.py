import contextlib
import datetime
import io
from pathlib import Path

import pytest

import sayso
from sayso import pipeline
from sayso.pipeline import check_each, open_each, read_each, record_each

REPORT = 'The mayor said: "We will not pay 8,000 dollars." Rain fell.\n'
RECORD = "MAYOR: We will not pay 8,000 dollars. We have said so before.\n"
NOVEMBER_1 = datetime.date(2024, 11, 1)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.txt"
    path.write_text(RECORD, "utf-8")
    return path


def test_read_gives_a_reading(report: Path) -> None:
    reading = sayso.read(report, published=NOVEMBER_1)
    assert reading.report.published == NOVEMBER_1
    assert reading == sayso.read(str(report), published=NOVEMBER_1)
    (statement,) = reading.statements
    assert statement.source[0].of(reading.report.text) == "The mayor"


def test_read_text_reads_as_read_does(report: Path) -> None:
    assert sayso.read_text(REPORT) == sayso.read(report)


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800 said", "1" * 10_000], ids=["empty", "nul", "surrogate", "digits"]
)
def test_odd_text_yields_less(text: str) -> None:
    with contextlib.suppress(sayso.UnreadableReportError):
        assert isinstance(sayso.read_text(text), sayso.Reading)


def test_check_gives_findings(report: Path, record: Path) -> None:
    (finding,) = sayso.check(report, against=[record])
    assert finding.verdict is sayso.Verdict.VERBATIM


def test_check_without_a_record_has_nothing_against_a_report_without_figures(report: Path) -> None:
    assert sayso.check(report) == ()


@pytest.mark.parametrize("missing", ["report", "record"])
def test_a_missing_file_is_an_error(report: Path, record: Path, missing: str) -> None:
    (report if missing == "report" else record).unlink()
    with pytest.raises(sayso.SaysoError, match=missing):
        sayso.check(report, against=[record])


def test_many_go_on_past_a_bad_one(report: Path, record: Path) -> None:
    names = ["missing.txt", str(report), "-"]
    bad, good, piped = read_each(names, stdin=io.BytesIO(REPORT.encode()))
    assert isinstance(bad.result, sayso.UnreadableReportError)
    assert isinstance(good.result, sayso.Reading)
    assert isinstance(piped.result, sayso.Reading)
    assert piped.result.report.text == good.result.report.text
    assert [it.name for it in (bad, good, piped)] == ["missing.txt", str(report), "standard input"]
    (kept,) = record_each([str(record)])
    assert isinstance(kept.result, sayso.Record)
    (checked,) = check_each(open_each([str(report)]), [kept.result])
    assert not isinstance(checked.result, sayso.SaysoError)
    assert checked.result.reading == good.result
    assert checked.result.severity is sayso.Severity.NONE


def test_one_file_is_read_before_the_next_is_opened(report: Path) -> None:
    later = report.with_name("later.txt")
    outcomes = read_each([str(report), str(later)])
    next(outcomes)
    later.write_text(REPORT, "utf-8")
    assert isinstance(next(outcomes).result, sayso.Reading)


def test_what_was_assumed_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(("Der Bürgermeister sagte: „Das kostet 8.000 Euro.“ " * 9).encode("cp1252"))
    (outcome,) = read_each([str(path)])
    (note,) = outcome.notes
    assert "encoding assumed" in note


OTHER = """Outlet: The Tide
Published: 2031-03-05

The city is poor. "We will now pay 8,000 dollars," the mayor told reporters. Mayor Quist said the
money would come from the harbor. Quist added that nobody had asked her before.
"""


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    return path


def test_a_record_is_told_from_a_report(record: Path, other: Path) -> None:
    outcomes = list(record_each([str(record), str(other)]))
    assert [bool(getattr(it.result, "is_report", None)) for it in outcomes] == [False, True]


def test_a_record_has_its_figures_read(record: Path) -> None:
    (outcome,) = record_each([str(record)])
    assert isinstance(outcome.result, sayso.Record)
    assert [str(it.value) for it in outcome.result.quantities] == ["8000"]


def test_another_report_differs(report: Path, other: Path) -> None:
    (finding, *_) = sayso.check(report, against=[other])
    assert finding.verdict is sayso.Verdict.ALTERED_MEANING
    assert finding.explanation == "Differs from The Tide: there “now”, here “not”."


def test_reports_that_agree_against_the_record(tmp_path: Path, record: Path) -> None:
    said = '"We will now surely pay them 8,000 dollars," the mayor said'
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, around in zip(paths, ("Rain fell.", "The fair is open."), strict=True):
        path.write_text(f"Outlet: The {path.stem}\n\n{said}. {around}\n", "utf-8")
    (loaded,) = record_each([str(record)])
    assert isinstance(loaded.result, sayso.Record)
    outcomes = list(check_each(open_each([str(path) for path in paths]), [loaded.result]))
    agreeing = []
    for outcome in outcomes:
        assert not isinstance(outcome.result, sayso.SaysoError)
        agreeing += [it.agreeing for it in outcome.result.findings if it.kind == "quote"]
        assert outcome.result.records == (loaded.result,)
    assert agreeing == [("The two",), ("The one",)]


@pytest.mark.parametrize(
    ("name", "turns"),
    [
        ("transcript.txt", "MAYOR: We will not pay.\n\nQUESTION: Why is that so?\n\n"),
        (
            "transcript.html",
            "<p><b>Ann Orr</b></p><p>We will not pay.</p><p><b>Q</b></p><p>Why is that so?</p>",
        ),
    ],
)
def test_a_transcript_given_as_the_report_is_noticed(
    tmp_path: Path, other: Path, name: str, turns: str
) -> None:
    transcript = tmp_path / name
    transcript.write_text(turns * 3, "utf-8")
    (loaded,) = record_each([str(other)])
    assert isinstance(loaded.result, sayso.Record)
    (outcome,) = check_each(open_each([str(transcript)]), [loaded.result])
    assert outcome.notes == (
        f"{transcript} looks like a transcript, and it was given as the report: were they swapped?",
    )


def test_no_verb_of_the_pipeline_is_hidden_by_a_module_of_its_name() -> None:
    modules = {path.stem for path in Path(pipeline.__file__).parent.glob("*.py")}
    assert not modules & set(pipeline.__all__)
