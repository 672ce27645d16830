"""How long each page of a ledger of a million statements takes, and the first of a new server.

`python -m benchmarks.pages [FILE [STATEMENTS]]`; a file that is there is asked as it is.
"""

import asyncio
import datetime
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
from fastapi import FastAPI
from sqlalchemy import text

from benchmarks.ledger import fill
from benchmarks.run import processor_time, run_sayso, served
from benchmarks.stages import Row
from sayso.interfaces.web import Desk, web_app
from sayso.interfaces.web.serving import prepare
from sayso.interfaces.web.tray import Tray
from sayso.ledger import Batch, Ledger, Search
from sayso.records import Entry

__all__ = ["main", "page_rows", "start_rows"]

_STATEMENTS = 1_000_000
_TELLING = 10  # reports of a story
_SAID = 5  # utterances of a story
_AT_ONCE = 200  # stories that are kept together
_TIMES = 6
_PAUSE, _IDLE = 0.2, 0.005  # seconds, and how few of them nothing is worked out in
_LEAST = 0.05  # seconds beside a page that are told
_STARTS = 5
_AIM = "100 ms"
_NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def page_rows(
    file: Path | None = None, wanted: int = _STATEMENTS
) -> Iterator[tuple[str, str, str]]:
    """Processor time of each page: of the first call, and the median of those after it.

    Where something is worked out beside the first and comes later, what that took.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = file or Path(folder) / "made.db"
        if not path.exists():
            fill(path, wanted)
            with Ledger(str(path)) as ledger:
                _lay_beside(ledger)
        with Ledger(str(path)) as ledger:
            yield from _measured(ledger)


def start_rows(example: Path) -> Iterator[Row]:
    """From the command to the first page of a ledger of the example."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "example.db"
        run_sayso("add", *sorted(example.glob("[0-9]*")), "--ledger", file)
        _started(file)  # so that Python has kept what it compiled
        starts = [_started(file) for _ in range(_STARTS)]
    seconds, computing = (min(column) for column in zip(*starts, strict=True))
    what = f"`sayso serve` of the example until its first page is there, best of {_STARTS}"
    yield what, f"{seconds:.2f} s, {computing:.2f} s of it computing", "≤ 2 s"


def _started(file: Path) -> tuple[float, float]:
    """Seconds until the first page is there: on the clock, and of the processor."""
    began = time.perf_counter()
    with served(file) as (address, child):
        httpx.get(address, timeout=60).raise_for_status()
        return time.perf_counter() - began, processor_time(child)


def _measured(ledger: Ledger) -> Iterator[Row]:
    tray = Tray(ledger, clock=_clock)
    app = web_app(Desk(ledger=ledger, user="ana", clock=_clock, tray=tray))
    entry = next(iter(ledger.find(Search(), limit=1)))
    prepare(app)  # what a server does once its first page is up, and no page, like the next
    _called(app, "/about")
    for name, address in _addresses(entry).items():
        first, beside = _called(app, address), _worked()
        later = statistics.median(_called(app, address) for _ in range(_TIMES))
        told = f"{beside:,.1f} s beside it, " if beside > _LEAST else ""
        told = f"{first * 1000:,.0f} ms, {told}then {later * 1000:,.0f} ms"
        yield f"page: {name}, processor time", told, _AIM


def _worked() -> float:
    """Seconds of the processor that what was left to be worked out takes until it ends."""
    started = before = time.process_time()
    while True:
        time.sleep(_PAUSE)
        now = time.process_time()
        if now - before < _IDLE:
            return now - started
        before = now


def _addresses(entry: Entry) -> dict[str, str]:
    word = entry.words.split()[3]
    return {
        "home": "/",
        "stories": "/stories",
        "a story": "/story/7",
        "a report": f"/report/{entry.report}",
        "a statement": f"/statement/{entry.id}",
        "search, everything": "/search",
        "search, a word": f"/search?words={word}",
        "search, a word, page 20": f"/search?words={word}&page=20",
        "people": "/people",
        "a person": "/person/5",
        "corrections": "/corrections",
        "series of a story": "/series?story=7",
        "forecasts": "/forecasts",
        "contradictions": "/contradictions",
        "timeline of a story": "/timeline?story=7",
        "map": "/map",
    }


def _called(app: FastAPI, address: str) -> float:
    """Seconds of processor time of one request; an answer that is no page ends it all."""

    async def ask() -> int:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return (await client.get(address)).status_code

    started = time.process_time()
    status = asyncio.run(ask())
    used = time.process_time() - started
    if status not in {200, 202}:
        raise RuntimeError(f"{address} was answered with {status}.")
    return used


def _clock() -> datetime.datetime:
    return _NOW


def _lay_beside(ledger: Ledger) -> None:
    """Stories of ten reports by their days; words that were drawn by lot would give none."""
    with ledger.seen() as connection:
        query = "select r.id, r.first from reading r join version v on v.id = r.version"
        rows = connection.execute(text(f"{query} order by v.published, r.id")).all()
    stories = [rows[at : at + _TELLING] for at in range(0, len(rows), _TELLING)]
    for at in range(0, len(stories), _AT_ONCE):
        with ledger.batch(now=_NOW, maker="benchmark") as batch:
            for number, told in enumerate(stories[at : at + _AT_ONCE], at):
                _keep_story(batch, number, [(int(it), int(first)) for it, first in told])


def _keep_story(batch: Batch, number: int, told: Sequence[tuple[int, int]]) -> None:
    story = batch.add("story", {})
    for reading, _ in told:
        batch.add("belonging", {"reading": reading, "story": story})
    for at in range(_SAID):
        utterance, reference = number * _SAID + at + 1, told[0][1] + at
        for _, first in told:
            row = {"statement": first + at, "utterance": utterance, "reference": reference}
            batch.add("rendering", {**row, "verdict": None, "drift": None})
        said = {"speaker": "Doe", "said_earliest": None, "said_latest": None}
        keys = {"number": utterance, "reference": reference, "key": f"k{utterance}"}
        batch.add("utterance", {**said, **keys})


def main() -> None:
    """Print what was measured."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else _STATEMENTS
    for name, figure, aim in page_rows(file, wanted):
        print(f"{name}: {figure} (aim {aim})")


if __name__ == "__main__":
    main()
