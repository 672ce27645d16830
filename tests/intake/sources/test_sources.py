import io
from pathlib import Path

import pytest

from sayso.intake import find_items
from sayso.records import Item, UnreadableItem


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
