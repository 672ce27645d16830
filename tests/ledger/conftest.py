from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.ledger.factory import add, reading


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be begun, of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    begin: Callable[[], str] = request.getfixturevalue("database")
    return begin()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """An empty ledger of each kind."""
    with Ledger(address) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in which a ledger of one report was closed."""
    path = tmp_path / "ledger.db"
    with Ledger(str(path)) as ledger:
        add(ledger, reading())
    return path
