"""Bytes to a report."""

import datetime
from dataclasses import replace

from sayso.errors import UnreadableReportError
from sayso.intake.boilerplate import strip_boilerplate
from sayso.intake.decoding import Decoded, decode
from sayso.intake.header import split_header
from sayso.intake.language import language_of
from sayso.intake.page import is_page, read_page
from sayso.records import Item, Report, text_id

__all__ = ["parse_item", "parse_report"]


def parse_item(item: Item, *, published: datetime.date | None = None) -> Report:
    """The report in a document; what its container says of it wins over what it says itself.

    UnreadableReportError where there is no text.

    >>> parse_item(Item(name="news.csv!4", data=b"Nobody was hurt.", outlet="The Courier")).outlet
    'The Courier'
    """
    report = parse_report(item.data, name=item.name, published=published or item.published)
    return replace(
        report,
        title=item.title or report.title,
        outlet=item.outlet or report.outlet,
        url=item.url or report.url,
    )


def parse_report(
    data: bytes | Decoded, *, name: str, published: datetime.date | None = None
) -> Report:
    r"""The report in a file's bytes, HTML or plain text; `published` wins over what it says itself.

    A plain text comes back code point for code point, but for its header block and for lines that
    belong to the page around it. UnreadableReportError, which names the file by `name`, where
    there is no text.

    >>> report = parse_report(b"Title: Ships wait\n\nNobody was hurt.", name="ships.txt")
    >>> report.title, report.text
    ('Ships wait', 'Nobody was hurt.')
    """
    text = decode(data, name=name).text
    if is_page(text):
        metadata, body = read_page(text)
        body = strip_boilerplate(body).rstrip("\n")
    else:
        metadata, body = split_header(text)
        body = strip_boilerplate(body)
    if not body.strip():
        raise UnreadableReportError(
            f"{name} holds no report text; save the page again once it shows the text, "
            "or paste the text into a file."
        )
    return Report(
        id=text_id(body),
        text=body,
        title=metadata.title,
        outlet=metadata.outlet,
        url=metadata.url,
        published=published or metadata.day,
        language=language_of(body) or metadata.language,
    )
