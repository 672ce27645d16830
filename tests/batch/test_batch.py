"""`sayso batch` and `sayso query` end to end: the same rows whoever reads them."""

import csv
import io
import json
import subprocess
from pathlib import Path

import fsspec
import pytest

import sayso
from sayso.batch import Job, State, ask, read_batch
from sayso.batch.folder import Folder
from sayso.batch.schema import TABLES
from sayso.errors import BadRequestError, BatchError, LedgerError
from sayso.pipeline import read_text
from tests.batch import corpus, readers
from tests.batch.running import command, tables


def test_what_is_read_and_what_is_not_is_told(told: subprocess.CompletedProcess[str]) -> None:
    assert told.returncode == 2
    assert told.stdout.startswith("7 read, 2 there already, 2 failed;")
    empty, cut = sorted(told.stderr.splitlines(), key=lambda line: "cut.warc" in line)
    assert "empty.txt is empty" in empty
    assert "cut.warc.gz" in cut


def test_every_row_is_there_once(out: str) -> None:
    found = tables(out)
    assert [len(found[name]) for name in ("reports", "documents", "failures")] == [7, 9, 2]
    for name in TABLES:
        assert len({repr(row) for row in found[name]}) == len(found[name])


def test_rows_are_those_of_a_reading(out: str) -> None:
    reading = read_text(corpus.PAY)
    (statement,) = reading.statements
    with ask(
        "select s.content_words, s.content, p.name, q.value, q.relation, r.published::varchar "
        "from statements s join people p on p.document = s.document and p.id = s.speaker "
        "join quantities q on q.document = s.document and q.statement = s.id "
        f"join reports r on r.document = s.document where s.id = '{statement.id}' "
        "and title = 'Pay'",
        [out],
    ) as answer:
        (row,) = answer.rows
    (span,) = statement.content
    words = span.of(reading.report.text)
    assert row == (words, [[*span]], "Tom Brandt", 8000.0, "exact", "2024-11-01")


def test_other_workers_give_the_same_rows(source: Path, out: str, tmp_path: Path) -> None:
    job = Job(sources=(str(source),), workers=3, part=1)
    list(read_batch(job, str(tmp_path / "out")))
    assert tables(str(tmp_path / "out")) == tables(out)


def test_a_second_run_reads_nothing_again(source: Path, out: str) -> None:
    before = tables(out)
    states = [found.state for found in read_batch(Job(sources=(str(source),)), out)]
    assert sorted(states) == [State.FAILED] * 2 + [State.SAME] * 9
    assert tables(out) == before


def test_a_list_of_sources(source: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(f"{source}/pay.txt\n\n{source}/packed.txt.gz\n")
    job = Job(sources=(f"@{tmp_path}/list.txt",), prepare=readers.slow)
    assert len(list(read_batch(job, str(tmp_path / "out")))) == 2


def test_storage_is_read_and_written_by_its_address() -> None:
    files = fsspec.filesystem("memory")
    files.pipe({"/news/a.txt": b"Report one.", "/news/b.txt": b"Report two."})
    job = Job(sources=("memory://news/",), prepare=readers.slow)
    found = list(read_batch(job, "memory://out"))
    assert [one.name for one in found] == ["memory:///news/a.txt", "memory:///news/b.txt"]
    with ask("select text from reports order by 1", ["memory://out"]) as answer:
        assert [*answer.rows] == [("Report one.",), ("Report two.",)]
    assert {one.state for one in read_batch(job, "memory://out")} == {State.SAME}


def test_no_file_in_storage_is_told() -> None:
    (found,) = read_batch(Job(sources=("memory://none.txt",)), "memory://nothing")
    assert found.state is State.FAILED
    assert "no files" in str(found.failure)


@pytest.mark.parametrize("kind", ["table", "jsonl", "csv"])
def test_answers_in_each_format(out: str, kind: str) -> None:
    sql = "select title, published from reports where title = 'Pay'"
    done = command("query", "--from", out, sql, "--format", kind)
    assert (done.returncode, done.stderr) == (0, "")
    if kind == "jsonl":
        assert json.loads(done.stdout) == {"title": "Pay", "published": "2024-11-01"}
    elif kind == "csv":
        rows = [["title", "published"], ["Pay", "2024-11-01"]]
        assert list(csv.reader(io.StringIO(done.stdout))) == rows
    else:
        assert "2024-11-01" in done.stdout


@pytest.mark.parametrize(
    "sql",
    [
        "copy reports to 'stolen.csv'",
        "create table mine as select 1",
        "drop view reports",
        "set threads = 1",
        "attach 'other.db'",
        "select 1; select 2",
        "select * from read_text('/etc/hostname')",
        "select * from '/etc/hostname'",
        "select * from nothing",
        "select",
        "",
    ],
)
def test_what_is_no_question_is_refused(out: str, sql: str) -> None:
    with pytest.raises(BadRequestError) as told, ask(sql, [out]) as answer:
        list(answer.rows)
    assert "\n" not in str(told.value)


def test_a_ledger_is_asked_as_a_folder_is(tmp_path: Path) -> None:
    (tmp_path / "pay.txt").write_text(corpus.PAY)
    with sayso.Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(tmp_path / "pay.txt")
    with ask("select title, text from reports", [str(tmp_path / "ledger.db")]) as answer:
        (row,) = answer.rows
    assert row[0] == "Pay"
    with ask("select name from people", [str(tmp_path / "ledger.db")]) as answer:
        assert ("Tom Brandt",) in list(answer.rows)


def test_what_cannot_be_asked_is_told(out: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso add"), ask("select 1", [str(tmp_path / "none")]):
        pass
    with pytest.raises(BatchError, match="no folder of sayso batch"), ask("s", [str(tmp_path)]):
        pass
    Folder(str(tmp_path / "old")).begin({})
    (tmp_path / "old" / "batch.json").write_text('{"schema": 0}')
    with (
        pytest.raises(BatchError, match="another version"),
        ask("select 1", [out, str(tmp_path / "old")]),
    ):
        pass
