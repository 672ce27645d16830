"""Readings on standard output, as tables or as lines of JSON."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.interfaces.terminal import console

if TYPE_CHECKING:
    from sayso.records import Reading

__all__ = ["Format", "print_reading", "write_line"]


class Format(StrEnum):
    """How results are written: a table for people, or lines of JSON for programs."""

    TABLE = "table"
    JSONL = "jsonl"


def print_reading(name: str, reading: "Reading", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print what was read in one report; 0, the exit status of a command that could do it.

    The table shows every remark once, also one that a statement holds among others.
    """
    from sayso.comparing.parts import each_remark
    from sayso.views.jsonl import reading_line
    from sayso.views.reading_table import reading_table

    if format is Format.JSONL:
        write_line(reading_line(reading))
    else:
        screen = console(color=color)
        screen.print(reading_table(each_remark(reading), name=name, width=screen.width))
    return 0


def write_line(line: bytes) -> None:
    """One line on standard output, there at once."""
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
