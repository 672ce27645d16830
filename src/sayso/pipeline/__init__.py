"""The stations in order: for single reports, and for all that a ledger keeps.

A name is imported when it is first used: checking a report needs no database, a search no encoder.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.intake import find_items, items_in
    from sayso.ledger import Ledger, Search
    from sayso.pipeline.adding import Added, add_each, count_documents, failures, retry_each
    from sayso.pipeline.browsing import (
        Located,
        locate,
        newest_reports,
        open_report,
        original,
        overview,
        person,
        records,
    )
    from sayso.pipeline.directory import candidates, people
    from sayso.pipeline.drafts import check_draft, check_kept
    from sayso.pipeline.history import readings, reread_each, versions
    from sayso.pipeline.judging import Decider, judge, judgements, merge, rename, split, undo
    from sayso.pipeline.maker import Clock
    from sayso.pipeline.network import fetching
    from sayso.pipeline.reports import (
        Check,
        Outcome,
        check,
        check_each,
        check_reading,
        load_selection,
        read,
        read_each,
        read_text,
        record_each,
    )
    from sayso.pipeline.searching import FILTERS, Found, facets, search_kept, search_of

__all__ = [
    "FILTERS",
    "Added",
    "Check",
    "Clock",
    "Decider",
    "Found",
    "Ledger",
    "Located",
    "Outcome",
    "Search",
    "add_each",
    "candidates",
    "check",
    "check_draft",
    "check_each",
    "check_kept",
    "check_reading",
    "count_documents",
    "facets",
    "failures",
    "fetching",
    "find_items",
    "items_in",
    "judge",
    "judgements",
    "load_selection",
    "locate",
    "merge",
    "newest_reports",
    "open_report",
    "original",
    "overview",
    "people",
    "person",
    "read",
    "read_each",
    "read_text",
    "readings",
    "record_each",
    "records",
    "rename",
    "reread_each",
    "retry_each",
    "search_kept",
    "search_of",
    "split",
    "undo",
    "versions",
]

_HOMES = {
    "sayso.intake": ("find_items", "items_in"),
    "sayso.ledger": ("Ledger", "Search"),
    "sayso.pipeline.adding": ("Added", "add_each", "count_documents", "failures", "retry_each"),
    "sayso.pipeline.browsing": (
        "Located",
        "locate",
        "open_report",
        "original",
        "overview",
        "person",
        "records",
        "newest_reports",
    ),
    "sayso.pipeline.drafts": ("check_draft", "check_kept"),
    "sayso.pipeline.network": ("fetching",),
    "sayso.pipeline.history": ("readings", "reread_each", "versions"),
    "sayso.pipeline.judging": (
        "Decider",
        "judge",
        "judgements",
        "merge",
        "rename",
        "split",
        "undo",
    ),
    "sayso.pipeline.maker": ("Clock",),
    "sayso.pipeline.directory": ("candidates", "people"),
    "sayso.pipeline.searching": ("FILTERS", "Found", "facets", "search_kept", "search_of"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = (home for home, names in _HOMES.items() if name in names)
    return getattr(import_module(next(homes, "sayso.pipeline.reports")), name)
