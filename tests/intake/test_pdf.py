import contextlib
import io
import logging
from collections.abc import Sequence

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableReportError
from sayso.intake import parse_record, parse_report
from sayso.intake.pdf import read_pdf

FIRST = [
    "Around 300 ships are waiting outside the harbour of Norvale, the minister said on",
    "Thursday, after talks with the dock workers broke down once more.",
]
SECOND = [
    '"We never promised it for Friday," she said. "We said that we would try, what-',
    "ever the well-meaning union, which speaks of efficiency, may make of our effi-",
    "ciency."
]  # fmt: skip
JOINED = [
    " ".join(FIRST),
    (
        '"We never promised it for Friday," she said. "We said that we would try, whatever the '
        "well-meaning union, which speaks of efficiency, may make of our efficiency."
    ),
]

_LOOK = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"


def pdf_bytes(*pages: Sequence[str]) -> bytes:
    """A file with those lines on its pages, written by hand (ISO 32000-1, 7.5)."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 780 Td\n{shown}ET"
        objects += (
            f"<< /Type /Page /Parent 2 0 R {_LOOK} /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        )
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    table = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF".encode()
    )
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines(*pages: Sequence[str]) -> list[str]:
    return read_pdf(pdf_bytes(*pages), name="report.pdf").split("\n")


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableReportError) as caught:
        parse_report(data, name="report.pdf")
    return str(caught.value)


def test_lines_become_paragraphs_again() -> None:
    assert lines([*FIRST, *SECOND]) == JOINED


def test_headings_stand_alone() -> None:
    assert lines(["Ships wait", "31 October 2024", *FIRST]) == [
        "Ships wait",
        "31 October 2024",
        JOINED[0],
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    assert lines(FIRST[:1], FIRST[1:]) == JOINED[:1]


def test_what_stands_on_the_edge_of_every_page_is_left_out() -> None:
    days = ["Monday", "Tuesday", "Wednesday", "Thursday"]
    pages = [
        ["The Courier", f"On {day} nobody was hurt.", f"Page {number} of 4"]
        for number, day in enumerate(days, 1)
    ]
    assert (
        " ".join(lines(*pages)).split()
        == " ".join(f"On {day} nobody was hurt." for day in days).split()
    )


def test_a_report_and_a_record_come_from_pdf() -> None:
    report = parse_report(pdf_bytes([*FIRST, *SECOND]), name="report.pdf")
    assert report.text == "\n".join(JOINED)
    assert (report.title, report.published, report.language) == (None, None, "en")
    record = parse_record(pdf_bytes(["VARGA: We tried.", "BRANDT: So you say."]), name="r.pdf")
    assert [turn.speaker for turn in record.turns] == ["VARGA", "BRANDT"]


def test_pictures_of_pages_have_no_text() -> None:
    assert "pictures without text" in reason(pdf_bytes([], []))


@pytest.mark.parametrize("password", ["", "secret"])
def test_a_password_is_told_unless_it_is_empty(password: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_bytes(FIRST)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    if password:
        assert "locked by a password" in reason(out.getvalue())
    else:
        assert parse_report(out.getvalue(), name="report.pdf").text == JOINED[0]


def test_a_damaged_file_is_told() -> None:
    assert "damaged PDF file" in reason(b"%PDF-1.4\nnothing")


def test_a_page_that_holds_itself_ends() -> None:
    data = pdf_bytes(FIRST).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    assert reason(data)


def test_too_many_pages_are_told() -> None:
    page = pdf_bytes(FIRST)
    many = page.replace(b"/Kids [4 0 R]", b"/Kids [" + b"4 0 R " * 2001 + b"]")
    assert "more than 2,000 pages" in reason(many)


@settings(deadline=None)
@given(st.integers(9, 1200), st.binary(min_size=1, max_size=4))
def test_no_change_of_bytes_raises_more(at: int, change: bytes) -> None:
    data = bytearray(pdf_bytes(FIRST, SECOND))
    data[at : at + len(change)] = change
    with contextlib.suppress(UnreadableReportError):
        parse_report(bytes(data), name="report.pdf")


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        reason(b"%PDF-1.4\nnothing")
    assert not caplog.records
