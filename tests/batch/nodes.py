"""Ray nodes that are begun and ended: on this machine, or each behind a network of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket

import pytest

_TRIES = 3
_PATIENCE = 120.0  # seconds for one try
OPEN = {
    "RAY_AUTH_MODE": "disabled",
    "RAY_grpc_client_keepalive_time_ms": "5000",  # who answers nothing is given up after seconds
    "RAY_grpc_client_keepalive_timeout_ms": "5000",
}
"""What who joins a cluster of these has in its environment."""
_VARIABLES = {
    **os.environ,
    **OPEN,
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_GRACEFUL_SHUTDOWN_DRAIN_TIMEOUT_S": "0",
    "RAY_worker_niceness": "0",  # else workers wait for all else on a busy machine
    "RAY_health_check_period_ms": "1000",  # who is cut off is given up after seconds
    "RAY_health_check_timeout_ms": "2000",
    "RAY_health_check_failure_threshold": "5",
}
_NODE = [sys.executable, "-m", "ray.scripts.scripts", "start", "--block", "--disable-usage-stats"]
_STORE = ["--object-store-memory", "100000000"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Machines:
    """Two network namespaces with a cable between them."""

    names: tuple[str, str]
    addresses: tuple[str, str]

    def prefix(self, number: int) -> list[str]:
        """What makes a command run on that machine."""
        return ["ip", "netns", "exec", self.names[number]]

    def cut(self) -> None:
        """Pull the cable."""
        _ip("-n", self.names[1], "link", "set", "cable", "down")


@contextmanager
def wired() -> Iterator[Machines]:
    """Two machines of one process table and one disk, which only share a cable."""
    names = (f"sayso-{os.getpid()}-0", f"sayso-{os.getpid()}-1")
    machines = Machines(names=names, addresses=("10.98.76.1", "10.98.76.2"))
    try:
        _wire(machines)
        yield machines
    finally:
        for name in names:
            _take_away(name)


def _wire(machines: Machines) -> None:
    if not shutil.which("ip") or os.geteuid():
        pytest.skip("networks of their own need iproute2 and root")
    one, other = machines.names
    for name in machines.names:
        _ip("netns", "add", name)
    _ip("link", "add", "cable", "netns", one, "type", "veth", "peer", "cable", "netns", other)
    for name, address in zip(machines.names, machines.addresses, strict=True):
        _ip("-n", name, "address", "add", f"{address}/30", "dev", "cable")
        for device in ("lo", "cable"):
            _ip("-n", name, "link", "set", device, "up")


def _take_away(name: str) -> None:
    """End whatever is left on that machine, and the machine."""
    listed = subprocess.run(["ip", "netns", "pids", name], capture_output=True, check=False)
    for process in listed.stdout.split():
        with suppress(ProcessLookupError):
            os.kill(int(process), signal.SIGKILL)
    subprocess.run(["ip", "netns", "delete", name], capture_output=True, check=False)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], capture_output=True, check=True)


def free_port() -> int:
    """A port of this machine that nobody has."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def head(
    address: str, folder: Path, *options: str, within: Sequence[str] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A cluster that answers at the address, begun by the words `within`.

    Ray gives each of its processes 15 seconds to begin (ray-project/ray#65983), which a busy
    machine may not keep; so it is begun anew a few times.
    """
    host, _, port = address.partition(":")
    mine = ["--head", "--port", port, "--include-dashboard", "false", "--node-ip-address", host]
    with _begun([*within, *_NODE, *_STORE, *mine, *options], folder / "head") as begun:
        yield begun


@contextmanager
def node(
    address: str, folder: Path, *options: str, machines: Machines
) -> Iterator[subprocess.Popen[bytes]]:
    """The second machine as a node of the cluster at the address."""
    mine = ["--address", address, "--node-ip-address", machines.addresses[1]]
    line = [*machines.prefix(1), *_NODE, *_STORE, *mine, *options]
    with _begun(line, folder / "node") as begun:
        yield begun


@contextmanager
def _begun(line: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    for number in range(_TRIES):
        told = log.with_suffix(f".{number}")
        with told.open("wb") as out:
            begun = subprocess.Popen(line, stdout=out, stderr=out, env=_VARIABLES, process_group=0)
        try:
            if _runs(begun, told):
                yield begun
                return
        finally:
            _end(begun)
    pytest.skip(f"Ray's own processes did not begin within 15 seconds, in {_TRIES} tries")


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
