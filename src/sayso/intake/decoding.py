"""Bytes to text: which encoding, and whether the file says so itself."""

import codecs
import re
from dataclasses import dataclass

from sayso.errors import UnreadableReportError
from sayso.intake.pdf import is_pdf, read_pdf
from sayso.intake.signatures import is_garbled, is_noise, signed_kind
from sayso.lexicon import table, words

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding; HTML asks for the first 1024
_SAMPLE = 65_536  # bytes shown to the detector


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file; `assumed` is true where we guessed its encoding."""

    text: str
    encoding: str
    assumed: bool = False


def decode(data: bytes | Decoded, *, name: str, media_type: str | None = None) -> Decoded:
    """The text in `data` (what is decoded already stays as it is); `name` is for the error.

    `media_type` is what was stated beside the file; its charset goes before that in a page.

    >>> decode("Façade".encode(), name="note.txt")
    Decoded(text='Façade', encoding='utf-8', assumed=False)
    """
    if isinstance(data, Decoded):
        return data
    marked = _by_mark(data)
    if marked is None and is_pdf(data):
        return Decoded(text=read_pdf(data, name=name), encoding="pdf")
    if marked is None and (kind := signed_kind(data)):
        raise UnreadableReportError(f"{name} is {kind[0]}; {kind[1]}.")
    found = marked or _without_mark(data) or _narrow(data, media_type)
    if found is None or is_garbled(found.text):
        raise UnreadableReportError(f"{name} is not a text file; save it as plain text or HTML.")
    return found


def _narrow(data: bytes, media_type: str | None) -> Decoded | None:
    """A text in an encoding whose ASCII is one byte each; None for other bytes."""
    if is_noise(data):
        return None
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _stated(data, media_type) or _declared(data) or _damaged(data) or _detected(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(text=data[len(mark) :].decode(encoding, "replace"), encoding=encoding)
    return None


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 that lacks its mark: every second byte of Western text is zero."""
    head = data[:_HEAD]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if sum(zeros) * 3 <= len(head) or min(zeros) * 20 > max(zeros):
        return None
    encoding = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding, assumed=True)


def _stated(data: bytes, media_type: str | None) -> Decoded | None:
    found = _CHARSET.search(media_type or "")
    return _known(data, found[1]) if found else None


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:_HEAD])
    return _known(data, found[1].decode("ascii", "replace")) if found else None


def _known(data: bytes, name: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        return None
    encoding = table("encodings")["meant"].get(encoding, encoding)
    if encoding not in words("encodings", "known") or encoding == "utf-8":
        return None
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places, which no other encoding would make readable."""
    text = data.decode("utf-8", "replace")
    whole = len(text) - len(text.encode("ascii", "ignore"))
    broken = text.count("\ufffd")
    return Decoded(text=text, encoding="utf-8", assumed=True) if whole > 5 * broken else None


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    ranked = from_bytes(_sample(data), cp_isolation=list(table("encodings")["detected"]))
    best = ranked.best()
    if best is None:
        return _as("cp1252", data)
    equal = [
        match for match in ranked if (match.chaos, match.coherence) == (best.chaos, best.coherence)
    ]
    names = {name for match in equal for name in match.could_be_from_charset}
    # The commonest of those that fit equally well.
    return _as("cp1252" if "cp1252" in names else best.encoding, data)


def _as(encoding: str, data: bytes) -> Decoded:
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding, assumed=True)


def _sample(data: bytes) -> bytes:
    """Whole lines from the first byte on that is not ASCII."""
    foreign = re.search(rb"[\x80-\xff]", data)
    start = data.rfind(b"\n", 0, foreign.start() if foreign else 0) + 1
    end = data.find(b"\n", start + _SAMPLE)
    return data[start : end if 0 <= end < start + 2 * _SAMPLE else start + 2 * _SAMPLE]
