"""The stations in order: for single reports, and for all that a ledger keeps.

A name is imported when it is first used: checking a report needs no database, a search no encoder.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.intake import Options, find_items, items_in
    from sayso.ledger import Access, Bookmark, Ledger, Search, load_bookmark, save_bookmark
    from sayso.pipeline.across import (
        Said,
        Told,
        drift,
        newest_stories,
        origins,
        stories,
        story,
        story_around,
        topics,
        utterances,
        who,
    )
    from sayso.pipeline.adding import Added, add_each, count_documents, reader
    from sayso.pipeline.browsing import (
        Located,
        locate,
        newest_reports,
        open_report,
        original,
        overview,
        person,
        records,
        tenures,
    )
    from sayso.pipeline.checks import Check, check, check_each, check_reading, load_selection
    from sayso.pipeline.contradicting import contradictions
    from sayso.pipeline.counting import counted, series
    from sayso.pipeline.decider import Decider
    from sayso.pipeline.directory import candidates, people
    from sayso.pipeline.drafts import check_draft, check_kept
    from sayso.pipeline.exchanging import Tally, find_kept
    from sayso.pipeline.explaining import explain_each
    from sayso.pipeline.foretelling import forecasts
    from sayso.pipeline.handed import refuse_long, short_enough
    from sayso.pipeline.history import readings, reread_each, versions
    from sayso.pipeline.importing import import_each
    from sayso.pipeline.judging import (
        blanks,
        fill,
        judge,
        judgements,
        merge,
        rename,
        split,
        undo,
    )
    from sayso.pipeline.locating import places
    from sayso.pipeline.maker import Clock
    from sayso.pipeline.network import fetcher, fetching
    from sayso.pipeline.noticing import Wanted, beginning, notices
    from sayso.pipeline.packing import gather_evidence
    from sayso.pipeline.polling import Looking, poll
    from sayso.pipeline.recording import record_each
    from sayso.pipeline.relating import relate
    from sayso.pipeline.reports import (
        Outcome,
        open_each,
        read,
        read_document,
        read_each,
        read_text,
    )
    from sayso.pipeline.retrying import failed_sources, failures, retry_each
    from sayso.pipeline.searching import (
        FILTERS,
        Found,
        SearchPage,
        facets,
        is_about_more,
        named_search,
        search_kept,
        search_of,
        search_page,
        search_part,
    )
    from sayso.pipeline.timing import timeline
    from sayso.pipeline.watching import Watch, watch
    from sayso.pipeline.weights import encoder, load_encoder

__all__ = [
    "FILTERS",
    "Access",
    "Added",
    "Bookmark",
    "Check",
    "Clock",
    "Decider",
    "Found",
    "Ledger",
    "Located",
    "Looking",
    "Options",
    "Outcome",
    "Said",
    "Search",
    "SearchPage",
    "Tally",
    "Told",
    "Wanted",
    "Watch",
    "add_each",
    "beginning",
    "blanks",
    "candidates",
    "check",
    "check_draft",
    "check_each",
    "check_kept",
    "check_reading",
    "contradictions",
    "count_documents",
    "counted",
    "drift",
    "encoder",
    "explain_each",
    "facets",
    "failed_sources",
    "failures",
    "fetcher",
    "fetching",
    "fill",
    "find_items",
    "find_kept",
    "forecasts",
    "gather_evidence",
    "import_each",
    "is_about_more",
    "items_in",
    "judge",
    "judgements",
    "load_bookmark",
    "load_encoder",
    "load_selection",
    "locate",
    "merge",
    "named_search",
    "newest_reports",
    "newest_stories",
    "notices",
    "open_each",
    "open_report",
    "original",
    "origins",
    "overview",
    "people",
    "person",
    "places",
    "poll",
    "read",
    "read_document",
    "read_each",
    "read_text",
    "reader",
    "readings",
    "record_each",
    "records",
    "refuse_long",
    "relate",
    "rename",
    "reread_each",
    "retry_each",
    "save_bookmark",
    "search_kept",
    "search_of",
    "search_page",
    "search_part",
    "series",
    "short_enough",
    "split",
    "stories",
    "story",
    "story_around",
    "tenures",
    "timeline",
    "topics",
    "undo",
    "utterances",
    "versions",
    "watch",
    "who",
]

_HOMES = {
    "sayso.intake": ("Options", "find_items", "items_in"),
    "sayso.ledger": (
        "Access",
        "Bookmark",
        "Ledger",
        "Search",
        "load_bookmark",
        "save_bookmark",
    ),
    "sayso.pipeline.adding": ("Added", "add_each", "count_documents", "reader"),
    "sayso.pipeline.exchanging": ("Tally", "find_kept"),
    "sayso.pipeline.importing": ("import_each",),
    "sayso.pipeline.explaining": ("explain_each",),
    "sayso.pipeline.browsing": (
        "Located",
        "locate",
        "open_report",
        "original",
        "overview",
        "person",
        "records",
        "tenures",
        "newest_reports",
    ),
    "sayso.pipeline.drafts": ("check_draft", "check_kept"),
    "sayso.pipeline.handed": ("refuse_long", "short_enough"),
    "sayso.pipeline.network": ("fetcher", "fetching"),
    "sayso.pipeline.noticing": ("Wanted", "beginning", "notices"),
    "sayso.pipeline.polling": ("Looking", "poll"),
    "sayso.pipeline.history": ("readings", "reread_each", "versions"),
    "sayso.pipeline.decider": ("Decider",),
    "sayso.pipeline.judging": (
        "blanks",
        "fill",
        "judge",
        "judgements",
        "merge",
        "rename",
        "split",
        "undo",
    ),
    "sayso.pipeline.checks": (
        "Check",
        "check",
        "check_each",
        "check_reading",
        "load_selection",
    ),
    "sayso.pipeline.contradicting": ("contradictions",),
    "sayso.pipeline.counting": ("counted", "series"),
    "sayso.pipeline.foretelling": ("forecasts",),
    "sayso.pipeline.timing": ("timeline",),
    "sayso.pipeline.watching": ("Watch", "watch"),
    "sayso.pipeline.weights": ("encoder", "load_encoder"),
    "sayso.pipeline.locating": ("places",),
    "sayso.pipeline.maker": ("Clock",),
    "sayso.pipeline.directory": ("candidates", "people"),
    "sayso.pipeline.packing": ("gather_evidence",),
    "sayso.pipeline.retrying": ("failed_sources", "failures", "retry_each"),
    "sayso.pipeline.searching": (
        "FILTERS",
        "Found",
        "SearchPage",
        "facets",
        "is_about_more",
        "named_search",
        "search_kept",
        "search_of",
        "search_page",
        "search_part",
    ),
    "sayso.pipeline.recording": ("record_each",),
    "sayso.pipeline.relating": ("relate",),
    "sayso.pipeline.across": (
        "Said",
        "Told",
        "drift",
        "newest_stories",
        "origins",
        "stories",
        "story",
        "story_around",
        "topics",
        "utterances",
        "who",
    ),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    homes = (home for home, names in _HOMES.items() if name in names)
    return getattr(import_module(next(homes, "sayso.pipeline.reports")), name)
