"""A folder that a batch filled, and a Ray cluster of this machine; each is made once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest

from tests.batch import corpus
from tests.batch.running import command

_TRIES = 3
_PATIENCE = 120.0  # seconds for one try
_VARIABLES = {
    **os.environ,
    "RAY_AUTH_MODE": "disabled",
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S": "0",
    "RAY_worker_niceness": "0",  # else workers wait for all else on a busy machine
}


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus.lay(tmp_path_factory.mktemp("batch") / "news")


@pytest.fixture(scope="session")
def told(source: Path) -> subprocess.CompletedProcess[str]:
    out = source.parent / "out"
    return command("batch", str(source), "--out", str(out), "--workers", "1")


@pytest.fixture(scope="session")
def out(source: Path, told: subprocess.CompletedProcess[str]) -> str:
    return str(source.parent / "out")


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Ray cluster.

    Ray gives each of its processes 15 seconds to begin (ray-project/ray#65983), which a busy
    machine may not keep; so it is begun anew a few times.
    """
    for number in range(_TRIES):
        log = tmp_path_factory.mktemp("ray") / f"{number}.log"
        address, begun = _begun(log)
        if _runs(begun, log):
            yield address
            _end(begun)
            return
        _end(begun)
    pytest.skip(f"Ray's own processes did not begin within 15 seconds, in {_TRIES} tries")


def _begun(log: Path) -> tuple[str, subprocess.Popen[bytes]]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--num-cpus", "4", "--object-store-memory", "100000000", "--disable-usage-stats"]
    line = [sys.executable, "-m", "ray.scripts.scripts", "start", "--head", "--block"]
    with log.open("wb") as output:
        begun = subprocess.Popen(
            [*line, "--port", str(port), "--include-dashboard", "false", *options],
            stdout=output,
            stderr=output,
            env=_VARIABLES,
            process_group=0,
        )
    return f"127.0.0.1:{port}", begun


def _runs(begun: subprocess.Popen[bytes], log: Path) -> bool:
    until = time.monotonic() + _PATIENCE
    while begun.poll() is None and time.monotonic() < until:
        if "Ray runtime started" in log.read_text("utf-8"):
            return True
        time.sleep(0.2)
    return False


def _end(begun: subprocess.Popen[bytes]) -> None:
    begun.send_signal(signal.SIGTERM)
    try:
        begun.wait(30)
    except subprocess.TimeoutExpired:
        begun.kill()
        begun.wait()
    try:
        os.killpg(begun.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
