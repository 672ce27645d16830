"""A large import that is killed goes on where it was, while the next rows are made ready aside."""

import datetime
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sayso.ledger import Ledger, Search
from sayso.pipeline import import_each

ROWS = 6_500  # more than three batches
FIRST = 200  # those that are kept while the process beside begins
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
RUN = """
import datetime, sys
from sayso.pipeline import Ledger, import_each
with Ledger(sys.argv[1]) as ledger:
    for one in import_each(ledger, sys.argv[2:], clock=lambda: datetime.datetime.now(datetime.UTC)):
        print(one.name, flush=True)
"""


def row(number: int) -> str:
    quote = {"pre": "Brandt said", "quote": f"The dockers will get {number}", "post": ""}
    url = f"https://example.org/{number}"
    return json.dumps({"date": "2024-11-02T10:00:00Z", "url": url, "lang": "en", "quotes": [quote]})


def killed(ledger: Path, rows: Path, *, seconds: float) -> int:
    """How many rows an import acknowledged before it was killed, so long after its first."""
    run = [sys.executable, "-c", RUN, str(ledger), str(rows)]
    importing = subprocess.Popen(run, stdout=subprocess.PIPE, text=True)
    assert importing.stdout is not None
    first = importing.stdout.readline()
    time.sleep(seconds)
    importing.send_signal(signal.SIGKILL)
    said = (first + importing.stdout.read()).count("\n")
    importing.stdout.close()
    importing.wait()
    return said


def test_an_import_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    rows, file, chance = tmp_path / "rows.jsonl", tmp_path / "x.db", random.Random(7)
    rows.write_text("\n".join(map(row, range(ROWS))), "utf-8")
    for _ in range(3):
        acknowledged = killed(file, rows, seconds=chance.uniform(0.0, 0.6))
        with Ledger(str(file)) as ledger:
            kept = ledger.count(Search(words="dockers"))
            assert acknowledged
            assert kept >= acknowledged, "an acknowledged row is lost"
            assert kept == ROWS or (kept - FIRST) % 2_000 == 0, "half a batch is there"
    with Ledger(str(file)) as ledger:
        added = list(import_each(ledger, [str(rows)], clock=lambda: NOW))
        assert [one.failure for one in added] == [None] * ROWS
        assert [one.name for one in added] == [f"{rows}!{number + 1}" for number in range(ROWS)]
        assert ledger.count(Search(words="dockers")) == ROWS
        assert all(unchanged for _, unchanged in ledger.verify())
        assert {it.address for it in ledger.find(Search())} == {
            f"https://example.org/{number}" for number in range(ROWS)
        }
