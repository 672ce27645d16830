"""Whatever breaks a batch: nothing is lost, nothing is doubled, nothing of others is touched."""

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from pyarrow import parquet

from sayso.batch import Job, State, read_batch
from sayso.batch.folder import Folder
from sayso.batch.schema import TABLES
from sayso.errors import BatchError
from sayso.interfaces.batch_printing import deliver_batch
from tests.batch import readers

DRIVER = Path(__file__).parent / "driver.py"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Report {number}.")
    return folder


def run(source: Path, out: Path, *, part: int = 10) -> Counter[str]:
    job = Job(sources=(str(source),), workers=2, part=part, prepare=readers.slow)
    return Counter(found.state for found in read_batch(job, str(out)))


def texts(out: Path | str) -> Sequence[str]:
    """The texts of all reports in the folder, and that every table fits them."""
    folder = Folder(str(out))
    reports = sorted(folder.column("reports", "document", "text"))
    assert [one[:1] for one in reports] == sorted(folder.column("statements", "document"))
    assert [one[:1] for one in reports] == sorted(folder.column("documents", "document"))
    return sorted(text for _, text in reports)


def expected(source: Path) -> Sequence[str]:
    return sorted(path.read_text() for path in source.iterdir())


def test_a_killed_run_goes_on_where_it_was(source: Path, tmp_path: Path) -> None:
    out, chance = tmp_path / "out", random.Random(3)
    for _ in range(2):
        driver = subprocess.Popen(
            [sys.executable, str(DRIVER), str(source), str(out)], stdout=subprocess.PIPE, text=True
        )
        assert driver.stdout is not None
        for _ in range(chance.randrange(4, 12)):
            driver.stdout.readline()
        driver.send_signal(signal.SIGKILL)
        driver.stdout.close()
        assert driver.wait() == -signal.SIGKILL
        assert set(texts(out)) <= set(expected(source))
    before = len(texts(out))
    assert before
    assert run(source, out, part=3) == {State.SAME: before, State.READ: 40 - before}
    assert texts(out) == expected(source)
    assert run(source, out, part=3) == {State.SAME: 40}


def test_readers_end_with_who_gave_them_work(source: Path, tmp_path: Path) -> None:
    driver = subprocess.Popen(
        [sys.executable, str(DRIVER), str(source), str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert driver.stdout is not None
    driver.stdout.readline()
    workers = children(driver.pid)
    assert len(workers) == 2
    driver.kill()
    driver.stdout.close()
    driver.wait()
    for _ in range(100):
        if not any(alive(pid) for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail("a reader outlives the run")


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    lines = {int(child): Path(f"/proc/{child}/cmdline").read_text("utf-8") for child in found}
    return [child for child, line in lines.items() if "spawn_main" in line]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_reader_costs_nothing(source: Path, tmp_path: Path) -> None:
    job = Job(sources=(str(source),), workers=2, prepare=readers.slow)
    killed = False
    for number, found in enumerate(read_batch(job, str(tmp_path / "out"))):
        assert found.state is State.READ
        if number in {5, 20}:
            os.kill(children(os.getpid())[0], signal.SIGKILL)
            killed = True
    assert killed
    assert texts(tmp_path / "out") == expected(source)


def test_what_was_half_written_is_swept_out(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out)
    (whole,) = Folder(str(out)).parts("statements")[:1]
    orphan = Path(whole).with_name("part-0.parquet")
    orphan.write_bytes(Path(whole).read_bytes())
    Path(whole).with_name("part-1.parquet.new").write_bytes(b"PAR1")
    assert str(orphan) not in Folder(str(out)).parts("statements")
    run(source, out)
    assert not orphan.exists()
    assert texts(out) == expected(source)


def test_what_is_read_is_kept_when_it_is_broken_off(source: Path, tmp_path: Path) -> None:
    job = Job(sources=(str(source),), workers=1, prepare=readers.slow)
    work = read_batch(job, str(tmp_path / "out"))
    for _ in range(3):
        next(work)
    work.close()  # type: ignore[attr-defined] # it is a generator
    assert len(texts(tmp_path / "out")) == 3


def test_a_run_killed_before_it_began_is_no_other_run(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "batch.json.new").write_text("{")
    assert run(source, out) == {State.READ: 40}


def test_a_full_disk(source: Path, tmp_path: Path) -> None:
    """Files cannot grow past a limit, which is told as a full disk is."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    out = tmp_path / "out"
    run(source, out, part=5)
    (source / "long.txt").write_text(" ".join(map(str, range(50_000))))
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
        with pytest.raises(BatchError, match="same command again") as told:
            run(source, out, part=5)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert "\n" not in str(told.value)
    assert len(texts(out)) == 40
    assert not list(out.rglob("*.new"))
    assert run(source, out, part=5) == {State.SAME: 40, State.READ: 1}
    assert texts(out) == expected(source)


class Slow(MemoryFileSystem):  # type: ignore[misc] # fsspec has no types
    """Storage that takes longer to keep a part than its documents take to be read."""

    protocol = "slow"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("slow:/")))

    def pipe_file(
        self, path: str, value: bytes, mode: str = "overwrite", **options: object
    ) -> None:
        time.sleep(0.2)
        super().pipe_file(path, value, mode, **options)


def test_a_slow_disk(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is read waits for the disk, and the summary is told when all is kept."""
    fsspec.register_implementation("slow", Slow, clobber=True)
    job = Job(sources=(str(source),), workers=2, part=5, prepare=readers.slow)
    assert deliver_batch(read_batch(job, "slow://disk/out"), [str(source)]) == 0
    assert capsys.readouterr() == (
        "40 read, 0 there already, 0 failed; 40 statements read.\n",
        "",
    )
    assert texts("slow://disk/out") == expected(source)


def test_a_folder_of_something_else_is_left_as_it_is(source: Path) -> None:
    before = sorted(source.iterdir())
    with pytest.raises(BatchError, match="no folder of sayso batch"):
        run(source, source)
    assert sorted(source.iterdir()) == before


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("sources", ["elsewhere"], "other sources"),
        ("published", "2024-11-01", "other published"),
        ("reader", "0.0.1 aaaa", "other reader"),
        ("schema", 0, "another version"),
        ("schema", "odd", "another version"),
    ],
)
def test_a_folder_of_another_run_is_left_as_it_is(
    source: Path, tmp_path: Path, setting: str, value: object, told: str
) -> None:
    out = tmp_path / "out"
    run(source, out)
    manifest = json.loads((out / "batch.json").read_text("utf-8"))
    (out / "batch.json").write_text(json.dumps({**manifest, setting: value}))
    before = {path: path.read_bytes() for path in out.rglob("*.*")}
    with pytest.raises(BatchError, match=told) as error:
        run(source, out)
    assert "\n" not in str(error.value)
    assert {path: path.read_bytes() for path in out.rglob("*.*")} == before


def test_a_place_that_cannot_be_written(source: Path) -> None:
    with pytest.raises(BatchError, match="cannot be written"):
        run(source, Path("/proc/none/out"))


def test_every_part_has_the_columns_of_its_table(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(source, out)
    for table in ("reports", "statements", "documents"):
        for path in Folder(str(out)).parts(table):
            assert parquet.read_schema(path).names == [*TABLES[table]]
