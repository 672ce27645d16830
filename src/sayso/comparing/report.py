"""One report, all comparisons."""

from collections.abc import Iterator, Sequence
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
from sayso.records import Finding, Quantity, Reading, Record, Span, Verdict

__all__ = ["check_report", "index_record"]

_UNFOUND = (Verdict.NOT_IN_RECORD, Verdict.OUTSIDE_RECORD)


def check_report(
    reading: Reading, against: Sequence[Record], headline: Sequence[Quantity] = ()
) -> tuple[Finding, ...]:
    """The findings about a report beside the records; where there are none, beside other reports.

    Where nothing is given the report is laid beside itself; `headline` are the quantities of its
    headline. Figures are compared where somebody's words are told without marks; those within a
    quotation are part of what is found about it, or of what tells it where the quotation stands
    nowhere. Other reports beside a record say where they
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
    placed = place_tellings(reading, records)
    places = [_place(it.rendering) for it in placed if it.rendering]
    quotations = check_quotations(reading, records)
    unfound = [*_unfound_within(quotations, places)]
    figures = _figures(reading, records, places, unfound=unfound)
    complete = hold_all(records)
    statements = check_statements(placed, figures, complete=complete)
    return (*quotations, *statements, *figures)


def _figures(
    reading: Reading,
    records: Sequence[Record],
    places: Sequence[Beside],
    *,
    unfound: Sequence[Span],
) -> tuple[Finding, ...]:
    """What is found about figures told without marks, or in quotations of which nothing is."""
    quoted = [it for one in reading.quotations for it in one.spans if it not in unfound]
    told = tuple(
        it for it in reading.quantities if it.statement is not None and not _meet([it.span], quoted)
    )
    found = check_quantities(replace(reading, quantities=told), records, places)
    # What stands nowhere in those quotations is told by their own findings.
    return tuple(
        it for it in found if not (it.verdict in _UNFOUND and _meet(it.report_span, unfound))
    )


def _unfound_within(quotations: Sequence[Finding], places: Sequence[Beside]) -> Iterator[Span]:
    """Where a telling that stands in a record quotes words that do not."""
    told = [span for place in places for span in place.told]
    for finding in quotations:
        if finding.verdict in _UNFOUND:
            yield from (span for span in finding.report_span if _meet([span], told))


def _meet(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether any of some stretches overlaps any of others."""
    return any(one.overlaps(other) for one in spans for other in others)


def _place(rendering: Rendering) -> Beside:
    index = rendering.sentences.index
    return Beside(
        told=rendering.telling.spans,
        record=index.record.id,
        said=rendering.spans,
    )
