import os
from pathlib import Path

import pytest

from sayso.errors import UnreadableReportError
from sayso.intake import load_file


def test_gives_the_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "ships.txt"
    path.write_bytes(b"\xffShips\r\nwait\x00")
    assert load_file(path) == b"\xffShips\r\nwait\x00"


def _missing(folder: Path) -> Path:
    return folder / "ships.txt"


def _folder(folder: Path) -> Path:
    return folder


def _empty(folder: Path) -> Path:
    path = folder / "ships.txt"
    path.touch()
    return path


def _below_a_file(folder: Path) -> Path:
    return _empty(folder) / "ships.txt"


def _too_long(folder: Path) -> Path:
    return folder / ("s" * 5000)


def _loop(folder: Path) -> Path:
    path = folder / "ships.txt"
    path.symlink_to(path)
    return path


def _with_null(folder: Path) -> Path:
    return folder / "ships\x00.txt"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_missing, "There is no file"),
        (_folder, "is a folder"),
        (_empty, "is empty"),
        (_below_a_file, "cannot be opened"),
        (_too_long, "cannot be opened"),
        (_loop, "cannot be opened"),
        (_with_null, "cannot be opened"),
    ],
)
def test_names_the_file_and_says_what_to_do(tmp_path: Path, make: object, says: str) -> None:
    assert callable(make)
    path = make(tmp_path)
    with pytest.raises(UnreadableReportError) as caught:
        load_file(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "ships.txt"
    path.write_text("Ships wait.")
    path.chmod(0)
    with pytest.raises(UnreadableReportError, match="Permission denied"):
        load_file(path)


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)  # sparse: reading it would show
    with pytest.raises(UnreadableReportError, match=r"200\.0 MB.*up to 20\.0 MB; cut it"):
        load_file(path)


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ships.txt"
    path.write_bytes(b"12345")
    assert load_file(path, limit=5) == b"12345"
    with pytest.raises(UnreadableReportError, match="cut it"):
        load_file(path, limit=4)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(UnreadableReportError, match="cut it"):
        load_file(Path("/dev/zero"), limit=1000)
