"""What is kept: reports, readings and judgements, in one file or in one PostgreSQL database."""

from sayso.ledger.access import Access
from sayso.ledger.arrivals import (
    arrived,
    departures,
    last_arrivals,
    readings_due,
    version_before,
)
from sayso.ledger.batches import Batch
from sayso.ledger.blanks import blanks_in
from sayso.ledger.bookmark import Bookmark, FeedMark, load_bookmark, save_bookmark
from sayso.ledger.chain import chain_end
from sayso.ledger.closing import Closing
from sayso.ledger.counting import COUNTED, facets_of, overview_of
from sayso.ledger.directory import candidates_in, people_in, person_in
from sayso.ledger.exchange import find_reports
from sayso.ledger.failures import keep_failure, open_failures, settle
from sayso.ledger.gathering import (
    gather,
    gather_only,
    is_about_more,
    readings_counting,
    readings_foretelling,
)
from sayso.ledger.judgements import judgements_in, names_in
from sayso.ledger.judging import (
    Decision,
    judge_passage,
    judge_people,
    judge_report,
    split_off,
    take_back,
)
from sayso.ledger.keeping import (
    Kept,
    correct_version,
    foresee,
    keep,
    keep_new,
    keep_reading,
    keep_record,
    supersede,
)
from sayso.ledger.ledger import Ledger
from sayso.ledger.locating import places_in
from sayso.ledger.losses import lost_in
from sayso.ledger.planning import Planning
from sayso.ledger.plans import Plan
from sayso.ledger.preparing import Identify, Prepared, Read, prepare
from sayso.ledger.related import (
    last_stories,
    origins_by_story,
    origins_in,
    stories_in,
    story_of,
    topics_in,
    utterances_in,
)
from sayso.ledger.relating import (
    beside,
    keep_origins,
    keep_stories,
    keep_terms,
    keep_utterances,
    pending_readings,
    present_renderings,
    readings_within,
    statement_numbers,
    story_members,
    told_nearby,
)
from sayso.ledger.reports import (
    current_readings,
    current_text,
    load_reading,
    load_readings,
    newest_reading,
    outdated_readings,
    version_row,
    versions_of,
)
from sayso.ledger.saved import save, saved_searches
from sayso.ledger.search import RANKED, Bound, Order, Search, find_page
from sayso.ledger.shelf import kept_report, original_data, readings_of_text, shelved
from sayso.ledger.taking import take_in
from sayso.ledger.transcripts import (
    pending_records,
    readings_of_speakers,
    record_cards,
    records_in,
    records_of,
    records_of_days,
)

__all__ = [
    "COUNTED",
    "RANKED",
    "Access",
    "Batch",
    "Bookmark",
    "Bound",
    "Closing",
    "Decision",
    "FeedMark",
    "Identify",
    "Kept",
    "Ledger",
    "Order",
    "Plan",
    "Planning",
    "Prepared",
    "Read",
    "Search",
    "arrived",
    "beside",
    "blanks_in",
    "candidates_in",
    "chain_end",
    "correct_version",
    "current_readings",
    "current_text",
    "departures",
    "facets_of",
    "find_page",
    "find_reports",
    "foresee",
    "gather",
    "gather_only",
    "is_about_more",
    "judge_passage",
    "judge_people",
    "judge_report",
    "judgements_in",
    "keep",
    "keep_failure",
    "keep_new",
    "keep_origins",
    "keep_reading",
    "keep_record",
    "keep_stories",
    "keep_terms",
    "keep_utterances",
    "kept_report",
    "last_arrivals",
    "last_stories",
    "load_bookmark",
    "load_reading",
    "load_readings",
    "lost_in",
    "names_in",
    "newest_reading",
    "open_failures",
    "original_data",
    "origins_by_story",
    "origins_in",
    "outdated_readings",
    "overview_of",
    "pending_readings",
    "pending_records",
    "people_in",
    "person_in",
    "places_in",
    "prepare",
    "present_renderings",
    "readings_counting",
    "readings_due",
    "readings_foretelling",
    "readings_of_speakers",
    "readings_of_text",
    "readings_within",
    "record_cards",
    "records_in",
    "records_of",
    "records_of_days",
    "save",
    "save_bookmark",
    "saved_searches",
    "settle",
    "shelved",
    "split_off",
    "statement_numbers",
    "stories_in",
    "story_members",
    "story_of",
    "supersede",
    "take_back",
    "take_in",
    "told_nearby",
    "topics_in",
    "utterances_in",
    "version_before",
    "version_row",
    "versions_of",
]
