"""Where a passage of a report stands in the file it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Finding, Span

__all__ = ["Position", "find_position", "place_findings"]

_BEFORE = 40  # characters before the passage that tell it from the same words elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Lines and columns in a file, both from 1; `last_column` is the one after the passage."""

    line: int
    column: int
    last_line: int
    last_column: int


def place_findings(
    findings: Sequence[Finding], text: str, file_text: str
) -> Iterator[tuple[Finding, Position | None]]:
    """Each finding about a report's text with its place in the file of the report."""
    for finding in findings:
        first, last = finding.report_span[0], finding.report_span[-1]
        yield finding, find_position(Span(first.start, last.end), text, file_text)


def find_position(span: Span, text: str, file_text: str) -> Position | None:
    r"""Where the words at `span` of a report's text stand in its file; None where they do not.

    Of a page the words may be broken by markup, of a plain text only its header was taken off.

    >>> find_position(Span(0, 4), "Rain fell.", "Title: Weather\n\nRain fell.")
    Position(line=3, column=1, last_line=3, last_column=5)
    """
    before = text[max(0, span.start - _BEFORE) : span.start]
    words = span.of(text)
    found = file_text.find(before + words)
    start = found + len(before) if found >= 0 else file_text.find(words)
    if start < 0 or not words:
        return None
    line, column = _place(file_text, start)
    last_line, last_column = _place(file_text, start + len(words))
    return Position(line=line, column=column, last_line=last_line, last_column=last_column)


def _place(text: str, offset: int) -> tuple[int, int]:
    line = text.count("\n", 0, offset) + 1
    return line, offset - text.rfind("\n", 0, offset)
