"""A large import, planned in a process beside the one that writes, gives what one alone gives."""

import datetime
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Decision, Kept, Ledger, Plan, Search, judge_passage
from sayso.ledger.schema import TABLES
from sayso.pipeline import Added, import_each
from sayso.pipeline.ahead import Ahead
from sayso.pipeline.exchanging import find_kept
from sayso.pipeline.lots import lots_of
from sayso.pipeline.planner import Go
from sayso.records import JudgementKind
from sayso.views.formats import kept_line
from tests.ledger.factory import DAY, NOW, TEXT, add, identify, reading

LOT = 2_000
PROCESSES = Path("/proc")
# As somebody's script who does not look whether it is the main one.
SCRIPT = """
import datetime, sys
from sayso.pipeline import Ledger, import_each
print("begun", flush=True)
with Ledger(sys.argv[1]) as ledger:
    for one in import_each(ledger, sys.argv[2:], clock=lambda: datetime.datetime.now(datetime.UTC)):
        print(one.name, flush=True)
"""


def row(number: int, words: str = "The dockers will get") -> bytes:
    quote = {"pre": "Brandt said", "quote": f"{words} {number}", "post": ""}
    url = f"https://example.org/{number}"
    day = (DAY + datetime.timedelta(days=number % 40)).isoformat()
    return json.dumps({"date": day, "url": url, "lang": "en", "quotes": [quote]}).encode()


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Rows of four lots: new, bad, known, changed, judged, and people who come again and again."""
    rows = [row(number) for number in range(3 * LOT + 500)]
    for at in range(7, len(rows), 500):
        rows[at] = b'{"url": "https://example.org/", "quotes": []}'
    for at in range(LOT, len(rows), 90):  # as it was in the lot before, or changed since
        rows[at] = row(at - LOT + 1)
        rows[at + 1] = row(at - 300, "No dockers will get")
        rows[at + 2] = row(at - 300, "Some dockers will get")
    others = held_elsewhere(tmp_path / "elsewhere.db")
    for at, line in zip(range(50, len(rows), 171), others * 3, strict=False):
        rows[at] = line
    path = tmp_path / "mixed.jsonl"
    path.write_bytes(b"\n".join(line.strip() for line in rows))
    return path


def held_elsewhere(path: Path) -> list[bytes]:
    """Lines of reports with people in offices; the last one's speaker was corrected."""
    names = ("Ilse Varga", "Varga", "Tom Brandt", "Ana Fell")
    with Ledger(str(path)) as ledger:
        for number in range(16):
            one = reading(f"{TEXT} {number}", url=f"https://example.net/{number}")
            who = replace(one.people[0], name=names[number % 4], affiliation="Tarnwick")
            add(ledger, replace(one, people=(who,)), name=f"file {number}")
        decision = Decision(kind=JudgementKind.SPEAKER, made_by="ana", change={"speaker": "Jo Roe"})
        with ledger.batch(now=NOW, maker="test") as batch:
            mention = reading(f"{TEXT} 15").statements[0].id
            judge_passage(batch, mention, decision, identify=identify)
        lines = [kept_line(one) for one in find_kept(ledger, Search())]
        return sorted(lines, key=lambda line: b'"made_by"' in line)


@pytest.fixture(params=["sqlite", "postgresql"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Begins a ledger of each kind; its address."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{time.time_ns()}.db")
    database: Callable[[], str] = request.getfixturevalue("database")
    return database


def imported(ledger: Ledger, *files: Path) -> list[Added]:
    return list(import_each(ledger, [str(file) for file in files], clock=lambda: NOW))


def all_of(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with ledger.seen() as connection:
        found = {
            table: connection.exec_driver_sql(f'select * from "{table}"').all() for table in TABLES
        }
    return {table: sorted(map(tuple, rows), key=repr) for table, rows in found.items()}


def begun_here() -> Iterator[int]:
    """The processes of this one that plan."""
    for folder in PROCESSES.iterdir():
        with suppress(OSError):
            if folder.name.isdigit() and b"answer_lots" in (folder / "cmdline").read_bytes():
                parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                if int(parent) == os.getpid():
                    yield int(folder.name)


def test_two_processes_keep_what_one_keeps(
    begin: Callable[[], str], mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger(begin()) as two, Ledger(begin()) as one:
        added = imported(two, mixed)
        monkeypatch.setattr(sys, "executable", "")  # none can be begun any more
        assert imported(one, mixed) == added
        assert all_of(two) == all_of(one)
        assert all(unchanged for _, unchanged in two.verify())
        kinds = {it.kept for it in added}
        assert kinds == {Kept.NEW, Kept.VERSION, Kept.SAME, None}, "the rows do not tell"
        assert all_of(two)["judgement"]
        assert {it.kept for it in imported(two, mixed)} >= {Kept.SAME}
        assert all_of(two)["batch"] != [], "again"


def test_lots_are_planned_before_the_one_before_is_written(
    tmp_path: Path, mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two, one = Ledger(str(tmp_path / "two.db")), Ledger(str(tmp_path / "one.db"))
    waiting: list[Plan] = []
    ahead_of = 0
    with two, one, Ahead(two.address) as ahead:
        for lot in lots_of([str(mixed)]):
            ahead.hand(lot)
            ahead.go(Go(now=NOW, afresh=not waiting))
            planned = ahead.take()
            assert planned is not None
            ahead_of += len(waiting)
            waiting.append(planned.plan)
            while len(waiting) > 1 or (waiting and waiting[0].decides):
                assert two.write(waiting.pop(0), ahead=lambda: None)
        for plan in waiting:
            assert two.write(plan, ahead=lambda: None)
        monkeypatch.setattr(sys, "executable", "")  # none can be begun any more
        imported(one, mixed)
        assert all_of(two) == all_of(one)
    assert ahead_of > 1, "all of them decide, which tells nothing"


def test_what_was_planned_fits_no_more_once_somebody_adds(
    begin: Callable[[], str], mixed: Path
) -> None:
    address = begin()
    with Ledger(address) as ledger, Ahead(ledger.address) as ahead:
        ahead.hand(next(lots_of([str(mixed)])))
        ahead.go(Go(now=NOW, afresh=True))
        planned = ahead.take()
        assert planned is not None
        add(ledger, reading(f"{TEXT} And so on."), name="from elsewhere")
        before = all_of(ledger)
        assert not ledger.write(planned.plan, ahead=pytest.fail)
        assert all_of(ledger) == before


def test_somebody_else_adds_meanwhile(begin: Callable[[], str], mixed: Path) -> None:
    address = begin()
    with Ledger(address) as ledger, Ledger(address) as other:
        names = []
        for number, one in enumerate(import_each(ledger, [str(mixed)], clock=lambda: NOW)):
            names.append(one.name)
            if number % LOT == LOT // 2 and number < 2 * LOT:
                add(other, reading(f"{TEXT} {number}"), name=f"from elsewhere {number}")
        assert names == [f"{mixed}!{number + 1}" for number in range(3 * LOT + 500)]
        assert all(unchanged for _, unchanged in ledger.verify())
        addresses = [row[2] for row in all_of(ledger)["report"]]
        assert {f"from elsewhere {LOT // 2}", f"from elsewhere {LOT * 3 // 2}"} <= {*addresses}


@pytest.mark.skipif(not PROCESSES.exists(), reason="nothing tells which process it is")
@pytest.mark.parametrize("after", [0, LOT], ids=["at first", "while it plans"])
def test_the_process_beside_is_killed(tmp_path: Path, mixed: Path, after: int) -> None:
    with Ledger(str(tmp_path / "x.db")) as killed, Ledger(str(tmp_path / "y.db")) as whole:
        added: list[Added] = []
        for one in import_each(killed, [str(mixed)], clock=lambda: NOW):
            if len(added) == after:
                (pid,) = begun_here()
                os.kill(pid, signal.SIGKILL)
            added.append(one)
        assert added == imported(whole, mixed)
        assert all_of(killed) == all_of(whole)
        assert not [*begun_here()]


def test_a_few_rows_begin_no_process(tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    file.write_bytes(b"\n".join(map(row, range(2 * LOT))))
    with Ledger(str(tmp_path / "x.db")) as ledger:
        for _ in import_each(ledger, [str(file)], clock=lambda: NOW):
            assert not [*begun_here()]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, None], ids=["kill", "^C", "end"])
def test_no_process_outlives_a_script(tmp_path: Path, mixed: Path, how: int | None) -> None:
    """The script runs once, and what it began ends with it, however that comes."""
    script, file = tmp_path / "script.py", tmp_path / "x.db"
    script.write_text(SCRIPT)
    line = [sys.executable, str(script), str(file), str(mixed)]
    run = subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert run.stdout is not None
    said = [run.stdout.readline() for _ in range(LOT + 2)]  # until the process plans
    if how is not None:
        os.killpg(run.pid, how) if how == signal.SIGINT else run.send_signal(how)
    rest, faults = run.communicate(timeout=60)
    for _ in range(200):
        try:
            os.killpg(run.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("a process is left")
    assert (*said, *rest.split()).count("begun\n") == 1
    assert faults.count("Traceback") == (how == signal.SIGINT), faults
    with Ledger(str(file)) as ledger:
        assert all(unchanged for _, unchanged in ledger.verify())
