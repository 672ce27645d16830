import gzip
import io
import stat
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import find_items
from sayso.records import Item, UnreadableItem
from tests.intake.sources.archives import PAGE, warc_bytes, zip_bytes


def found(data: bytes) -> list[Item | UnreadableItem]:
    return list(find_items(["-"], stdin=io.BytesIO(data)))


def names(data: bytes) -> list[str]:
    return [item.name.removeprefix("standard input") for item in found(data)]


def reason(data: bytes) -> str:
    last = found(data)[-1]
    assert isinstance(last, UnreadableItem)
    return last.reason


def test_members_come_in_the_order_of_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(zip_bytes({"b.html": PAGE, "deep/a.txt": b"Nobody was hurt."}))
    assert list(find_items([str(path)])) == [
        Item(name=f"{path}!b.html", data=PAGE),
        Item(name=f"{path}!deep/a.txt", data=b"Nobody was hurt."),
    ]


def test_what_folders_leave_out_archives_do_too() -> None:
    hidden = dict.fromkeys([".git/a.txt", "__MACOSX/._b.txt", "c/.DS_Store", "folder/"], b"x")
    assert names(zip_bytes(hidden | {"d.txt": b"x"})) == ["!d.txt"]


@pytest.mark.parametrize(
    "name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:/a.txt", "..\\a.txt", "\\a.txt"]
)
def test_a_name_that_climbs_out_is_refused(name: str) -> None:
    first, second = found(zip_bytes({name: b"x", "b.txt": b"Nobody was hurt."}))
    assert isinstance(first, UnreadableItem)
    assert "climbs out of its archive" in first.reason
    assert isinstance(second, Item)


def test_a_link_is_not_followed() -> None:
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "is a link" in reason(out.getvalue())


def test_a_locked_member_is_told() -> None:
    data = bytearray(zip_bytes({"a.txt": b"Nobody was hurt."}))
    data[6] |= 1  # the flag in the member's own header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    assert "locked by a password" in reason(bytes(data))


def test_an_unknown_way_of_packing_is_told() -> None:
    data = bytearray(zip_bytes({"a.txt": b"Nobody was hurt."}))
    data[data.index(b"PK\x01\x02") + 10] = 97
    data[8] = 97
    assert "cannot be unpacked" in reason(bytes(data))


def test_a_damaged_member_does_not_stop_the_rest() -> None:
    data = zip_bytes({"a.txt": b"Nobody was hurt.", "b.txt": b"Talks go on."}, zipfile.ZIP_STORED)
    first, second = found(data.replace(b"Nobody was hurt.", b"Nobody was heard", 1))
    assert isinstance(first, UnreadableItem)
    assert "damaged or cut off" in first.reason
    assert isinstance(second, Item)


def test_a_cut_archive_is_told() -> None:
    assert "damaged zip archive" in reason(zip_bytes({"a.txt": b"Nobody was hurt."})[:-9])


def test_an_empty_archive_has_nothing() -> None:
    assert found(zip_bytes({})) == []


@pytest.mark.parametrize("member", ["[Content_Types].xml", "mimetype"])
def test_an_office_file_is_no_archive(member: str) -> None:
    assert "is an office file; save it" in reason(zip_bytes({member: b"x", "word/a.xml": b"x"}))


def test_gzip_keeps_the_name() -> None:
    (item,) = found(gzip.compress(PAGE))
    assert item == Item(name="standard input", data=PAGE)


def test_cut_gzip_is_told() -> None:
    assert "damaged or cut off" in reason(gzip.compress(PAGE)[:-9])


def test_archives_in_archives() -> None:
    inner = gzip.compress(zip_bytes({"a.txt": b"Nobody was hurt."}))
    assert names(zip_bytes({"inner.zip.gz": inner})) == ["!inner.zip.gz!a.txt"]
    assert "packed 4 times over" in reason(gzip.compress(zip_bytes({"i": inner})))


def test_an_archive_in_itself_ends() -> None:
    data = b"Nobody was hurt."
    for _ in range(50):
        data = zip_bytes({"again.zip": data})
    assert "packed 4 times over" in reason(data)


def test_a_document_that_unfolds_to_too_much_is_refused() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    assert "up to 20.0 MB" in reason(bomb)


def test_overlapping_members_are_no_way_round() -> None:
    """Members that share their bytes make a small archive large, as in D. Fifield's bombs."""
    pages = zip_bytes({"a": bytes(19_000_000), "b": b""})
    start = pages.index(b"PK\x01\x02")
    entry = pages[start : start + 47]
    end = bytearray(pages[pages.index(b"PK\x05\x06") :])
    count = 1000
    end[8:12] = count.to_bytes(2, "little") * 2
    end[12:16] = (47 * count).to_bytes(4, "little")
    *read, refused = found(pages[:start] + entry * count + bytes(end))
    assert len(read) <= 5
    assert isinstance(refused, UnreadableItem)
    assert "unpacks to more than 100 MB" in refused.reason


def test_a_wacz_gives_its_pages() -> None:
    members = {
        "datapackage.json": b"{}",
        "archive/data.warc.gz": warc_bytes({"https://a.example/x": PAGE}, packed=True),
        "pages/pages.jsonl": b'{"title": "Ships"}\n',
        "indexes/index.cdx": b"x",
    }
    (item,) = found(zip_bytes(members, zipfile.ZIP_STORED))
    assert isinstance(item, Item)
    assert item.name == "standard input!archive/data.warc.gz!https://a.example/x"
    assert item.data == PAGE


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08"]))
def test_never_raises(data: bytes, head: bytes) -> None:
    assert found(head + data) == found(head + data)


def test_a_member_without_a_name_is_no_fault() -> None:
    data = zip_bytes({"a": b"Nobody was hurt."})
    found(data.replace(b"a", b"\x00"))


def test_a_damaged_member_in_another_packing_is_told() -> None:
    data = bytearray(zip_bytes({"a.txt": PAGE}, zipfile.ZIP_LZMA))
    data[39:44] = b"\xff" * 5  # the settings of the packing
    assert "damaged or cut off" in reason(bytes(data))


@settings(deadline=None)
@given(st.integers(0, 400), st.integers(0, 255))
def test_no_flipped_byte_raises(at: int, value: int) -> None:
    data = bytearray(zip_bytes({"a.txt": zlib.compress(PAGE), "b.txt": PAGE}))
    data[at % len(data)] = value
    found(bytes(data))
