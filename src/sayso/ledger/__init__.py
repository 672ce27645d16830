"""What is kept: reports, readings and judgements, in one file or in one PostgreSQL database."""

from sayso.ledger.batches import Batch
from sayso.ledger.directory import candidates_in, people_in
from sayso.ledger.failures import keep_failure, open_failures, settle
from sayso.ledger.gathering import gather, readings_counting, readings_foretelling
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

__all__ = [
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
    "gather",
    "is_current",
    "judge_passage",
    "judge_people",
    "judgements_in",
    "keep",
    "keep_failure",
    "keep_reading",
    "keep_record",
    "load_reading",
    "names_in",
    "newest_reading",
    "open_failures",
    "outdated_readings",
    "people_in",
    "readings_counting",
    "readings_foretelling",
    "save",
    "saved_searches",
    "settle",
    "split_off",
    "supersede",
    "take_back",
    "version_row",
    "versions_of",
]
