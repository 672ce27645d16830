"""A real server over a real ledger, for pages, programs and agents."""

import datetime
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

import sayso
from sayso.interfaces.http import Gate
from sayso.interfaces.web import Desk, web_app
from sayso.interfaces.web.tray import Tray
from sayso.interfaces.web.workbench import Workbench
from sayso.pipeline import Access, Ledger
from sayso.records import TokenScope
from tests.interfaces.web.texts import ODD, OTHER, PAY, RECORD

EXAMPLES = Path(__file__).parents[2] / "examples"
EVENTS = (
    *(f"two-plus-two/{name}.txt" for name in ("01-harbour-ledger", "02-tarnwick-evening-post")),
    *(f"two-plus-two/{name}.txt" for name in ("04-quillmere-post", "08-marlstrand-today")),
    *(f"rate-decision/{name}.txt" for name in ("04-selbury-actuary", "10-linmoor-bulletin")),
)
Serve = Callable[[Path], str]


def now() -> datetime.datetime:
    return datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of four texts: one of them in two versions, one that would take pages over."""
    folder = tmp_path_factory.mktemp("reports")
    ledger_file = tmp_path_factory.mktemp("kept") / "news.db"
    texts = {"other.txt": OTHER, "odd.txt": ODD}
    with sayso.Ledger(ledger_file) as ledger:
        (folder / "pay.txt").write_text(PAY.replace("8,000", "9,000"), "utf-8")
        ledger.add(folder / "pay.txt")
        (folder / "pay.txt").write_text(PAY, "utf-8")
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
        ledger.add(folder)
        (folder / "record.txt").write_text(RECORD, "utf-8")
        ledger.add(folder / "record.txt", record=True)
    return ledger_file


@pytest.fixture(scope="session")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the examples: most reports of two press conferences."""
    ledger_file = tmp_path_factory.mktemp("events") / "events.db"
    with sayso.Ledger(ledger_file) as ledger:
        for report in EVENTS:
            ledger.add(EXAMPLES / report)
    return ledger_file


@contextmanager
def running(
    ledger_file: Path | str, *, guarded: bool = False, patience: float = 30
) -> Iterator[str]:
    """A server; by its patience no test meets a page that waits, but those that mean to."""
    with Ledger(str(ledger_file)) as ledger, Access(str(ledger_file)) as access:
        tray = Tray(ledger, clock=now)
        gate, bench = Gate(access=access, guarded=guarded), Workbench(patience=patience)
        desk = Desk(ledger=ledger, user="ana", clock=now, tray=tray, gate=gate, bench=bench)
        app = web_app(desk)
        config = uvicorn.Config(app, port=0, log_level="error", lifespan="off", ws="none")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a ledger until the test ends; its address."""
    with ExitStack() as stack:
        yield lambda ledger_file: stack.enter_context(running(ledger_file))


@pytest.fixture(scope="session")
def site(kept: Path) -> Iterator[str]:
    """The address of a server whose ledger no test changes."""
    with running(kept) as site:
        yield site


@pytest.fixture(scope="session")
def told(events: Path) -> Iterator[str]:
    """The address of a server over two press conferences that no test changes."""
    with running(events) as site:
        yield site


@pytest.fixture
def own_file(kept: Path, tmp_path: Path) -> Path:
    """A ledger that belongs to this test alone."""
    return Path(shutil.copy(kept, tmp_path / "own.db"))


@pytest.fixture
def own(own_file: Path) -> Iterator[str]:
    """The address of a server whose ledger belongs to this test alone."""
    with running(own_file) as site:
        yield site


@pytest.fixture
def writer(own_file: Path) -> Iterator[httpx.Client]:
    """A program that may write into a ledger of its own, over HTTP."""
    with running(own_file) as site, client_of(site, token(own_file)) as client:
        yield client


def token(
    ledger_file: Path | str, *, scope: TokenScope = TokenScope.WRITE, owner: str = "ben"
) -> str:
    """The secret of a token for that ledger, for years: some servers go by the real clock."""
    with Access(str(ledger_file)) as access:
        return access.tokens.make("desk", scope, owner=owner, now=now(), days=36_500)[1]


def client_of(site: str, secret: str) -> httpx.Client:
    headers = {"authorization": f"Bearer {secret}"}
    return httpx.Client(base_url=f"{site}/api/v1", headers=headers, timeout=60)
