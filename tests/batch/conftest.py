"""A folder that a batch filled, and a Ray cluster of this machine; each is made once."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch import corpus
from tests.batch.nodes import Machines, free_port, head, node, wired
from tests.batch.running import command


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
    """The address of a Ray cluster of one machine."""
    address = f"127.0.0.1:{free_port()}"
    with head(address, tmp_path_factory.mktemp("ray"), "--num-cpus", "4"):
        yield address


@pytest.fixture
def two_machines(tmp_path: Path) -> Iterator[Machines]:
    """A Ray cluster of two machines that see each other over a cable, and no other network."""
    with wired() as machines:
        address = f"{machines.addresses[0]}:6399"
        with (
            head(address, tmp_path, "--num-cpus", "2", within=machines.prefix(0)),
            node(address, tmp_path, "--num-cpus", "2", machines=machines),
        ):
            yield machines
