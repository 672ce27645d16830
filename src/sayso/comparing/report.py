"""One report, all comparisons."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.itself import check_itself
from sayso.comparing.quantities import check_quantities
from sayso.comparing.quotations import check_quotations
from sayso.records import Finding, Quantity, Reading, Record

__all__ = ["check_report"]


def check_report(reading: Reading, records: Sequence[Record]) -> tuple[Finding, ...]:
    """The findings about a report beside the records; where there are none, beside itself.

    Figures are compared where somebody's words are told without marks; those within a quotation
    are part of what is found about it.
    """
    if not records:
        return check_itself(reading)
    told = replace(reading, quantities=tuple(q for q in reading.quantities if _is_told(q, reading)))
    return (*check_quotations(reading, records), *check_quantities(told, records))


def _is_told(quantity: Quantity, reading: Reading) -> bool:
    return quantity.statement is not None and not any(
        span.overlaps(quantity.span) for quotation in reading.quotations for span in quotation.spans
    )
