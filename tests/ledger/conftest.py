from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from sayso.ledger import Ledger
from tests.ledger import server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL of our own, without a database."""
    if not server.available():
        pytest.skip("PostgreSQL is not installed here")
    with server.running() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be begun, of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    import psycopg

    running, name = request.getfixturevalue("postgres"), f"ledger_{uuid4().hex}"
    with psycopg.connect(f"{running}/postgres", autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
    return f"{running}/{name}"


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger of each kind."""
    with Ledger(address) as opened:
        yield opened
