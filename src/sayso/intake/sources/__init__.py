"""Where documents come from: files, folders, patterns, archives, feeds, tables, addresses."""

from sayso.intake.sources.sources import find_items

__all__ = ["find_items"]
