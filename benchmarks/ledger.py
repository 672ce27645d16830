"""How fast a ledger of a million statements takes them in, and finds them, and how big it is.

`python -m benchmarks.ledger [STATEMENTS [FILE]]`; the words are made up, as frequent as in English.
"""

import datetime
import random
import resource
import statistics
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from benchmarks.made_up import OUTLETS, PER_REPORT, WORDS, MadeUp
from sayso.ledger import Bound, Ledger, Order, Read, Search, keep
from sayso.pipeline import import_each
from sayso.reading import identify
from sayso.records import Mode
from sayso.views.formats import kept_line

__all__ = ["fill", "main"]

_COMMON = 100  # the rank of a word that two or three statements of a hundred have
_NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def main() -> None:
    """Build it, ask it, and print what was measured."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2] if len(sys.argv) > 2 else f"{folder}/made.db")
        made = MadeUp()
        if not path.exists() or path.stat().st_size < 1_000_000:
            _load(path, made, wanted)
        with Ledger(str(path)) as ledger:  # closed once, the file holds what was logged
            print(f"{path.stat().st_size / wanted:,.0f} bytes a statement")
            _add_one(ledger, made)
            _ask(ledger, made)


def fill(path: Path, statements: int) -> str:
    """A ledger of so many made-up statements in a new file; a word that some of them have."""
    made = MadeUp()
    with tempfile.TemporaryDirectory() as folder, Ledger(str(path)) as ledger:
        _import(ledger, _written(Path(folder), made, statements))
    return made.words[_COMMON]


def _load(path: Path, made: MadeUp, wanted: int) -> None:
    """What `sayso import` does with a file of another ledger, once Python and sayso are loaded."""
    with tempfile.TemporaryDirectory() as folder, Ledger(str(path)) as ledger:
        rows = _written(Path(folder), made, wanted)
        started, used = time.perf_counter(), _computed()
        _import(ledger, rows)
        passed = time.perf_counter() - started
        writing, planning = (now - then for now, then in zip(_computed(), used, strict=True))
        size = rows.stat().st_size
    print(
        f"{wanted:,} statements, {size / 1e6:,.0f} MB of JSON lines, read, checked, kept, indexed, "
        f"the index merged, in {passed:,.1f} s: {wanted / passed:,.0f} a second. Computing: "
        f"{writing:,.1f} s in the process that writes ({writing / wanted * 1e6:,.0f} µs a "
        f"statement), {planning:,.1f} s in the one beside it ({planning / wanted * 1e6:,.0f} µs)"
    )


def _written(folder: Path, made: MadeUp, statements: int) -> Path:
    """A file with made-up reports, as `sayso export` writes them."""
    path = folder / "made.jsonl"
    with path.open("wb") as file:
        file.writelines(map(kept_line, made.reports(statements // PER_REPORT)))
    return path


def _import(ledger: Ledger, rows: Path) -> None:
    for one in import_each(ledger, [str(rows)], clock=lambda: _NOW):
        assert one.failure is None, one.failure


def _computed() -> tuple[float, float]:
    """Seconds that this process computed, and those that it began and that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), ended.ru_utime + ended.ru_stime


def _add_one(ledger: Ledger, made: MadeUp) -> None:
    times = []
    for one in made.reports(20, first=time.time_ns()):
        read = Read(reading=one.reading, reader=one.reader, identify=identify)
        started = time.process_time()
        with ledger.batch(now=_NOW, maker="benchmark") as batch:
            keep(batch, one.item, read)
        times.append(time.process_time() - started)
    print(f"one report more: {statistics.median(times) * 1000:,.1f} ms of computing")


def _ask(ledger: Ledger, made: MadeUp) -> None:
    chance = random.Random(5)
    ranks = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000]
    searches = [Search(words=made.words[rank + shift]) for rank in ranks for shift in range(9)]
    for _ in range(60):
        a, b = (made.words[min(int(chance.paretovariate(0.4)), WORDS - 1)] for _ in "ab")
        searches += [
            Search(words=f"{a} {b}"),
            Search(words=f"{a} NOT {b}"),
            Search(words=f'"{a} {b}"'),
            Search(words=a, outlet=chance.choice(OUTLETS), mode=Mode.DIRECT),
            Search(words=a, speaker=chance.choice(made.people)),
            Search(words=a, published=(datetime.date(2020, 1, 1), datetime.date(2020, 3, 1))),
            Search(words=a, order=Order.OLD),
            Search(quantity=Bound(counted="troops", relation=">", figure=Decimal(15_000)), words=a),
        ]
    shown, counted = [], []
    for search in searches:
        started, used = time.perf_counter(), time.process_time()
        list(ledger.find(search, limit=20))
        shown.append((time.process_time() - used, time.perf_counter() - started, search))
        used = time.process_time()
        ledger.count(search)
        counted.append(time.process_time() - used)
    _tell("first 20, computing", [one[0] for one in shown])
    _tell("first 20, on the clock", [one[1] for one in shown])
    _tell("counting, computing", counted)
    for slow in sorted(shown, key=lambda one: -one[0])[:3]:
        print(f"slowest: {slow[0] * 1000:,.0f} ms {slow[2]}")


def _tell(what: str, times: list[float]) -> None:
    quantiles = statistics.quantiles(times, n=100)
    print(
        f"{what}: median {quantiles[49] * 1000:,.1f} ms, 95th percentile "
        f"{quantiles[94] * 1000:,.1f} ms, {len(times)} searches"
    )


if __name__ == "__main__":
    main()
