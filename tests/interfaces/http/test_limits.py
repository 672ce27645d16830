"""How much and how often a program may ask."""

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sayso.interfaces.http import Limits, programs_app
from sayso.interfaces.http.limits import Bucket, Paced, Rate
from sayso.pipeline import Ledger
from tests.interfaces.conftest import now


@pytest.fixture
def strict(kept: Path) -> Iterator[str]:
    """A server that takes 1,000 bytes, and five requests at once."""
    with Ledger(str(kept)) as ledger:
        limits = Limits(size=1000, asking=Rate(at_once=5, each_second=0.001))
        app = programs_app(ledger, clock=now, limits=limits)
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_who_asks_too_often_is_told_how_long_to_wait(strict: str) -> None:
    found = [httpx.get(f"{strict}/people") for _ in range(6)]
    assert [one.status_code for one in found] == [200] * 5 + [429]
    assert int(found[-1].headers["retry-after"]) > 900
    assert found[-1].json()["title"] == "Too Many Requests"


@pytest.mark.parametrize("piece", [1001, 400], ids=["with a length", "without"])
def test_too_much_is_refused(strict: str, piece: int) -> None:
    whole = b"x" * 1001
    pieces = (whole[at : at + piece] for at in range(0, len(whole), piece))
    answer = httpx.post(f"{strict}/read", content=whole if piece > 1000 else pieces)
    assert answer.status_code == 413
    assert "1,000 bytes" in answer.json()["detail"]


def test_just_enough_is_taken(strict: str) -> None:
    text = ("Tom Brandt said that it rained. " * 40)[:1000]
    headers = {"content-type": "text/plain"}
    assert httpx.post(f"{strict}/read", content=text, headers=headers).status_code == 200


def test_a_bucket_fills_again_for_each_client_alone() -> None:
    seconds = [0.0]
    bucket = Bucket(Rate(at_once=2, each_second=0.5), clock=lambda: seconds[0])
    assert [bucket.wait("ana"), bucket.wait("ana"), bucket.wait("ana")] == [0, 0, 2]
    assert bucket.wait("ben") == 0
    seconds[0] = 2.0
    assert [bucket.wait("ana"), bucket.wait("ana")] == [0, 2]


def test_a_token_that_writes_too_often_has_to_wait() -> None:
    written: list[str] = []

    async def keeping(scope: Scope, receive: Receive, send: Send) -> None:
        written.append(Headers(scope=scope)["authorization"])
        await Response(status_code=201)(scope, receive, send)

    limits = Limits(writing=Rate(at_once=2, each_second=0.001))
    transport = httpx.ASGITransport(app=Paced(keeping, limits=limits))

    async def ask(token: str, method: str, path: str) -> int:
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            headers = {"authorization": f"Bearer {token}"}
            return (await client.request(method, path, headers=headers)).status_code

    def asked(token: str, method: str = "POST", path: str = "/reports") -> int:
        return asyncio.run(ask(token, method, path))

    assert [asked("ana") for _ in range(3)] == [201, 201, 429]
    assert asked("ben") == 201
    assert asked("ana", "GET") == 201
    assert asked("ana", "POST", "/check") == 201  # it writes nothing
    assert len(written) == 5
