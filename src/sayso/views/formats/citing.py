"""What was found in a report, for the notes of a reference."""

from collections.abc import Iterator

from sayso.records import Holding, Mode

__all__ = ["said_lines"]


def said_lines(report: Holding) -> Iterator[str]:
    """Who said what, a line a statement; quotation marks where all of it stands in some."""
    for found in report.found:
        entry = found.entry
        words = entry.words
        if entry.mode is Mode.DIRECT and not words.startswith(("“", '"')):
            words = f"“{words}”"
        yield f"{entry.speaker or 'nobody named'}: {words}"
