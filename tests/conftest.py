"""What tests of several folders stand on."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest

from tests.ledger import server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL of our own, without a database."""
    if not server.available():
        pytest.skip("PostgreSQL is not installed here")
    with server.running() as address:
        yield address


@pytest.fixture(scope="session")
def database(postgres: str) -> Callable[[], str]:
    """Begins an empty database; its address."""
    import psycopg

    def begin() -> str:
        name = f"ledger_{uuid4().hex}"
        with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
            connection.execute(f"create database {name}".encode())
        return f"{postgres}/{name}"

    return begin
