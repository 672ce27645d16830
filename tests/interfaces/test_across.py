"""The commands across reports, on twelve reports of an invented event."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.interfaces.cli.app import app_for
from sayso.pipeline import Ledger
from tests.comparing.across import GOLD

RUNNER = CliRunner()
APP = app_for(None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("across") / "ledger.db")
    files = [str(path) for path in sorted(GOLD.glob("*.txt"))]
    assert RUNNER.invoke(APP, ["add", "--ledger", path, *files]).exit_code == 0
    return path


def run(ledger: str, *arguments: str) -> str:
    called = [*arguments, "--ledger", ledger]
    return RUNNER.invoke(APP, called, env={"COLUMNS": "80"}, catch_exceptions=False).stdout


def rows(ledger: str, *arguments: str) -> list[dict[str, object]]:
    lines = run(ledger, *arguments, "--format", "jsonl").splitlines()
    return [json.loads(line) for line in lines]


def test_every_report_is_in_one_story(ledger: str) -> None:
    stories = rows(ledger, "stories")
    reports = [it["file"] for one in stories for it in one["reports"]]  # type: ignore[attr-defined]
    assert sorted(map(Path, reports)) == sorted(GOLD.glob("*.txt"))
    assert set(stories[0]) == {"id", "title", "reports"}


def test_utterances_name_their_statements(ledger: str) -> None:
    one = rows(ledger, "utterances")[0]
    assert {"id", "speaker", "said_on", "statements"} <= set(one)
    assert {"id", "report"} <= set(one["statements"][0])  # type: ignore[index]


def test_statements_are_those_that_read_gives(ledger: str) -> None:
    told = {it["id"] for one in rows(ledger, "utterances") for it in one["statements"]}  # type: ignore[attr-defined]
    read = RUNNER.invoke(APP, ["read", str(GOLD / "01-quay-wire.txt"), "--format", "jsonl"])
    own = {it["id"] for it in json.loads(read.stdout)["statements"]}
    assert own <= told


def test_origins_give_their_reason(ledger: str) -> None:
    found = {Path(str(it["report"])).stem: it for it in rows(ledger, "origins")}
    assert found["03-east-courier"]["origin"] == "Quay Wire"
    assert "(Quay Wire)" in str(found["03-east-courier"]["because"])


def test_a_story_fits_80_columns(ledger: str) -> None:
    shown = run(ledger, "story", "1")
    assert "●" in shown
    assert "≡" in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize("command", ["stories", "utterances", "drift", "origins"])
def test_tables_fit_80_columns(ledger: str, command: str) -> None:
    shown = run(ledger, command)
    assert shown
    assert max(map(len, shown.splitlines())) <= 80


def test_who_said_what(ledger: str) -> None:
    assert "Edda Marrick" in run(ledger, "who", "Marrick")
    assert "Joren Hale" not in run(ledger, "who", "Marrick")


def test_a_story_can_be_searched(ledger: str) -> None:
    found = rows(ledger, "search", "tolls", "--story", "1")
    assert found
    assert not rows(ledger, "search", "tolls", "--story", "99")


def test_adding_again_changes_nothing(ledger: str) -> None:
    before = run(ledger, "utterances", "--format", "jsonl")
    RUNNER.invoke(APP, ["add", "--ledger", ledger, str(GOLD)])
    assert run(ledger, "utterances", "--format", "jsonl") == before


def test_all_is_proved(ledger: str) -> None:
    assert "as they were added" in run(ledger, "verify")


def test_a_story_that_is_not_there(ledger: str) -> None:
    found = RUNNER.invoke(APP, ["story", "99", "--ledger", ledger])
    assert "There is no story 99" in str(found.exception)


@pytest.mark.parametrize("command", ["stories", "utterances", "drift", "origins"])
def test_an_empty_ledger_says_what_to_do(tmp_path: Path, command: str) -> None:
    Ledger(str(tmp_path / "empty.db")).close()
    assert "sayso add" in run(str(tmp_path / "empty.db"), command)


def test_people_decide_which_statements_are_one_utterance(tmp_path: Path) -> None:
    path = str(tmp_path / "judged.db")
    files = [str(GOLD / name) for name in ("01-quay-wire.txt", "03-east-courier.txt")]
    RUNNER.invoke(APP, ["add", "--ledger", path, *files])
    one = next(it for it in rows(path, "utterances") if len(it["statements"]) > 1)  # type: ignore[arg-type]
    first, second = (it["id"] for it in one["statements"][:2])  # type: ignore[index]
    run(path, "judge", first, f"other_than={second}", "--by", "ana")
    assert not _are_one(path, first, second)
    run(path, "undo", "1", "--by", "ana")
    assert _are_one(path, first, second)


def _are_one(ledger: str, first: str, second: str) -> bool:
    groups = [{it["id"] for it in one["statements"]} for one in rows(ledger, "utterances")]  # type: ignore[attr-defined]
    return any({first, second} <= group for group in groups)
