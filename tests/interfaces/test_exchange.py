"""Taking statements out of a ledger and into it, by the commands."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from sayso.interfaces.cli import main
from sayso.pipeline import Ledger, stories

Run = Callable[..., tuple[int, bytes, str]]

REPORT = """Title: Pay
Outlet: The Harbour Ledger
Published: 2024-11-01
URL: https://example.org/pay

The mayor, Tom Brandt, said: "We will not pay 8,000 dollars." Rain fell.
"""
RECORD = "MAYOR: We will not pay 8,000 dollars. We have said so before.\n"
GDELT = {
    "date": "2024-11-02T10:00:00Z",
    "url": "https://example.org/other",
    "lang": "en",
    "quotes": [{"pre": "Brandt said", "quote": "The dockers will get nothing", "post": ""}],
}


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Runs the command beside a ledger with one report and a record: status, output, errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)

    def command(*arguments: str) -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SystemExit) as end:
            main()
        told = capfdbinary.readouterr()
        return int(end.value.code or 0), told.out, told.err.decode()

    Path("pay.txt").write_text(REPORT, "utf-8")
    Path("record.txt").write_text(RECORD, "utf-8")
    command("add", "pay.txt")
    command("add", "record.txt", "--record")
    return command


def test_out_and_in_again(run: Run) -> None:
    status, out, err = run("export")
    assert (status, err) == (0, "Exported 1 statement of 1 report.\n")
    assert run("export", "--output", "whole.jsonl")[1] == b""
    assert Path("whole.jsonl").read_bytes() == out
    status, told, _ = run("import", "whole.jsonl", "--ledger", "second.db")
    assert (status, told.split(b";")[0][:7]) == (0, b"1 added")
    assert run("export", "--ledger", "second.db")[1] == out
    assert b"1 there already" in run("import", "whole.jsonl", "--ledger", "second.db")[1]
    assert run("verify", "--ledger", "second.db")[0] == 0


def test_what_came_in_is_laid_beside_the_rest_when_stories_are_asked_for(run: Run) -> None:
    run("export", "--output", "whole.jsonl")
    run("import", "whole.jsonl", "--ledger", "second.db")
    status, out, _ = run("stories", "--ledger", "second.db", "--format", "jsonl")
    assert (status, len(out.splitlines())) == (0, 1)
    with Ledger("second.db") as second:
        assert len(stories(second)) == 1  # asked without a clock, which writes nothing


def test_the_search_is_that_of_search(run: Run) -> None:
    run("search", "pay", "--save", "mine")
    status, out, err = run("export", "--saved", "mine", "--format", "csv")
    assert (status, err) == (0, "Exported 1 statement of 1 report.\n")
    assert out.count(b"\r\n") == 2
    status, out, err = run("export", "--speaker", "Nobody Else", "--format", "csv")
    assert (status, out, err) == (1, b"", "Exported 0 statements of 0 reports.\n")


@pytest.mark.parametrize(
    "asked",
    [("--format", "tsv"), ("--convention", "mine"), ("--format", "ris", "--convention", "ccc")],
)
def test_what_cannot_be_exported_is_one_sentence(run: Run, asked: tuple[str, ...]) -> None:
    status, out, err = run("export", *asked)
    assert (status, out, err.count("\n")) == (2, b"", 1)


def test_a_bad_row_stops_none_of_the_rest(run: Run) -> None:
    rows = [json.dumps(GDELT), "{broken", json.dumps({"a": 1}), ""]
    Path("rows.json").write_text("\n".join(rows), "utf-8")
    status, out, err = run("import", "rows.json", "missing.json")
    assert status == 2
    assert out.startswith(b"1 added, 0 new versions, 0 there already, 3 failed; 1 statements")
    assert err.count("\n") == 3
    assert b"rows.json!2" in run("failures")[1]
    assert b"nothing" in run("search", "dockers")[1]
    Path("rows.json").write_text(rows[0] + "\n" + rows[0].replace("other", "third"), "utf-8")
    assert b"1 failed" in run("failures", "--retry")[1].splitlines()[0]
    assert b"rows.json!2" not in run("failures")[1]


def test_a_pack_to_hand_on(run: Run) -> None:
    packed = ("pack", "pay", "--at", "2024-11-05T12:00Z")
    assert run(*packed)[0] == 0
    status, _, err = run(*packed)
    assert (status, err.count("\n")) == (2, 1)
    assert run(*packed, "--output", "again.zip")[0] == 0
    assert Path("again.zip").read_bytes() == Path("evidence.zip").read_bytes()
    with ZipFile("evidence.zip") as archive:
        (passage,) = json.loads(archive.read("evidence.json"))["passages"]
    assert [it["verdict"] for it in passage["findings"]] == ["verbatim"]
    assert passage["findings"][0]["record_speaker"] == "MAYOR"


def test_a_pack_of_nothing_is_none(run: Run) -> None:
    status, _, err = run("pack", "nothingofthekind")
    assert (status, err.count("\n")) == (2, 1)
    assert not Path("evidence.zip").exists()
    assert run("pack", "pay", "--at", "yesterday")[0] == 2


def test_a_pack_keeps_to_the_length_that_was_asked(run: Run) -> None:
    run("pack", "--longest-quote", "2")
    with ZipFile("evidence.zip") as archive:
        assert b"not pay 8,000" not in b"".join(map(archive.read, archive.namelist()))
