import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableReportError
from sayso.intake import Decoded, parse_report
from sayso.records import text_id

PAGES = Path(__file__).parent / "pages"
SHARED = (Path(__file__).parents[2] / "../shared/data").resolve()
shared = pytest.mark.skipif(not SHARED.exists(), reason="the data beside the checkout is not here")
TEXT = "Around 300 ships wait, she said.\r\n\r\n  “More will come.” \n\nNobody was hurt.\n"


def test_a_plain_text_comes_back_code_point_for_code_point() -> None:
    report = parse_report(TEXT.encode(), name="ships.txt")
    assert report.text == TEXT
    assert report.id == text_id(TEXT)
    assert (report.title, report.outlet, report.url, report.published) == (None, None, None, None)


def test_a_header_is_metadata_and_no_text() -> None:
    header = "Title: Ships wait\nOutlet: The Courier\nPublished: 2024-10-31\nURL: https://c.example/x\n\n"
    report = parse_report((header + TEXT).encode(), name="ships.txt")
    assert report.text == TEXT
    assert (report.title, report.outlet) == ("Ships wait", "The Courier")
    assert report.published == datetime.date(2024, 10, 31)
    assert report.url == "https://c.example/x"


def test_the_day_one_gives_wins() -> None:
    given_day = datetime.date(2024, 11, 1)
    data = b"Published: 2024-10-31\n\nNobody was hurt."
    assert parse_report(data, name="x", published=given_day).published == given_day


def test_a_page_becomes_a_report() -> None:
    report = parse_report((PAGES / "courier.html").read_bytes(), name="courier.html")
    assert report.title == "Harbour dispute widens, minister says"
    assert report.outlet == "The Norvale Courier"
    assert report.published == datetime.date(2024, 10, 31)
    assert report.language == "en"
    assert "Read also" not in report.text
    assert "newsletter" not in report.text


def test_a_short_page_takes_the_language_it_declares() -> None:
    assert parse_report(b"<html lang='nl-BE'><p>Niemand.</p>", name="x").language == "nl"
    assert parse_report(b"Niemand.", name="x").language is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n ",
        b"\xef\xbb\xbf",
        b"Title: Ships wait\n\n",
        b"Read also| Ships\n",
        b"<html></html>",
        b"<script>alert(1)</script>",
    ],
)
def test_where_no_text_is_left_it_says_what_to_do(data: bytes) -> None:
    with pytest.raises(
        UnreadableReportError, match=r"^ships\.txt holds no report text; save the page"
    ):
        parse_report(data, name="ships.txt")


def test_what_is_decoded_once_is_not_decoded_again() -> None:
    decoded = Decoded(text="Nobody was hurt.", encoding="cp1252", assumed=True)
    assert parse_report(decoded, name="x") == parse_report(b"Nobody was hurt.", name="x")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The minister said that ships wait. " * 60_000, id="2 MB in one line"),
        pytest.param("x" * 1_000_000, id="a million characters without a space"),
        pytest.param('"“' * 50_000, id="100,000 quotation marks"),
        pytest.param("1" * 10_000, id="a number of 10,000 digits"),
        pytest.param("Nobody\x00 was \ud800hurt.", id="null and lone surrogate"),
    ],
)
def test_odd_texts_are_read_as_they_are(text: str) -> None:
    assert parse_report(Decoded(text=text, encoding="utf-8"), name="x").text == text


@given(st.text())
def test_never_raises_but_for_want_of_text(text: str) -> None:
    decoded = Decoded(text=text, encoding="utf-8")
    try:
        report = parse_report(decoded, name="x")
    except UnreadableReportError:
        return
    assert report.text.strip()
    assert parse_report(decoded, name="x") == report


def test_importing_intake_loads_nothing_heavy() -> None:
    code = "import sys, sayso.intake; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = {"trafilatura", "lxml", "py3langid", "numpy", "charset_normalizer"}
    assert heavy.isdisjoint(loaded.stdout.split())


def test_reading_a_page_prints_nothing() -> None:
    code = (
        "from sayso.intake import parse_report\n"
        "for page in (b'<html><p>Ships wait.', b'<p>' * 999 + b'Ships', b'<td>\\x00Ships'):\n"
        "    parse_report(page, name='x')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("", "")


@pytest.mark.shared
@shared
def test_no_line_of_a_report_is_lost() -> None:
    paths = sorted((SHARED / "polnear").glob("*/text/*.txt"))
    assert paths
    for path in paths:
        data = path.read_bytes()
        report = parse_report(data, name=path.name)
        assert report.text == data.decode(), path.name
        first = report.text.lstrip().partition("\n")[0].strip()
        assert report.language == "en", path.name
        assert report.title in {None, first}, path.name


@pytest.mark.shared
@shared
def test_the_first_report_loses_its_links_and_nothing_else() -> None:
    data = (SHARED / "seed-report.txt").read_bytes()
    lines = data.decode().split("\n")
    kept = [line for line in lines if not line.startswith("Read also")]
    assert len(lines) - len(kept) == 2
    assert parse_report(data, name="seed-report.txt").text == "\n".join(kept) + "\n"


HEADLINES = {
    "a headline": ("Quarry reopens\n\nA court ruled that the quarry may be worked.", None),
    "of three words": ("Old quarry reopens\n\nA court ruled that it may.", "Old quarry reopens"),
    "with a quotation": ("Old quarry 'safe'\n\nA court ruled that it was.", "Old quarry 'safe'"),
    "a sentence": ("The quarry may reopen.\n\nA court ruled that nobody had objected.", None),
    "a byline": ("By Ann Doe Rask\n\nA court ruled that nobody had objected.", None),
    "a day": ("Tuesday 4 March 2025\n\nA court ruled that nobody had objected.", None),
    "not alone": ("The old quarry\nmay reopen, a court ruled in the morning.", None),
    "nothing longer": ("The old quarry is\n\nopen", None),
    "stated": ("Title: Ships wait\n\nOld quarry reopens\n\nA court ruled that.", "Ships wait"),
}


@pytest.mark.parametrize(("text", "title"), HEADLINES.values(), ids=HEADLINES)
def test_a_first_line_that_stands_alone_is_the_title(text: str, title: str | None) -> None:
    assert parse_report(text.encode(), name="r.txt").title == title
