"""A PostgreSQL of our own in a temporary folder, for as long as the tests run."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BINARIES = max(
    Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/usr/lib/postgresql/15/bin")
)


def available() -> bool:
    """Whether Debian's package is there, and a user other than root to run it as."""
    return (BINARIES / "initdb").exists() and (os.geteuid() != 0 or bool(shutil.which("setpriv")))


@contextmanager
def running() -> Iterator[str]:
    """The address of a server on this machine, gone with its data at the end."""
    port = _free_port()
    # Not one of pytest's folders: they are closed to the other user that PostgreSQL wants.
    with tempfile.TemporaryDirectory(prefix="sayso-postgres-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody", "nogroup")
        data = f"{folder}/data"
        _run("initdb", "-D", data, "-U", "sayso", "-A", "trust", "-N", "--locale=C", "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        _run("pg_ctl", "-D", data, "-w", "-o", options, "-l", f"{folder}/log", "start")
        try:
            yield f"postgresql://sayso@127.0.0.1:{port}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(command: str, *arguments: str) -> None:
    other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    line = [*(other if os.geteuid() == 0 else []), str(BINARIES / command), *arguments]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
