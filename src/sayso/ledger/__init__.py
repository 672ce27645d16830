"""What is kept: reports, readings and judgements, in one file or in one PostgreSQL database."""

from sayso.ledger.batches import Batch
from sayso.ledger.counting import COUNTED, facets_of, overview_of
from sayso.ledger.directory import candidates_in, people_in, person_in
from sayso.ledger.failures import keep_failure, open_failures, settle
from sayso.ledger.judgements import judgements_in, names_in
from sayso.ledger.judging import Decision, judge_passage, judge_people, split_off, take_back
from sayso.ledger.keeping import (
    Kept,
    Read,
    correct_version,
    keep,
    keep_reading,
    keep_record,
    supersede,
)
from sayso.ledger.ledger import Ledger
from sayso.ledger.reports import (
    current_readings,
    is_current,
    load_reading,
    newest_reading,
    outdated_readings,
    version_row,
    versions_of,
)
from sayso.ledger.saved import save, saved_searches
from sayso.ledger.search import RANKED, Bound, Order, Search
from sayso.ledger.shelf import kept_report, original_data, readings_of_text, records_in, shelved

__all__ = [
    "COUNTED",
    "RANKED",
    "Batch",
    "Bound",
    "Decision",
    "Kept",
    "Ledger",
    "Order",
    "Read",
    "Search",
    "candidates_in",
    "correct_version",
    "current_readings",
    "facets_of",
    "is_current",
    "judge_passage",
    "judge_people",
    "judgements_in",
    "keep",
    "keep_failure",
    "keep_reading",
    "keep_record",
    "kept_report",
    "load_reading",
    "names_in",
    "newest_reading",
    "open_failures",
    "original_data",
    "outdated_readings",
    "overview_of",
    "people_in",
    "person_in",
    "readings_of_text",
    "records_in",
    "save",
    "saved_searches",
    "settle",
    "shelved",
    "split_off",
    "supersede",
    "take_back",
    "version_row",
    "versions_of",
]
