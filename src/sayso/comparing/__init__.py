"""Comparing what a report says with the record of what was said, and with itself."""

from sayso.comparing.report import check_report

__all__ = ["check_report"]
