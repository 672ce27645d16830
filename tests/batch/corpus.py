"""Reports of every kind that a batch meets: files, an archive, a table, doubles, what is none."""

import gzip
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from tests.intake.sources.archives import warc_bytes

PAY = """Title: Pay
Outlet: The Harbour Ledger
Published: 2024-11-01

The mayor, Tom Brandt, said: "We will not pay 8,000 dollars." Rain fell in Odesa on Thursday.
"""
NOTHING = 'Brandt told reporters that the dockers "would get nothing" if they did not return.'
PAGE = b"<html><head><title>Cranes</title></head><body><article><p>%s</p></article></body></html>"
CRANES = b'"The cranes will move again in about 10 days," said Ilse Varga, the harbour master. ' * 3


def warc(*addresses: str) -> bytes:
    """A packed web archive with a page at each address."""
    pages = {
        address: PAGE % (CRANES + b"It was her statement number %d." % number)
        for number, address in enumerate(addresses)
    }
    return warc_bytes(pages, packed=True)


def lay(folder: Path) -> Path:
    """Nine documents, two of them found twice, and two things that cannot be read."""
    folder.mkdir()
    (folder / "pay.txt").write_text(PAY)
    (folder / "same.txt").write_text(PAY)
    (folder / "packed.txt.gz").write_bytes(gzip.compress(NOTHING.encode()))
    (folder / "empty.txt").write_text("")
    whole = warc(*(f"https://example.org/{number}" for number in range(3)))
    (folder / "crawl.warc.gz").write_bytes(whole)
    (folder / "cut.warc.gz").write_bytes(warc("https://example.org/cut", "https://b.org")[:-90])
    rows = pa.table({"text": [PAY, NOTHING], "title": ["Agency copy", None], "url": [None, None]})
    parquet.write_table(rows, folder / "table.parquet")
    return folder
