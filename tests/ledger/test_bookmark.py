"""Bookmarks: kept whole or not at all, and known again."""

import datetime
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Bookmark, FeedMark, load_bookmark, save_bookmark

FEED = FeedMark(
    etag='"1"',
    pages=("https://a.example/1",),
    next=datetime.datetime(2024, 11, 1, tzinfo=datetime.UTC),
)
BOOKMARK = Bookmark(reading=3, rendering=5, due=datetime.date(2024, 11, 1), feeds={"feed": FEED})


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    assert load_bookmark(tmp_path / "mark.json") is None
    save_bookmark(tmp_path / "mark.json", BOOKMARK)
    assert load_bookmark(tmp_path / "mark.json") == BOOKMARK


@pytest.mark.parametrize("data", [b"", b"{}", b'{"reading": 1, "rendering": "x"}', b"\xff"])
def test_what_is_no_bookmark_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mark.json").write_bytes(data)
    with pytest.raises(LedgerError, match="no bookmark of sayso watch"):
        load_bookmark(tmp_path / "mark.json")


def test_where_it_cannot_be_saved_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        save_bookmark(tmp_path / "none" / "mark.json", BOOKMARK)
