"""Bytes in, reports and records out: files, encodings, pages, plain text, transcripts."""

from typing import TYPE_CHECKING

from sayso.deferral import deferred

if TYPE_CHECKING:
    from sayso.intake.decoding import Decoded, decode
    from sayso.intake.exchange import find_rows, is_exchange, parse_row
    from sayso.intake.files import MAX_BYTES, load_file
    from sayso.intake.report import parse_item, parse_report
    from sayso.intake.sources import (
        Options,
        find_files,
        find_items,
        is_pattern,
        items_in,
        parse_columns,
    )
    from sayso.intake.suppressions import parse_suppressions
    from sayso.intake.transcript import parse_record
    from sayso.intake.turns import find_turns

__all__ = [
    "MAX_BYTES",
    "Decoded",
    "Options",
    "decode",
    "find_files",
    "find_items",
    "find_rows",
    "find_turns",
    "is_exchange",
    "is_pattern",
    "items_in",
    "load_file",
    "parse_columns",
    "parse_item",
    "parse_record",
    "parse_report",
    "parse_row",
    "parse_suppressions",
]

_HOMES = {
    "Decoded": "decoding",
    "MAX_BYTES": "files",
    "Options": "sources",
    "decode": "decoding",
    "find_files": "sources",
    "find_items": "sources",
    "find_rows": "exchange",
    "find_turns": "turns",
    "is_exchange": "exchange",
    "is_pattern": "sources",
    "items_in": "sources",
    "load_file": "files",
    "parse_columns": "sources",
    "parse_item": "report",
    "parse_record": "transcript",
    "parse_report": "report",
    "parse_row": "exchange",
    "parse_suppressions": "suppressions",
}

if not TYPE_CHECKING:  # a type checker would take any name for one that is there
    __getattr__ = deferred(__name__, _HOMES)
