"""PDF files: their words in paragraphs, without what stands on the edges of every page."""

import io
import logging
import re
from collections import Counter
from itertools import pairwise

from sayso.errors import UnreadableReportError

__all__ = ["is_pdf", "read_pdf"]

_MOST_PAGES = 2000  # a page takes up to half a second; inquiries and hearings have some hundreds
_LONGEST = 20_000_000  # characters, as many as other files may have bytes
_EDGE = 2  # lines at the top and foot of a page where running titles stand
# Shares of the width. In a print of Chromium's and a manual of LaTeX's, a line on which the next
# word would have come to less than 0.85 ended a paragraph (1 of 100 did not), and so did nearly
# all below 0.95 that ended a sentence.
_FITS = 0.85
_FITS_AFTER_SENTENCE = 0.95
_SENTENCE_ENDS = (".", "!", "?", ":", ".”", ".’", '."', "!”", "?”", ".)")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
# "SECRETARY VARGA (via interpreter): ", which begins a turn of a transcript however full the line
# before it is.
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]{0,30} ){0,4}[A-Z]{2}[A-Z.'’-]{0,30}(?: \([^()]{1,40}\))?: ")
_BROKEN = re.compile(r"([^\W\d_]+)[-\xad\u2010]\Z")
_NUMBER = re.compile(r"[0-9]+")
_NOT_WORD = re.compile(r"[^\w'’-]+")
# What a damaged file makes pypdf stumble over, beside its own errors.
_FAULTS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def is_pdf(data: bytes) -> bool:
    """Whether `data` is a PDF file."""
    return data.startswith(b"%PDF-")


def read_pdf(data: bytes, *, name: str) -> str:
    """The text of a PDF file, a line a paragraph; UnreadableReportError where it has none."""
    pages = _pages(data, name)
    if not any(pages):
        raise UnreadableReportError(
            f"{name} is a PDF file of pictures without text, as scanners make; "
            "have a program for text recognition (OCR) read it first."
        )
    return _paragraphs(_without_edges(pages))


def _pages(data: bytes, name: str) -> list[list[str]]:
    """The lines of each page."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it warns of every odd file
    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableReportError(
                f"{name} has more than {_MOST_PAGES:,} pages; cut it into smaller files."
            )
        return [_lines(page.extract_text()) for page in reader.pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise UnreadableReportError(
            f"{name} is locked by a password; save a copy that is not, and take that."
        ) from error
    except (PyPdfError, *_FAULTS) as error:
        raise UnreadableReportError(
            f"{name} is a damaged PDF file ({error}); copy it again, or save its text."
        ) from error


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.translate(_LIGATURES).split("\n"))
    return [line for line in lines if line]


def _without_edges(pages: list[list[str]]) -> list[str]:
    """All lines but page numbers, and what stands on the edge of more than half of the pages."""
    seen = Counter(mark for lines in pages for mark in {_mark(lines[at]) for at in _edge(lines)})
    running = {mark for mark, count in seen.items() if count > max(1, len(pages) / 2)} | {"#"}
    kept: list[str] = []
    for lines in pages:
        dropped = {at for at in _edge(lines) if _mark(lines[at]) in running}
        kept += (line for at, line in enumerate(lines) if at not in dropped)
    return kept


def _edge(lines: list[str]) -> list[int]:
    return [at for at in range(len(lines)) if at < _EDGE or at >= len(lines) - _EDGE]


def _mark(line: str) -> str:
    return _NUMBER.sub("#", line)


def _paragraphs(lines: list[str]) -> str:
    """Lines run on where the first word of the next would not have fitted."""
    lengths = sorted(map(len, lines))
    width = lengths[len(lengths) * 9 // 10] if lines else 0
    whole = set(_NOT_WORD.split(" ".join(lines)))
    text = list(lines[:1])
    for line, following in pairwise(lines):
        if _ends(line, following, width):
            text += ("\n", following)
        elif (broken := _BROKEN.search(line)) and following[0].islower():
            joined = f"{broken[1]}-{_NOT_WORD.split(following)[0]}"
            text[-1:] = [line if joined in whole else line[:-1], following]
        else:
            text += (" ", following)
    return "".join(text)


def _ends(line: str, following: str, width: int) -> bool:
    """Whether a paragraph ends with `line`."""
    fits = _FITS_AFTER_SENTENCE if line.endswith(_SENTENCE_ENDS) else _FITS
    length = len(line) + 1 + len(following.partition(" ")[0])
    return length <= fits * width or _LABEL.match(following) is not None
