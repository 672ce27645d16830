"""The pack: a page, the same as JSON, citations, and the checksums of all of them."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from sayso.records import Evidence, Holding
from sayso.views.evidence.page import evidence_page
from sayso.views.evidence.shortening import with_short_quotes
from sayso.views.evidence.told import reports_of, told_evidence
from sayso.views.evidence.zipped import zip_file
from sayso.views.formats import write_format

__all__ = ["evidence_pack"]

_CITATIONS = {"citations.ris": "ris", "citations.json": "csl-json"}


def evidence_pack(
    evidence: Evidence,
    *,
    moment: datetime.datetime,
    longest_quote: int | None = None,
    version: str,
) -> bytes:
    """A zip archive; the same evidence at the same moment gives the same bytes.

    With `longest_quote` no more than so many words of a passage are in it, and none around it.
    """
    short = with_short_quotes(evidence, longest_quote)
    told = told_evidence(short, moment=moment, version=version, whole=longest_quote is None)
    page = evidence_page(short, told)
    files = {
        "index.html": page.encode("utf-8", "replace"),
        "evidence.json": msgspec.json.format(_ENCODER.encode(told), indent=1) + b"\n",
    }
    for name, format_name in _CITATIONS.items():
        files[name] = b"".join(write_format(format_name, _cited(short)))
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return zip_file({**files, "SHA256SUMS": sums.encode()}, moment)


_ENCODER = msgspec.json.Encoder(decimal_format="number")


def _cited(evidence: Evidence) -> Iterable[Holding]:
    """The reports with all that was found in them, quoted as the exhibits quote it."""
    return _with_found(evidence)


def _with_found(evidence: Evidence) -> Iterator[Holding]:
    for holding in reports_of(evidence):
        own = holding.reading.report.id
        found = [it.held for it in evidence.exhibits if it.holding.reading.report.id == own]
        yield replace(holding, found=tuple(found))
