"""Comparing what a report says with the record of what was said, with others, and with itself."""

from typing import TYPE_CHECKING

from sayso.deferral import deferred

if TYPE_CHECKING:
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

_HOMES = {
    "Selection": "selection",
    "as_record": "others",
    "check_report": "report",
    "find_changes": "revisions",
    "index_record": "report",
    "is_attributing": "others",
    "select_findings": "selection",
}

if not TYPE_CHECKING:  # a type checker would take any name for one that is there
    __getattr__ = deferred(__name__, _HOMES)
