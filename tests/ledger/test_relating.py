"""What a report is laid beside is found without looking at every row that is kept."""

import datetime
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from sayso.ledger import Ledger, beside, pending_readings, readings_within, told_nearby
from tests.ledger.factory import DAY, TEXT, add, reading

DAYS = (DAY.isoformat(), (DAY + datetime.timedelta(days=10)).isoformat())
ASKED: dict[str, Callable[[Connection], object]] = {
    "pending": lambda it: pending_readings(it, limit=2),
    "within": lambda it: readings_within(it, DAYS),
    "beside": lambda it: beside(it, ["dockers", "varga"], DAYS, within=readings_within(it, DAYS)),
    "nearby": lambda it: told_nearby(it, [1, 2], DAYS),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_no_query_reads_a_whole_table(
    asked: Callable[[Connection], object], tmp_path: Path
) -> None:
    with Ledger(str(tmp_path / "ledger.db")) as ledger:
        add(ledger, reading(TEXT))
        with ledger.seen() as connection:
            plans = list(_plans(connection, asked))
    assert plans
    # A row of nothing, and what one query has just found.
    read = [it for it in plans if it.startswith("SCAN") and it.split()[1] not in {"CONSTANT", "t"}]
    assert not read
    assert not [it for it in plans if "AUTOMATIC" in it]


def _plans(connection: Connection, asked: Callable[[Connection], object]) -> list[str]:
    """How SQLite goes about each query that is asked."""
    queries: list[tuple[str, Any]] = []
    note = lambda *given: queries.append((given[2], given[3]))
    event.listen(connection, "before_cursor_execute", note)
    asked(connection)
    event.remove(connection, "before_cursor_execute", note)
    explained = (
        connection.exec_driver_sql(f"explain query plan {query}", values)
        for query, values in queries
    )
    return [row[3] for row in chain.from_iterable(explained)]


def test_reports_are_found_by_their_days(tmp_path: Path) -> None:
    days = [DAY, DAY + datetime.timedelta(days=5), DAY + datetime.timedelta(days=30), None]
    with Ledger(str(tmp_path / "ledger.db")) as ledger:
        for at, day in enumerate(days):
            add(ledger, reading(f"{TEXT} {at}.", published=day), name=str(at))
        with ledger.seen() as connection:
            assert told_nearby(connection, [1], DAYS) == [1, 2, 4]
            within = readings_within(connection, DAYS)
    assert within == {"first": 1, "last": 2, "undated": 4, "last_undated": 4}
