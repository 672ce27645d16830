"""Bytes to a report."""

import datetime

from sayso.errors import UnreadableReportError
from sayso.intake.boilerplate import strip_boilerplate
from sayso.intake.dateline import read_dateline
from sayso.intake.decoding import Decoded, decode
from sayso.intake.header import split_header
from sayso.intake.headline import read_headline
from sayso.intake.language import language_of
from sayso.intake.metadata import Metadata
from sayso.intake.page import is_page, read_page
from sayso.records import Item, Report, text_id

__all__ = ["parse_item", "parse_report"]

_PAGE = ("text/html", "application/xhtml+xml")


def parse_item(
    item: Item, text: Decoded | None = None, *, published: datetime.date | None = None
) -> Report:
    """The report in a document; what its container says of it wins over what it says itself.

    `text` are its bytes decoded, where that is done already. UnreadableReportError where there is
    no text.

    >>> parse_item(Item(name="news.csv!4", data=b"Nobody was hurt.", outlet="The Courier")).outlet
    'The Courier'
    """
    text = text or decode(item.data, name=item.name, media_type=item.media_type)
    stated, body = _read(text.text, page=(item.media_type or "").startswith(_PAGE))
    if not body.strip():
        raise UnreadableReportError(
            f"{item.name} holds no report text; save the page again once it shows the text, "
            "or paste the text into a file."
        )
    return Report(
        id=text_id(body),
        text=body,
        title=item.title or stated.title or read_headline(body),
        outlet=item.outlet or stated.outlet,
        url=_address(item.url, stated.url),
        published=published or item.published or stated.day or read_dateline(body),
        language=language_of(body) or stated.language,
    )


def parse_report(
    data: bytes | Decoded, *, name: str, published: datetime.date | None = None
) -> Report:
    r"""The report in a file's bytes, HTML, PDF or plain text; `published` is its day, if known.

    A plain text comes back code point for code point, but for its header block and for lines that
    belong to the page around it. UnreadableReportError, which names the file by `name`, where
    there is no text.

    >>> report = parse_report(b"Title: Ships wait\n\nNobody was hurt.", name="ships.txt")
    >>> report.title, report.text
    ('Ships wait', 'Nobody was hurt.')
    """
    text = decode(data, name=name)
    return parse_item(Item(name=name, data=b""), text, published=published)


def _read(text: str, *, page: bool) -> tuple[Metadata, str]:
    if page or is_page(text):
        stated, body = read_page(text)
        return stated, strip_boilerplate(body).rstrip("\n")
    stated, body = split_header(text)
    return stated, strip_boilerplate(body)


def _address(found_at: str | None, stated: str | None) -> str | None:
    """Where a page was found, unless it names an address of its own on the same host."""
    if found_at and (not stated or _host(stated) != _host(found_at)):
        return found_at
    return stated


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].lower()
