"""Comparing what a report says with the record of what was said, with others, and with itself."""

from sayso.comparing.others import as_record, is_attributing
from sayso.comparing.report import check_report, index_record
from sayso.comparing.revisions import find_changes
from sayso.comparing.selection import Selection, select_findings

__all__ = [
    "Selection",
    "as_record",
    "check_report",
    "find_changes",
    "index_record",
    "is_attributing",
    "select_findings",
]
