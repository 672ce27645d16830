"""One report, all comparisons."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.agreement import with_agreement
from sayso.comparing.gaps import hold_all
from sayso.comparing.itself import check_itself
from sayso.comparing.occasion import without_another_occasion
from sayso.comparing.offices import check_offices
from sayso.comparing.others import reworded
from sayso.comparing.parts import each_remark
from sayso.comparing.quantities import Beside, check_quantities
from sayso.comparing.quotations import check_quotations
from sayso.comparing.statements import (
    Rendering,
    check_statements,
    place_tellings,
    sentences_of,
)
from sayso.records import Finding, Quantity, Reading, Record

__all__ = ["check_report", "index_record"]


def check_report(
    reading: Reading, against: Sequence[Record], headline: Sequence[Quantity] = ()
) -> tuple[Finding, ...]:
    """The findings about a report beside the records; where there are none, beside other reports.

    Where nothing is given the report is laid beside itself; `headline` are the quantities of its
    headline. Figures are compared where somebody's words are told without marks; those within a
    quotation are part of what is found about it. Other reports beside a record say where they
    have the same against it.
    """
    reading = each_remark(reading)
    records = [it for it in against if not it.is_report]
    others = [it for it in against if it.is_report]
    if records:
        beside = without_another_occasion(_beside(reading, records), records)
        findings = with_agreement(beside, reading, others)
    elif others:
        findings = reworded(_beside(reading, others), others)
    else:
        findings = check_itself(reading, headline)
    return (*findings, *check_offices(reading))


def index_record(record: Record) -> None:
    """Read the words and sentences of a record ahead of the first report beside it."""
    sentences_of(record)


def _beside(reading: Reading, records: Sequence[Record]) -> tuple[Finding, ...]:
    told = replace(reading, quantities=tuple(q for q in reading.quantities if _is_told(q, reading)))
    placed = place_tellings(reading, records)
    places = [_place(it.rendering) for it in placed if it.rendering]
    figures = check_quantities(told, records, places)
    complete = hold_all(records)
    statements = check_statements(placed, figures, complete=complete)
    return (*check_quotations(reading, records), *statements, *figures)


def _place(rendering: Rendering) -> Beside:
    index = rendering.sentences.index
    return Beside(
        told=rendering.telling.spans,
        record=index.record.id,
        said=rendering.spans,
    )


def _is_told(quantity: Quantity, reading: Reading) -> bool:
    return quantity.statement is not None and not any(
        span.overlaps(quantity.span) for quotation in reading.quotations for span in quotation.spans
    )
