"""A draft beside a record, of which nothing is kept."""

from collections.abc import Sequence

from sayso.records import Record, RecordCard
from sayso.views.finding_page import Checked, finding_values
from sayso.views.pages.frame import Frame, framed

__all__ = ["check_page", "checked_page"]


def check_page(records: Sequence[RecordCard], frame: Frame) -> str:
    """Where a draft and a record are put in; `records` are those of the ledger."""
    return framed("check.html", frame, records=records)


def checked_page(
    checked: Checked, records: Sequence[Record], frame: Frame, *, kept: str | None = None
) -> str:
    """What was found, as `sayso check --format html` shows it; `kept` names a report that is kept.

    What is not kept yet can be.
    """
    return framed(
        "checked.html",
        frame,
        text=checked.reading.report.text,
        kept=kept,
        **finding_values([checked], records),
    )
