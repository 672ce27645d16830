"""The same on a Ray cluster: nothing is lost or doubled there, whatever is killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from sayso.batch.folder import Folder
from tests.batch.nodes import OPEN, Machines, free_port, head
from tests.batch.running import command, tables

DRIVER = Path(__file__).parent / "driver.py"
LABOURERS = Path(__file__).parent / "labourers.py"
_PATIENCE = 120.0  # seconds for a run
VERSION = """
import json, sys
from ray._raylet import GcsClient
gcs = GcsClient(address=sys.argv[1])
key, space = b"CLUSTER_METADATA", b"cluster"
found = json.loads(gcs.internal_kv_get(key, namespace=space))
print(found["ray_version"])
gcs.internal_kv_put(key, json.dumps({**found, "ray_version": sys.argv[2]}).encode(), True, space)
"""


def on_ray(cluster: str) -> tuple[str, ...]:
    return ("--engine", "ray", "--cluster", cluster, "--workers", "1")


def test_rows_are_the_same(source: Path, out: str, cluster: str, tmp_path: Path) -> None:
    other = str(tmp_path / "out")
    told = command("batch", str(source), "--out", other, *on_ray(cluster), **OPEN)
    assert told.stdout.startswith("7 read, 2 there already, 2 failed;"), told.stderr
    # a bracket begins a line that Ray's own core writes past everybody
    ours = [line for line in told.stderr.splitlines() if not line.startswith("[")]
    assert [line.partition(": ")[0] for line in ours] == ["sayso"] * 2
    assert tables(other) == tables(out)


def test_what_is_laid_beside_one_another_is_the_same(
    out: str, cluster: str, tmp_path: Path
) -> None:
    here, there = str(tmp_path / "here"), str(tmp_path / "there")
    assert command("relate", out, "--out", here, "--workers", "1").returncode == 0
    told = command("relate", out, "--out", there, *on_ray(cluster), **OPEN)
    assert told.returncode == 0, told.stderr
    assert tables(there) == tables(here)


def test_nothing_is_lost_where_driver_and_reader_are_killed(cluster: str, tmp_path: Path) -> None:
    source, out = reports(tmp_path, 30), tmp_path / "out"
    (source / "poison.txt").write_text("Some poison.")
    with running(source, out, cluster) as driver:
        lines(driver, 8)
        driver.kill()
    before = {text for (text,) in Folder(str(out)).column("reports", "text")}
    assert before
    with running(source, out, cluster) as driver:
        states = lines(driver, len(before) + 2)
        killed = kill_a_reader()
        states += lines(driver, 100)
        assert driver.wait(_PATIENCE) == 2
    assert killed
    assert states.count("same") == len(before)
    assert (states.count("read"), states.count("failed")) == (30 - len(before), 1)
    assert kept(out) == [f"Report {number}." for number in range(30)]
    ((name, reason),) = Folder(str(out)).column("failures", "name", "reason")
    assert name.endswith("poison.txt")
    assert "signal 11" in reason


def test_a_machine_that_is_cut_off_costs_nothing(two_machines: Machines, tmp_path: Path) -> None:
    source, out = reports(tmp_path, 60), tmp_path / "out"
    cluster = f"{two_machines.addresses[0]}:6399"
    # of three actors at least one is on the other machine, for the first has room for two
    with running(source, out, cluster, workers=3, within=two_machines.prefix(0)) as driver:
        states = lines(driver, 6)
        two_machines.cut()
        *more, summary = lines(driver, 100)
        assert driver.wait(_PATIENCE) == 0
    assert states + more == ["read"] * 60
    assert summary == "60 read, 0 there already, 0 failed; 60 statements read."
    assert kept(out) == [f"Report {number}." for number in range(60)]


def test_more_readers_than_processors_read_too(cluster: str, tmp_path: Path) -> None:
    source, out = reports(tmp_path, 12), tmp_path / "out"
    with running(source, out, cluster, workers=6) as driver:
        states = lines(driver, 12)
        assert driver.wait(_PATIENCE) == 0
    assert states == ["read"] * 12
    assert kept(out) == [f"Report {number}." for number in range(12)]


def test_more_labourers_than_processors_labour_too(cluster: str) -> None:
    """Those that find no processor are given tasks too, and a processor in the end."""
    line = [sys.executable, str(LABOURERS), cluster, "6", "12"]
    done = subprocess.run(
        line,
        capture_output=True,
        text=True,
        check=False,
        timeout=2 * _PATIENCE,
        env=os.environ | OPEN,
    )
    squares = " ".join(str(number * number) for number in range(12))
    assert (done.returncode, done.stdout.splitlines()) == (0, [squares])


def test_a_cluster_that_gives_nothing_is_left(cluster: str, tmp_path: Path) -> None:
    source, out = reports(tmp_path, 9), tmp_path / "out"
    (source / "stuck.txt").write_text("A stuck one.")
    with running(source, out, cluster, prepare="stuck", patience=20) as driver:
        states = lines(driver, 100)
        assert driver.wait(_PATIENCE) == 2
    assert "gave nothing for 0.333 minutes" in (tmp_path / "stderr").read_text("utf-8")
    assert states
    assert len(kept(out)) == states.count("read") == len(states)


def test_a_cluster_whose_head_is_lost_is_left(tmp_path: Path) -> None:
    source, out = reports(tmp_path, 200), tmp_path / "out"
    address = f"127.0.0.1:{free_port()}"
    with (
        head(address, tmp_path, "--num-cpus", "2") as begun,
        running(source, out, address) as driver,
    ):
        states = lines(driver, 8)
        kill_a_child(begun.pid, "gcs_server")
        states += lines(driver, 300)
        assert driver.wait(_PATIENCE) == 2
    assert "answers no more" in (tmp_path / "stderr").read_text("utf-8")
    assert 8 <= len(kept(out)) == states.count("read") < 200


def kill_a_child(parent: int, name: str) -> None:
    """End that process of the other's."""
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text("utf-8").split():
        if name in Path(f"/proc/{child}/cmdline").read_text("utf-8").partition("\0")[0]:
            os.kill(int(child), signal.SIGKILL)
            return
    pytest.fail(f"{name} does not run")


def reports(folder: Path, count: int) -> Path:
    """A folder with so many of them."""
    source = folder / "news"
    source.mkdir()
    for number in range(count):
        (source / f"{number:02}.txt").write_text(f"Report {number}.")
    return source


def kept(out: Path) -> list[str]:
    """The texts that are kept, by their numbers."""
    texts = (text for (text,) in Folder(str(out)).column("reports", "text"))
    return sorted(texts, key=lambda text: int(text.strip("Report .")))


@contextmanager
def running(
    source: Path,
    out: Path,
    cluster: str,
    *,
    prepare: str = "slower",
    workers: int = 1,
    patience: int = 900,
    within: Sequence[str] = (),
) -> "Iterator[subprocess.Popen[str]]":
    """A run, which is ended when a test has waited for it long enough."""
    words = [str(source), str(out), prepare, str(workers), cluster, str(patience)]
    with (out.parent / "stderr").open("wb") as told:
        driver = subprocess.Popen(
            [*within, sys.executable, str(DRIVER), *words],
            stdout=subprocess.PIPE,
            stderr=told,
            text=True,
            env={**os.environ, **OPEN},
        )
    late = Timer(_PATIENCE, driver.kill)
    late.start()
    with driver:
        try:
            yield driver
        finally:
            late.cancel()
            driver.kill()


def lines(driver: "subprocess.Popen[str]", most: int) -> list[str]:
    """The next lines that it prints, as many as there are at most."""
    assert driver.stdout is not None
    found = (driver.stdout.readline() for _ in range(most))
    return [line.strip() for line in found if line]


def kill_a_reader() -> int:
    """End one of the actors that read, by the name that Ray gives to its process."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes()
        except OSError:  # it has ended meanwhile
            continue
        if line.startswith(b"ray::MapWorker(MapBatches(_Reader)"):
            os.kill(int(path.parent.name), signal.SIGKILL)
            return int(path.parent.name)
    return 0


@pytest.fixture
def older_cluster(cluster: str) -> Iterator[str]:
    """The cluster, while it says that it has another Ray."""
    version = claim(cluster, "2.0.0")
    yield cluster
    claim(cluster, version)


def claim(cluster: str, version: str) -> str:
    line = [sys.executable, "-c", VERSION, cluster, version]
    done = subprocess.run(line, capture_output=True, text=True, check=True, env=os.environ | OPEN)
    return done.stdout.strip()


def test_a_cluster_with_another_ray_is_told(
    source: Path, older_cluster: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = command("batch", str(source), "--out", str(out), *on_ray(older_cluster), **OPEN)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "its Ray is of the version installed here" in line
    assert "2.0.0" in line


def test_a_cluster_out_of_reach_is_told(source: Path, tmp_path: Path) -> None:
    done = command("batch", str(source), "--out", str(tmp_path / "out"), *on_ray("127.0.0.1:1"))
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "cannot be joined" in line
