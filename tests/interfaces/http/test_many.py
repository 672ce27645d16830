"""Fifty clients at once, reading and writing: none is lost, and nothing that was acknowledged."""

import os
import threading
from pathlib import Path

import httpx

import sayso
from benchmarks.clients import Load, loaded
from sayso.pipeline import Ledger
from tests.interfaces.conftest import client_of, running, token

CLIENTS = 50
PATHS = ("/search?words=strike", "/people", "/reports", "/timeline", "/about")


def ask(site: str, secret: str, number: int, found: list[httpx.Response]) -> None:
    """One client: every tenth writes, all read."""
    with client_of(site, secret) as client:
        if number % 10 == 0:
            text = f"Nora Lind said on Monday that ferry {number} sank."
            headers = {"content-type": "text/plain"}
            found.append(client.post("/reports", content=text, headers=headers))
        found += [client.get(path) for path in PATHS[number % 2 :: 2]]


def test_fifty_clients_at_once_lose_nothing(own_file: Path) -> None:
    found: list[httpx.Response] = []
    with running(own_file) as site:
        secret = token(own_file)
        clients = [
            threading.Thread(target=ask, args=(site, secret, number, found))
            for number in range(CLIENTS)
        ]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
    assert {answer.status_code for answer in found} == {200, 201}
    assert len(found) == 5 + 25 * 3 + 25 * 2
    with sayso.Ledger(own_file) as ledger:
        assert len([*ledger.statements("ferry")]) == 5
    with Ledger(str(own_file)) as kept:
        assert all(whole for _, whole in kept.verify())


def test_fifty_clients_for_a_while_lose_nothing(own_file: Path) -> None:
    """SAYSO_SECONDS says how long; `make load` is a minute."""
    with running(own_file) as site:
        load = Load(site, token(own_file), float(os.environ.get("SAYSO_SECONDS", "2")))
        there = loaded(load, CLIENTS)
    lost = {answer for answer in load.answers if answer.startswith("lost")}
    assert not lost
    assert load.answers.total() >= CLIENTS
    assert {*load.answers} <= {"200", "201", "429"}  # who asks too often is told so
    assert there == len(load.kept) > 0
    with Ledger(str(own_file)) as kept:
        assert all(whole for _, whole in kept.verify())
