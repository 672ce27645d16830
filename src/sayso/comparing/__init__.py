"""Comparing what a report says with the record of what was said, and with itself."""

from sayso.comparing.report import check_report
from sayso.comparing.selection import Selection, select_findings

__all__ = ["Selection", "check_report", "select_findings"]
