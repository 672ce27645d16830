"""Whatever is wrong with a ledger is one sentence; what was acknowledged is never lost."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Search
from sayso.ledger.migrations import HEAD, upgrade
from tests.ledger.factory import TEXT, add, reading

WRITER = Path(__file__).parent / "writer.py"


def change(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(sql)
        connection.commit()


def ask(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        list(ledger.find(Search(words="dockers")))
        list(ledger.verify())


def refusal(file: Path) -> str:
    """The sentence by which the ledger is refused, opened or asked."""
    with pytest.raises(LedgerError) as told:
        ask(file)
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_newer_ledger(file: Path) -> None:
    change(file, "update alembic_version set version_num = '9999'")
    assert "newer sayso" in refusal(file)


def test_another_program_s_database(tmp_path: Path) -> None:
    change(tmp_path / "other.db", "create table holiday (place text)")
    assert "no ledger" in refusal(tmp_path / "other.db")


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The minister said so. " * 400)
    assert "no ledger" in refusal(tmp_path / "report.txt")


def test_a_damaged_file(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for place in range(40_000, len(data) - 100, 5_000):
        data[place : place + 60] = b"\xff" * 60
    file.write_bytes(data)
    assert "damaged" in refusal(file)


def test_half_a_file(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 16384 * 3])
    assert "damaged" in refusal(file)


def test_no_folder(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path / "none" / "ledger.db")


def test_no_ledger_to_ask(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="sayso add"):
        Ledger(str(tmp_path / "ledger.db"), create=False)
    assert not (tmp_path / "ledger.db").exists()


@pytest.mark.parametrize(
    "address", ["mysql://db/x", "postgresql://nobody@127.0.0.1:1/none"], ids=["kind", "no server"]
)
def test_an_address_without_a_ledger(address: str) -> None:
    with pytest.raises(LedgerError) as told:
        Ledger(address)
    assert "\n" not in str(told.value)


def test_a_locked_file(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin immediate")
        with Ledger(str(file), wait=0.1) as ledger:
            assert len(list(ledger.find(Search()))) == 1, "readers do not wait"
            with pytest.raises(LedgerError, match="another program"):
                add(ledger, reading(f"{TEXT} Again."))


def test_a_full_disk(file: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with Ledger(str(file)) as ledger:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + 9_000, limits[1]))
            chance = random.Random(7)  # what repeats would be packed into little
            many = [reading(f"{TEXT} {chance.randbytes(9_000).hex()}") for _ in range(90)]
            with pytest.raises(LedgerError, match="disk is full"):
                add(ledger, *many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    with Ledger(str(file)) as ledger:
        assert len(list(ledger.find(Search()))) == 1
        assert list(ledger.verify()) == [(1, True)]


@pytest.mark.skipif(not shutil.which("setpriv") or os.geteuid() != 0, reason="needs another user")
def test_a_file_that_may_only_be_read(file: Path) -> None:
    """Asked, it answers; added to, it says why not."""
    for path in file.parent.iterdir():
        path.chmod(0o444)
    for folder in (file.parent, *file.parent.parents[:2]):
        folder.chmod(0o555)
    line = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", sys.executable, "-m"]
    for arguments, status in (
        (["search", "dockers"], 0),
        (["rename", "1", "Nobody", "--by", "ana"], 2),
    ):
        done = subprocess.run(
            [*line, "sayso", *arguments, "--ledger", str(file)],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
        )
        assert done.returncode == status, done.stderr
        assert len(done.stderr.splitlines()) == (1 if status else 0), done.stderr


def test_killed_writers_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """Ten writers (`make kills`: a hundred) are killed at random moments, while somebody reads."""
    file, chance = tmp_path / "ledger.db", random.Random(11)
    acknowledged: set[str] = set()
    with Ledger(str(file)) as reader:
        for turn in range(int(os.environ.get("SAYSO_KILLS", "10"))):
            acknowledged |= killed(file, turn, seconds=chance.uniform(0.05, 0.4))
            kept = [entry.address for entry in reader.find(Search())]
            assert acknowledged <= set(kept), "an acknowledged report is lost"
            assert len(kept) == len(set(kept))
            assert len(kept) % 3 == 0, "half a batch is there"
        assert all(unchanged for _, unchanged in reader.verify())
    assert acknowledged


def killed(file: Path, turn: int, *, seconds: float) -> set[str]:
    """What a writer acknowledged before it was killed, so many seconds after its first batch."""
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(file), str(turn)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    said = first + writer.stdout.read()
    writer.stdout.close()
    assert writer.wait() == -signal.SIGKILL
    whole = said[: said.rfind("\n")]
    return set(whole.split())


def test_a_new_ledger_is_of_the_newest_version() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from sayso.ledger import migrations

    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_bringing_up_to_date_a_ledger_that_is_so_changes_nothing(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        with ledger.seen() as connection:
            upgrade(connection)
        assert len(list(ledger.find(Search()))) == 1


def test_room_that_became_free_is_given_back(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("create table passing as select zeroblob(2000000)")
        other.execute("drop table passing")
    before = file.stat().st_size
    with Ledger(str(file)) as ledger:
        ledger.shrink()
        assert all(unchanged for _, unchanged in ledger.verify())
    assert file.stat().st_size < before - 1_500_000


def test_a_ledger_shrinks_beside_its_readers(file: Path) -> None:
    with Ledger(str(file)) as reader, reader.seen() as seen, Ledger(str(file)) as ledger:
        count = "select count(*) from statement"
        before = seen.exec_driver_sql(count).scalar()
        add(ledger, reading(f"{TEXT} More."), name="more")
        ledger.shrink()
        assert seen.exec_driver_sql(count).scalar() == before


def test_a_connection_cut_off_while_it_closes_prints_nothing() -> None:
    code = """
import sayso.ledger
from sqlalchemy.pool import QueuePool

class Interrupted:
    def close(self):
        raise KeyboardInterrupt

pool = QueuePool(Interrupted, reset_on_return=None)
pool.connect().close()
try:
    pool.dispose()
except KeyboardInterrupt:
    print("interrupted")
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("interrupted\n", "")
