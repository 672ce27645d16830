"""Quotations as Citron writes them (Newell et al. 2018, BBC): a text, and spans in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.intake.language import language_of
from sayso.records import (
    Holding,
    Item,
    Mode,
    Person,
    Quotation,
    Reading,
    Report,
    Span,
    Spans,
    Statement,
    mention_id,
    text_id,
)

__all__ = ["citron_report"]

_MARKS = "\"'“”„‟‘’‚‛«»"


class _Piece(msgspec.Struct, kw_only=True):
    start: int
    end: int
    text: str | None = None


class _Quote(msgspec.Struct, kw_only=True):
    contents: tuple[_Piece, ...]
    cue: _Piece | None = None
    sources: tuple[_Piece, ...] = ()
    coreferences: tuple[_Piece, ...] = ()
    confidence: float | None = None


class _Document(msgspec.Struct, kw_only=True):
    text: str
    quotes: tuple[_Quote, ...]


def citron_report(row: bytes, name: str) -> Holding:
    """The report of a document: a statement a quote, a person for each name of a source."""
    document = msgspec.json.decode(row, type=_Document)
    text = document.text
    report = Report(id=text_id(text), text=text, language=language_of(text))
    names = [_name(quote, text) for quote in document.quotes]
    ids = {one: f"p{number}" for number, one in enumerate(dict.fromkeys(filter(None, names)), 1)}
    statements = {}
    for quote, speaker in zip(document.quotes, names, strict=True):
        statement = _statement(quote, report, ids.get(speaker or ""))
        statements[statement.id] = statement
    reading = Reading(
        report=report,
        statements=tuple(statements.values()),
        people=tuple(_people(document, names, ids)),
        quotations=tuple(
            Quotation(spans=statement.content, statement=statement.id)
            for statement in statements.values()
            if statement.mode is Mode.DIRECT
        ),
    )
    return Holding(reading=reading, item=Item(name=name, data=text.encode()), reader="citron")


def _statement(quote: _Quote, report: Report, speaker: str | None) -> Statement:
    cue = _spans((quote.cue,) if quote.cue else (), report.text)
    content = _spans(quote.contents, report.text)
    return Statement(
        id=mention_id(report.id, "s", *cue, *content),
        source=_spans(quote.sources, report.text),
        cue=cue,
        content=content,
        mode=_mode([span.of(report.text) for span in content]),
        speaker=speaker,
        confidence=quote.confidence,
    )


def _people(
    document: _Document, names: Sequence[str | None], ids: Mapping[str, str]
) -> Iterator[Person]:
    mentions: dict[str | None, set[Span]] = defaultdict(set)
    for quote, name in zip(document.quotes, names, strict=True):
        mentions[name].update(_spans((*quote.sources, *quote.coreferences), document.text))
    for name, own in ids.items():
        yield Person(id=own, name=name, mentions=tuple(sorted(mentions[name])))


def _name(quote: _Quote, text: str) -> str | None:
    """Whom the source stands for, where Citron knows; else what it is called there."""
    named = [span.of(text) for span in _spans(quote.coreferences or quote.sources, text)]
    return " ".join(named[0].split()) or None if named else None


def _spans(pieces: Sequence[_Piece], text: str) -> Spans:
    """The spans; ValueError where other words stand there than the file says."""
    spans = [Span(piece.start, piece.end) for piece in pieces]
    for piece, span in zip(pieces, spans, strict=True):
        if not 0 <= span.start <= span.end <= len(text):
            raise ValueError(f"{piece.start}-{piece.end} is outside its text")
        if piece.text is not None and piece.text != span.of(text):
            raise ValueError(f"at {piece.start}-{piece.end} stands {span.of(text)[:40]!r}")
    return tuple(spans)


def _mode(pieces: Sequence[str]) -> Mode:
    """Whether all of it, none of it or a part stands in quotation marks.

    >>> _mode(['"Soon,"']), _mode(["it was “over”"])
    (<Mode.DIRECT: 'direct'>, <Mode.MIXED: 'mixed'>)
    """
    bare = [piece.strip() for piece in pieces]
    if bare and all(piece[:1] in _MARKS and piece[-1:] in _MARKS and piece for piece in bare):
        return Mode.DIRECT
    marks = _MARKS.replace("'", "").replace("’", "")  # which also stand for left-out letters
    marked = any(mark in piece for piece in bare for mark in marks)
    return Mode.MIXED if marked else Mode.INDIRECT
