"""Fifty clients at once for a minute: how many are served, how quickly, and whether any is lost.

`python -m benchmarks.clients [SECONDS [CLIENTS]]`; every tenth writes, all others read.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import httpx

__all__ = ["Load", "loaded", "main"]

_EXAMPLES = Path(__file__).parents[1] / "examples"
_PATHS = ("/api/v1/search?words=troops", "/", "/api/v1/people", "/search?words=troops", "/reports")
_PLAIN = {"content-type": "text/plain"}


class Load:
    """What the clients of one server ask, and what becomes of it."""

    def __init__(self, site: str, token: str, seconds: float) -> None:
        self.site = site
        self.headers = {"authorization": f"Bearer {token}"}
        self.seconds = seconds
        self.times: list[float] = []
        self.answers: Counter[str] = Counter()
        self.kept: set[str] = set()

    def run(self, number: int) -> None:
        """One client, until its time is over."""
        with httpx.Client(base_url=self.site, headers=self.headers, timeout=120) as client:
            turn, until = 0, time.monotonic() + self.seconds
            while time.monotonic() < until:
                turn += 1
                started = time.monotonic()
                try:
                    answer = self._ask(client, number, turn)
                except httpx.TransportError as error:
                    self.answers[f"lost: {type(error).__name__}"] += 1
                    continue
                self.times.append(time.monotonic() - started)
                self.answers[str(answer.status_code)] += 1

    def _ask(self, client: httpx.Client, number: int, turn: int) -> httpx.Response:
        if number % 10:
            return client.get(_PATHS[(number + turn) % len(_PATHS)])
        text = f"Nora Lind said on Monday that ferry {number * 10_000 + turn} sank."
        answer = client.post("/api/v1/reports", content=text, headers=_PLAIN)
        if answer.status_code == 201:
            self.kept.add(answer.json()["items"][0]["text"])
        return answer


def main() -> None:
    """Serve a ledger of the examples, load it, and print what was seen."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/news.db"
        _sayso("add", str(_EXAMPLES / "two-plus-two" / "0*.txt"), "--ledger", ledger)
        token = _sayso(
            "token", "make", "load", "--scope", "write", "--by", "ana", "--ledger", ledger
        )
        command = [sys.executable, "-m", "sayso", "serve", ledger, "--port", "0", "--by", "ana"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout is not None
            found = re.search(r"http://[\d.:]+", server.stdout.readline())
            assert found is not None
            load = Load(found[0], token.strip(), seconds)
            _tell(load, loaded(load, count))
            server.terminate()


def loaded(load: Load, count: int) -> int:
    """Run the clients; how many of the reports that were acknowledged are there."""
    clients = [threading.Thread(target=load.run, args=[number]) for number in range(count)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    with httpx.Client(base_url=load.site, timeout=120) as asking:
        found = [asking.get(f"/api/v1/report/{text}").status_code for text in load.kept]
    return found.count(200)


def _tell(load: Load, there: int) -> None:
    times = statistics.quantiles(load.times, n=100)
    print(f"{sum(load.answers.values()):,} requests: {dict(load.answers)}")
    print(f"median {times[49] * 1000:,.0f} ms, 95th percentile {times[94] * 1000:,.0f} ms")
    print(f"{there} of {len(load.kept)} acknowledged reports are there")


def _sayso(*arguments: str) -> str:
    command = [sys.executable, "-m", "sayso", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
