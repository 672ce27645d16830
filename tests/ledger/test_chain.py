"""Whoever changes a ledger behind our back is found out."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import BadRequestError
from sayso.ledger import Ledger
from tests.ledger.factory import TEXT, add, reading

FORGED = zlib.compress(TEXT.replace("4,200", "42,00").encode()).hex()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with Ledger(str(path)) as ledger:
        for number in range(3):
            add(ledger, reading(f"{TEXT} {number}"), name=str(number))
    return path


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (f"update packed_version set body = x'{FORGED}' where id = 2", [2]),
        ("update packed_quantity set value = 42000 where reading = 1", [1]),
        ("update packed_statement set said_latest = null where reading = 3", [3]),
        ("update packed_claim set rest = null where reading = 3", [3]),
        ("delete from packed_time where reading = 2", [2]),
        ("insert into confirmed values (1, 2, 1, 'x')", [2]),
        ("update batch set made_at = '2020-01-01' where id = 2", [2]),
        ("update batch set hash = x'00' where id = 1", [1, 2]),
    ],
)
def test_a_change_breaks_the_chain(file: Path, change: str, broken: list[int]) -> None:
    with closing(sqlite3.connect(file)) as forger:
        names = forger.execute("select name from sqlite_master where type = 'trigger'").fetchall()
        for (name,) in names:
            forger.execute(f"drop trigger {name}")
        forger.execute(change)
        forger.commit()
    with Ledger(str(file)) as ledger:
        assert [number for number, unchanged in ledger.verify() if not unchanged] == broken


def test_batches_that_were_not_changed_are_whole(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        assert list(ledger.verify()) == [(1, True), (2, True), (3, True)]


def test_a_noted_hash_is_found_while_the_chain_is_the_same(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        noted = ledger.last_hash()
        add(ledger, reading(f"{TEXT} 9"), name="9")
        assert ledger.batch_of(noted) == 3
        assert ledger.batch_of(ledger.last_hash()) == 4
        assert ledger.batch_of("00" * 32) is None
        with pytest.raises(BadRequestError, match="64 digits"):
            ledger.batch_of("no hash")
