import datetime
import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.errors import UnreadableReportError
from sayso.intake import find_items
from sayso.records import Item, UnreadableItem
from tests.intake.sources.archives import zip_bytes

NOVEMBER_2 = datetime.datetime(2024, 11, 2, 10, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/er/c.txt", ".hidden/d.txt", ".e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Nobody saw {name}.")
    return tmp_path


def names(folder: Path, *sources: str) -> list[str]:
    found = find_items([f"{folder}/{source}" for source in sources])
    return [item.name.removeprefix(f"{folder}/") for item in found]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param(["a.txt"], ["a.txt"], id="a file"),
        pytest.param([""], ["a.txt", "b.txt", "deep/er/c.txt"], id="a folder"),
        pytest.param(["*.txt"], ["a.txt", "b.txt"], id="a pattern"),
        pytest.param(["**/*.txt"], ["a.txt", "b.txt", "deep/er/c.txt"], id="at any depth"),
        pytest.param(["d*"], ["deep/er/c.txt"], id="a pattern that fits a folder"),
        pytest.param(["b.txt", "a.txt"], ["b.txt", "a.txt"], id="in the order named"),
    ],
)
def test_finds_files_in_order(folder: Path, sources: list[str], expected: list[str]) -> None:
    assert names(folder, *sources) == expected


def test_what_cannot_be_read_is_told_in_its_place(folder: Path) -> None:
    (folder / "empty").mkdir()
    sources = ["none.txt", "a.txt", "*.pdf", "empty"]
    missing, item, unmatched, empty = find_items([f"{folder}/{source}" for source in sources])
    assert isinstance(missing, UnreadableItem)
    assert missing.name == f"{folder}/none.txt"
    assert missing.reason.startswith("There is no file")
    assert item == Item(name=f"{folder}/a.txt", data=b"Nobody saw a.txt.")
    for nothing in (unmatched, empty):
        assert isinstance(nothing, UnreadableItem)
        assert nothing.reason == f"{nothing.name} holds no files; check its name."


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "ships[1].txt").write_text("Nobody saw it.")
    assert names(folder, "ships[1].txt") == ["ships[1].txt"]


def test_a_dash_is_standard_input() -> None:
    (item,) = find_items(["-"], stdin=io.BytesIO(b"Nobody was hurt."))
    assert item == Item(name="standard input", data=b"Nobody was hurt.")


def test_links_that_lead_in_a_circle_end(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder)
    assert names(folder, "") == ["a.txt", "b.txt", "deep/er/c.txt"]


def test_a_file_is_opened_when_its_turn_comes(folder: Path) -> None:
    found = find_items([f"{folder}/a.txt", f"{folder}/later.txt"])
    next(found)
    (folder / "later.txt").write_text("Nobody saw it.")
    assert isinstance(next(found), Item)


def test_a_pipe_is_read_as_a_file_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as writer:
        writing = writer.submit(pipe.write_bytes, zip_bytes({"a.txt": b"Nobody was hurt."}))
        (item,) = find_items([str(pipe)])
        writing.result()
    assert item == Item(name=f"{pipe}!a.txt", data=b"Nobody was hurt.")


def test_a_pipe_in_a_folder_is_left_out(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert names(folder, "") == ["a.txt", "b.txt", "deep/er/c.txt"]


def test_an_address_is_fetched_and_opened() -> None:
    def fetch(url: str) -> Item:
        if url.endswith("gone"):
            raise UnreadableReportError(f"{url} answered with 404 Not Found; check it.")
        return Item(name=url, data=zip_bytes({"a.txt": b"Nobody was hurt."}), fetched_at=NOVEMBER_2)

    sources = ["https://courier.example/all.zip", "https://courier.example/gone"]
    item, missing = find_items(sources, fetch=fetch)
    assert item == Item(name=f"{sources[0]}!a.txt", data=b"Nobody was hurt.", fetched_at=NOVEMBER_2)
    assert isinstance(missing, UnreadableItem)
    assert missing.name == sources[1]


def test_an_address_without_a_way_out_is_a_missing_file() -> None:
    (missing,) = find_items(["https://courier.example/a"])
    assert isinstance(missing, UnreadableItem)
    assert "There is no file" in missing.reason


@pytest.mark.parametrize(
    "source",
    ["a\x00b", "[", "*" * 300, "a" * 5000, "", "\ud800"],
    ids=["nul", "bracket", "stars", "long", "empty", "surrogate"],
)
def test_odd_names_are_told(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (missing,) = find_items([source])
    assert isinstance(missing, UnreadableItem)
