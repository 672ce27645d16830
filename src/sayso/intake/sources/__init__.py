"""Where documents come from: files, folders, patterns, archives, feeds, tables, addresses."""

from sayso.intake.sources.folders import find_files, is_pattern
from sayso.intake.sources.options import Options, parse_columns
from sayso.intake.sources.sources import find_items, items_in

__all__ = ["Options", "find_files", "find_items", "is_pattern", "items_in", "parse_columns"]
