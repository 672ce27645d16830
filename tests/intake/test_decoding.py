import random
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableReportError
from sayso.intake import Decoded, decode

ENGLISH = "“We never said so,” the minister said on Thursday — it’s not true.\r\n"
RUSSIAN = "Министр заявил в четверг, что порт будет закрыт до пятницы. Переговоры продолжатся. "
GERMAN = "Der Minister erklärte am Donnerstag, dass über die Häfen nicht mehr verhandelt werde. "
JAPANESE = "大臣は木曜日、港は金曜日まで閉鎖されると述べた。交渉は明日も続く。"


def _shuffled(first: int) -> bytes:
    """The bytes from `first` on, in no order."""
    return bytes(random.Random(first).choices(range(first, 256), k=2000))


@pytest.mark.parametrize(
    ("data", "text", "encoding", "assumed"),
    [
        pytest.param(ENGLISH.encode(), ENGLISH, "utf-8", False, id="utf-8"),
        pytest.param(b"\xef\xbb\xbfA\n", "A\n", "utf-8", False, id="utf-8 with its mark"),
        pytest.param(ENGLISH.encode("utf-16"), ENGLISH, "utf-16-le", False, id="utf-16"),
        pytest.param(
            b"\xfe\xff" + ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16-be", False, id="utf-16-be"
        ),
        pytest.param(ENGLISH.encode("utf-32"), ENGLISH, "utf-32-le", False, id="utf-32"),
        pytest.param(
            ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le", True, id="utf-16 without its mark"
        ),
        pytest.param(ENGLISH.encode("cp1252"), ENGLISH, "cp1252", True, id="cp1252"),
        pytest.param(
            "It is worth €300.".encode("cp1252"), "It is worth €300.", "cp1252", True, id="€"
        ),
        pytest.param(
            "It is worth £300.".encode("cp1252"), "It is worth £300.", "cp1252", True, id="£"
        ),
        pytest.param(GERMAN.encode("cp1252"), GERMAN, "cp1252", True, id="German"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251", True, id="Russian"),
        pytest.param(RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8_r", True, id="Russian of Unix"),
        pytest.param(JAPANESE.encode("shift_jis"), JAPANESE, "shift_jis", True, id="Japanese"),
        pytest.param(b"", "", "utf-8", False, id="nothing"),
        pytest.param(b"A\x00B said.", "A\x00B said.", "utf-8", False, id="a stray null"),
    ],
)
def test_finds_the_encoding(data: bytes, text: str, encoding: str, assumed: bool) -> None:
    decoded = decode(data, name="x")
    assert decoded.text == text
    assert (decoded.encoding, decoded.assumed) == (encoding, assumed)


@pytest.mark.parametrize(
    ("declaration", "encoding", "means"),
    [
        ('<meta charset="windows-1251">', "cp1251", "cp1251"),
        ("<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "koi8-r", "koi8-r"),
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252"),
        ('<?xml version="1.0" encoding="gb2312"?>', "gb18030", "gb18030"),
    ],
)
def test_believes_what_a_page_declares(declaration: str, encoding: str, means: str) -> None:
    words = "“中国”" if means == "gb18030" else "“Ж”" if means != "cp1252" else "“ß”"
    if encoding == "koi8-r":
        words = "Жук"
    data = declaration.encode() + words.encode(encoding)
    assert decode(data, name="x") == Decoded(text=declaration + words, encoding=means)


@pytest.mark.parametrize(
    "declared", ["unicode_escape", "idna", "punycode", "rot13", "zlib", "nonesuch"]
)
def test_believes_no_declared_encoding_that_pages_never_have(declared: str) -> None:
    data = f'<meta charset="{declared}">'.encode() + ENGLISH.encode("cp1252")
    assert decode(data, name="x").encoding == "cp1252"


def test_a_page_in_utf_8_that_declares_another_encoding_is_utf_8() -> None:
    data = '<meta charset="iso-8859-1">“Ships”'.encode()
    assert decode(data, name="x").text.endswith("“Ships”")


def test_utf_8_with_a_broken_byte_stays_utf_8() -> None:
    decoded = decode(ENGLISH.encode() * 5 + b"\xff" + ENGLISH.encode(), name="x")
    assert decoded.text == ENGLISH * 5 + "\ufffd" + ENGLISH
    assert (decoded.encoding, decoded.assumed) == ("utf-8", True)


def test_foreign_bytes_far_into_a_text_are_found() -> None:
    text = "All is plain here.\n" * 20_000 + RUSSIAN * 3
    assert decode(text.encode("cp1251"), name="x").text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "an office file or a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "an old office file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG image"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "a JPEG image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"\x00\x00\x00\x20ftypmp42" + bytes(9), "a video or image file"),
        (b"{\\rtf1\\ansi Ships wait.}", "a rich text (RTF) file"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0", "a web archive (MHTML)"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "a program"),
        (zlib.compress(bytes(range(256)) * 50), "not a text file"),
        (bytes(1000), "not a text file"),
        (_shuffled(128), "not a text file"),
        (_shuffled(160), "not a text file"),
        (_shuffled(32), "not a text file"),
        (b"\xff\xfe" + _shuffled(0), "not a text file"),
        (b"\xef\xbb\xbf" + _shuffled(128), "not a text file"),
        (b'<meta charset="windows-1252">' + _shuffled(128), "not a text file"),
    ],
)
def test_what_is_no_text_is_named_with_advice(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableReportError) as caught:
        decode(data, name="ships.bin")
    assert str(caught.value).startswith(f"ships.bin is {says}; ")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param((ENGLISH * 9).encode("cp1252"), id="cp1252"),
        pytest.param("“É” “À”, DÉJÀ VU – ’ÇA’! ".encode("cp1252") * 20, id="capitals and marks"),
        pytest.param(re.sub("[“”’—]", "\ufffd", ENGLISH * 9).encode(), id="marks lost"),
        pytest.param((ENGLISH * 9).encode("cp1252").decode("latin-1").encode(), id="marks of C1"),
        pytest.param((GERMAN.replace("a", "ä") * 9).encode("cp1252"), id="many umlauts"),
        pytest.param((RUSSIAN * 9).encode("koi8-r"), id="Russian"),
    ],
)
def test_an_honest_text_is_read_whatever_befell_its_marks(data: bytes) -> None:
    assert decode(data, name="x").text


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(data: bytes) -> None:
    try:
        decoded = decode(data, name="x")
    except UnreadableReportError:
        return
    assert decode(decoded, name="x") is decoded
    assert decode(data, name="x") == decoded


@given(st.text())
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    try:
        decoded = decode(text.encode(), name="x")
    except UnreadableReportError:
        return  # control characters only
    assert decoded.text == text.removeprefix("\ufeff") or decoded.encoding != "utf-8"
