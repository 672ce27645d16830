"""Ray on two machines, one of which is cut off in the middle.

They are two network namespaces of this one, which takes root and some minutes: `make nodes`.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from sayso.batch import Job, read_batch
from sayso.batch.folder import Folder
from tests.batch import readers

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).with_name("driver.py")
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "RAY_AUTH_MODE": "disabled",  # nobody else is in these networks
}
HEAD, OTHER, PORT = "10.77.31.1", "10.77.31.2", 6399
REPORTS = 200

pytestmark = pytest.mark.skipif(
    "SAYSO_NODES" not in os.environ or os.geteuid() != 0 or not shutil.which("ip"),
    reason="takes root and some minutes: make nodes",
)


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)


def inside(space: str, *command: str) -> Sequence[str]:
    return ["ip", "netns", "exec", space, *command]


@pytest.fixture
def spaces() -> Iterator[tuple[str, str]]:
    """Two network namespaces, each with one end of a cable."""
    names = ("sayso-head", "sayso-other")
    for name in names:
        ip("netns", "add", name)
    ip("link", "add", "sayso0", "type", "veth", "peer", "name", "sayso1")
    for name, end, address in zip(names, ("sayso0", "sayso1"), (HEAD, OTHER), strict=True):
        ip("link", "set", end, "netns", name)
        ip("-n", name, "address", "add", f"{address}/24", "dev", end)
        ip("-n", name, "link", "set", end, "up")
        ip("-n", name, "link", "set", "lo", "up")
    yield names
    for name in names:
        for pid in subprocess.run(
            ["ip", "netns", "pids", name], capture_output=True, text=True, check=True
        ).stdout.split():
            os.kill(int(pid), signal.SIGKILL)
        ip("netns", "delete", name)


@pytest.fixture
def cluster(spaces: tuple[str, str], tmp_path: Path) -> str:
    """A Ray cluster of a node in each."""
    ray = str(Path(sys.executable).with_name("ray"))
    ray = ray if Path(ray).exists() else str(shutil.which("ray"))
    head = (f"--node-ip-address={HEAD}", "--head", f"--port={PORT}", "--include-dashboard=false")
    other = (f"--node-ip-address={OTHER}", f"--address={HEAD}:{PORT}")
    for number, (space, how) in enumerate(zip(spaces, (head, other), strict=True)):
        size = ("--num-cpus=2", "--object-store-memory=100000000")
        where = (f"--temp-dir={tmp_path}/ray{number}",) if how is head else ()
        command = inside(space, ray, "start", *how, *size, *where, "--disable-usage-stats")
        subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return f"{HEAD}:{PORT}"


def test_a_machine_that_is_cut_off_costs_nothing(
    spaces: tuple[str, str], cluster: str, tmp_path: Path
) -> None:
    source, out = tmp_path / "news", tmp_path / "out"
    source.mkdir()
    for number in range(REPORTS):
        (source / f"{number:03}.txt").write_text(f"Report {number}.")
    driver = subprocess.Popen(
        inside(spaces[0], sys.executable, str(DRIVER), str(source), str(out), "ray", cluster),
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert driver.stdout is not None
    for _ in range(20):
        assert driver.stdout.readline(), driver.stderr and driver.stderr.read()
    ip("-n", spaces[1], "link", "set", "sayso1", "down")
    _, told = driver.communicate(timeout=900)
    if driver.returncode:  # then it is one sentence, and the same command goes on
        assert "same command again" in told.splitlines()[-1]
        list(read_batch(Job(sources=(str(source),), prepare=readers.slow), str(out)))
    texts = [text for (text,) in Folder(str(out)).column("reports", "text")]
    assert sorted(texts) == sorted(f"Report {number}." for number in range(REPORTS))
