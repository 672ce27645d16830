"""The commands of the ledger, end to end, and the ledger from Python."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from sayso.interfaces.cli import main

Run = Callable[..., tuple[int, str, str]]

REPORT = """Title: Pay
Outlet: The Harbour Ledger
Published: 2024-11-01
URL: https://example.org/pay

The mayor, Tom Brandt, said: "We will not pay 8,000 dollars." Rain fell.
"""
OTHER = """Outlet: Tarnwick Post
Published: 2024-11-02

Brandt told reporters that the dockers would get nothing.
"""
RECORD = "MAYOR: We will not pay 8,000 dollars. We have said so before.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder with two reports and a record: its status, what it printed."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "pay.txt").write_text(REPORT, "utf-8")
    (tmp_path / "reports" / "other.txt").write_text(OTHER, "utf-8")
    (tmp_path / "record.txt").write_text(RECORD, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SAYSO_USER", "ana")
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SystemExit) as end:
            main()
        told = capfd.readouterr()
        return int(end.value.code or 0), told.out, told.err

    return command


def rows(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_a_morning_with_the_ledger(run: Run) -> None:
    status, out, _ = run("add", "reports")
    assert (status, out.split(";")[0]) == (0, "2 added, 0 new versions, 0 there already, 0 failed")
    assert "2 there already" in run("add", "reports")[1]
    assert "1 added" in run("add", "record.txt", "--record")[1]

    status, out, _ = run("search", "pay", "--quantity", "> 5,000")
    assert status == 0
    assert "“" not in out
    assert "Tom Brandt" in out
    status, out, err = run("search", "nothingofthekind")
    assert (status, out) == (1, "")
    assert err.count("\n") == 1

    (found,) = rows(run("search", "pay", "--format", "jsonl")[1])
    assert "Judgement 1" in run("judge", str(found["id"]), "speaker=Ilse Varga")[1]
    assert rows(run("search", "pay", "--format", "jsonl")[1])[0]["speaker"] == "Ilse Varga"
    assert "speaker=Ilse Varga" in run("judgements")[1]
    assert run("undo", "1")[0] == 0
    assert rows(run("search", "pay", "--format", "jsonl")[1])[0]["speaker"] == "Tom Brandt"

    assert run("verify")[0] == 0
    assert "Nothing changed" in run("reread")[1]


def test_a_page_that_changed(run: Run) -> None:
    run("add", "reports/pay.txt")
    Path("reports/pay.txt").write_text(REPORT.replace("8,000", "80,000"), "utf-8")
    assert "1 new versions" in run("add", "reports/pay.txt")[1]
    status, out, _ = run("versions", "https://example.org/pay")
    assert status == 0
    assert "80,000" in out
    assert [row["number"] for row in rows(run("versions", "--format", "jsonl")[1])] == [1, 2]


def test_failures_are_listed_until_they_are_mended(run: Run) -> None:
    Path("reports/bad.txt").write_bytes(b"")
    assert run("add", "reports")[0] == 2
    status, out, _ = run("failures")
    assert status == 1
    assert "bad.txt" in out
    Path("reports/bad.txt").write_text("Mayor Tom Brandt said that all is well.", "utf-8")
    assert run("failures", "--retry")[0] == 0
    assert run("failures")[0] == 0


def test_a_table_is_tried_again_with_its_columns(run: Run) -> None:
    table = [{"wording": f"The mayor said that all is well on day {day}."} for day in "12"]
    Path("news.jsonl").write_text("\n".join(map(json.dumps, table)), "utf-8")
    assert run("add", "news.jsonl")[0] == 2
    status, out, _ = run("failures", "--retry", "--column", "text=wording")
    assert (status, out.split(";")[0]) == (
        0,
        "2 added, 0 new versions, 0 there already, 0 failed",
    )


def test_a_record_in_rows_is_one_document(run: Run) -> None:
    rows_of_turns = [{"speaker": "MAYOR", "text": "We will not pay."}] * 2
    Path("turns.jsonl").write_text("\n".join(map(json.dumps, rows_of_turns)), "utf-8")
    assert "1 added" in run("add", "turns.jsonl", "--record")[1]
    assert "1 there already" in run("add", "turns.jsonl", "--record")[1]


def test_what_a_report_does_not_say_is_filled_in(run: Run) -> None:
    Path("bare.txt").write_text("Mayor Tom Brandt said that all is well.", "utf-8")
    run("add", "bare.txt", "reports")
    status, out, _ = run("fill")
    assert (status, out) == (1, "bare.txt: no outlet, no day\n")
    assert run("fill", "bare.txt", "outlet=Tarnwick Post", "published=2024-11-03")[0] == 0
    assert run("fill")[:2] == (0, "Every report has its outlet and its day.\n")
    (found,) = rows(run("search", "well", "--since", "2024-11-03", "--format", "jsonl")[1])
    assert found["outlet"] == "Tarnwick Post"
    assert "outlet=Tarnwick Post" in run("judgements")[1]
    run("undo", "1")
    assert run("fill")[0] == 1


def test_a_judgement_whose_words_changed_is_flagged(run: Run) -> None:
    run("add", "reports")
    (found,) = rows(run("search", "pay", "--format", "jsonl")[1])
    run("judge", str(found["id"]), "speaker=Ilse Varga")
    assert "newest text" not in run("judgements")[1]
    Path("reports/pay.txt").write_text(REPORT.replace("8,000", "80,000"), "utf-8")
    run("add", "reports/pay.txt")
    assert "newest text" in run("judgements")[1]
    assert [row["lost"] for row in rows(run("judgements", "--format", "jsonl")[1])] == [True]
    (found,) = rows(run("search", "pay", "--format", "jsonl")[1])
    assert found["speaker"] == "Tom Brandt"


def test_a_noted_hash_is_looked_for(run: Run) -> None:
    run("add", "reports/pay.txt")
    status, out, _ = run("verify")
    assert status == 0
    noted = out.partition("Last hash: ")[2].split()[0]
    run("add", "reports")
    assert run("verify", "--noted", noted)[0] == 0
    status, out, _ = run("verify", "--noted", "00" * 32)
    assert status == 1
    assert "not in the chain" in out


def test_people(run: Run) -> None:
    run("add", "reports")
    listed = rows(run("people", "--format", "jsonl")[1])
    assert [row["name"] for row in listed] == ["Brandt", "Tom Brandt"]
    assert "Brandt | " in run("people", "--candidates")[1]
    assert run("merge", "1", "2", "--reason", "the same town")[0] == 0
    assert run("rename", "2", "Thomas Brandt")[0] == 0
    speakers = {row["speaker"] for row in rows(run("search", "--format", "jsonl")[1])}
    assert speakers == {"Thomas Brandt"}
    (found,) = rows(run("search", "dockers", "--format", "jsonl")[1])
    assert run("split", str(found["id"]), "--name", "Another Brandt")[0] == 0
    assert rows(run("search", "dockers", "--format", "jsonl")[1])[0]["speaker"] == "Another Brandt"


def test_searches_are_kept(run: Run) -> None:
    run("add", "reports")
    run("search", "dockers", "--save", "mine")
    assert "dockers" in run("search", "--saved", "mine")[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "x"], "sayso add"),
        (["verify", "--ledger", "none.db"], "none.db"),
        (["add", "reports", "--ledger", "mysql://x/y"], "postgresql"),
        (["add", "reports", "--ledger", "record.txt"], "no ledger"),
    ],
)
def test_a_ledger_that_cannot_be_used_is_one_sentence(
    run: Run, arguments: list[str], told: str
) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert err.count("\n") == 1
    assert told in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["search", "x", "--quantity", "many troops"], "troops > 5,000"),
        (["search", "x", "--sort", "best"], "rank"),
        (["search", "x", "--since", "yesterday"], "2024-10-31"),
        (["search", "NOT x"], "NOT"),
        (["search", "--saved", "none"], "'none'"),
        (["judge", "x", "colour=red"], "speaker"),
        (["judge", "x", "speaker=A", "value=1"], "one thing"),
        (["judge", "0.s1-2", "speaker=A"], "search"),
        (["merge", "1", "1"], "himself"),
        (["undo", "9"], "no judgement 9"),
        (["fill", "x.txt", "outlet=Post"], "no report x.txt"),
        (["fill", "x.txt"], "one thing"),
        (["fill", "x.txt", "published=2024-02-30"], "no day 2024-02-30"),
        (["fill", "x.txt", "speaker=A"], "sayso judge"),
        (["judge", "0.s1-2", "outlet=Post"], "sayso fill"),
        (["verify", "--noted", "x"], "64 digits"),
    ],
)
def test_a_wrong_request_is_one_sentence(run: Run, arguments: list[str], told: str) -> None:
    sayso.Ledger("sayso.db").close()
    status, _, err = run(*arguments)
    assert status == 2
    assert err.count("\n") == 1
    assert told in err


def test_the_ledger_from_python(run: Run) -> None:
    with sayso.Ledger("news.db") as ledger:
        added = ledger.add("reports", "record.txt")
        assert [one.kept for one in added] == ["new", "new", "new"]
        statements = ledger.statements("pay", speaker="Brandt")
        assert [one.outlet for one in statements] == ["The Harbour Ledger"]
        assert list(statements) == list(statements)
        assert statements.to_pandas()["outlet"].tolist() == ["The Harbour Ledger"]
        assert statements.to_polars()["outlet"].to_list() == ["The Harbour Ledger"]
        assert len(list(ledger.readings())) == 3
        assert ledger.verify()
        with pytest.raises(sayso.BadRequestError, match="colour"):
            ledger.statements(colour="red")
