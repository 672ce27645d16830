"""Quotations of GDELT's Global Quotation Graph: words in quotation marks, and those around them."""

from collections.abc import Iterable

import msgspec

from sayso.intake.days import read_day
from sayso.intake.language import language_of
from sayso.intake.metadata import as_language, as_line, as_url
from sayso.records import (
    Holding,
    Item,
    Mode,
    Quotation,
    Reading,
    Report,
    Span,
    Statement,
    mention_id,
    text_id,
)

__all__ = ["gdelt_report"]

_COMPACT = 8  # letters of a day without marks: 20241031


class _Quote(msgspec.Struct, kw_only=True):
    quote: str
    pre: str = ""
    post: str = ""


class _Page(msgspec.Struct, kw_only=True):
    url: str
    quotes: tuple[_Quote, ...]
    date: str | None = None
    title: str | None = None
    lang: str | None = None


def gdelt_report(row: bytes, name: str) -> Holding:
    """The report of a page: its text is only what stands around the quotations, a paragraph each.

    Who speaks GDELT does not tell; `sayso reread` reads it in the words around.
    """
    page = msgspec.json.decode(row, type=_Page)
    text, quoted = _paragraphs(page.quotes)
    if not quoted:
        raise ValueError("no words are quoted in it")
    report = _report(page, text)
    statements = tuple(_statement(report, span) for span in quoted)
    quotations = (
        Quotation(spans=(span,), statement=one.id)
        for span, one in zip(quoted, statements, strict=True)
    )
    reading = Reading(report=report, statements=statements, quotations=tuple(quotations))
    item = Item(name=report.url or name, data=text.encode())
    return Holding(reading=reading, item=item, reader="gdelt")


def _paragraphs(quotes: Iterable[_Quote]) -> tuple[str, list[Span]]:
    """The text, and where in it the quoted words stand."""
    paragraphs, quoted, at = [], [], 0
    for quote in quotes:
        before, words, after = (_line(part) for part in (quote.pre, quote.quote, quote.post))
        if words:
            opening = f"{before} “".lstrip()
            quoted.append(Span(at + len(opening), at + len(opening) + len(words)))
            paragraphs.append(f"{opening}{words}” {after}".rstrip())
            at += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs), quoted


def _line(words: str) -> str:
    return " ".join(words.split())


def _report(page: _Page, text: str) -> Report:
    date = page.date or ""
    compact = date[:_COMPACT] if date[:_COMPACT].isdigit() else date
    return Report(
        id=text_id(text),
        text=text,
        title=as_line(page.title),
        url=as_url(page.url),
        published=read_day(compact),
        language=as_language(page.lang) or language_of(text),
    )


def _statement(report: Report, quoted: Span) -> Statement:
    """A statement of nobody named; the marks belong to what was said."""
    content = Span(quoted.start - 1, quoted.end + 1)
    own = mention_id(report.id, "s", content)
    return Statement(id=own, source=(), cue=(), content=(content,), mode=Mode.DIRECT)
