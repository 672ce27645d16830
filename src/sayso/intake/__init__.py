"""Bytes in, reports and records out: files, encodings, pages, plain text, transcripts."""

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
