"""Readings and findings on standard output, as tables or as lines of JSON."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.interfaces.terminal import console

if TYPE_CHECKING:
    from sayso.pipeline import Check
    from sayso.records import Reading

__all__ = ["Format", "print_check", "print_reading"]


class Format(StrEnum):
    """How results are written: a table for people, or lines of JSON for programs."""

    TABLE = "table"
    JSONL = "jsonl"


def print_reading(name: str, reading: "Reading", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print what was read in one report; 0, the exit status of a command that could do it."""
    from sayso import views

    if format is Format.JSONL:
        _write(views.reading_line(reading))
    else:
        screen = console(color=color)
        screen.print(views.reading_table(reading, name=name, width=screen.width))
    return 0


def print_check(name: str, check: "Check", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the findings about one report; 1 where any departs, else 0."""
    from sayso import views

    if format is Format.JSONL:
        for finding in check.findings:
            _write(views.finding_line(finding, check.reading.report.id))
    else:
        table = views.finding_table(check.reading, check.findings, check.records, name=name)
        console(color=color).print(table)
    return int(check.departs)


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
