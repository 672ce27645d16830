"""Bytes to a record."""

from dataclasses import replace

from sayso.errors import UnreadableRecordError, UnreadableReportError
from sayso.intake.decoding import Decoded, decode
from sayso.intake.gaps import find_gaps
from sayso.intake.header import split_header
from sayso.intake.metadata import Metadata
from sayso.intake.page import is_page, read_page
from sayso.intake.rows import is_rows, read_rows
from sayso.intake.turns import find_turns
from sayso.lexicon import words
from sayso.records import Record, Span, Turn, text_id

__all__ = ["parse_record"]


def parse_record(data: bytes | Decoded, *, name: str) -> Record:
    r"""The record in a file's bytes: turns in plain text, HTML or JSON lines, or just its words.

    UnreadableRecordError, which names the file by `name`, where there is nothing said in it.

    >>> record = parse_record(b"Title: Remarks\n\nVARGA: We tried.\n(inaudible)", name="r.txt")
    >>> record.turns[0].speaker, record.turns[0].span.of(record.text), record.complete
    ('VARGA', 'We tried.', False)
    """
    try:
        text = decode(data, name=name).text
    except UnreadableReportError as error:
        raise UnreadableRecordError(str(error)) from error
    metadata, body, turns = _read(text, name)
    if not turns:
        raise UnreadableRecordError(
            f"{name} holds no words that anybody said; "
            "give the transcript as text, HTML or JSON lines."
        )
    gaps = find_gaps(body, turns)
    if _is_partial(metadata.coverage):
        gaps = tuple(sorted({*gaps, Span(len(body), len(body))}))
    return Record(
        id=text_id(body),
        name=name,
        text=body,
        turns=turns,
        gaps=gaps,
        title=metadata.title,
        held=metadata.day,
        venue=metadata.venue,
        url=metadata.url,
    )


def _read(text: str, name: str) -> tuple[Metadata, str, tuple[Turn, ...]]:
    if is_rows(text):
        return read_rows(text, name=name)
    if is_page(text):
        metadata, body = read_page(text, spoken=True)
        # The day a page came out need not be the day the words were said.
        return replace(metadata, day=None), body, find_turns(body)
    metadata, body = split_header(text)
    return metadata, body, find_turns(body)


def _is_partial(coverage: str | None) -> bool:
    if not coverage:
        return False
    return coverage.lower().split()[0].strip(".,;") not in words("transcript", "whole")
