"""Statements of a search with what they rest on: passages, records, and what comparing finds."""

import datetime
from collections.abc import Iterator, Sequence

from sayso.comparing import check_report
from sayso.errors import BadRequestError
from sayso.ledger import Ledger, Search, chain_end, find_reports, names_in, records_in
from sayso.pipeline.recording import with_mentions
from sayso.records import Evidence, Exhibit, Finding, Held, Holding, Record

__all__ = ["gather_evidence"]

# A page of 2,000 passages has some 4 MB; nobody reads more of them.
_MOST = 2_000
_BEFORE, _AFTER = datetime.timedelta(days=30), datetime.timedelta(days=1)
"""So long after an occasion a report may still quote it; and a clock may be a day ahead."""


def gather_evidence(ledger: Ledger, search: Search) -> Evidence:
    """What a search finds, each statement beside the records of its days that the ledger has.

    BadRequestError where nothing fits, or more than a page can show.
    """
    with ledger.seen() as connection:
        records = [with_mentions(record) for record in records_in(connection)]
        exhibits: list[Exhibit] = []
        for holding in find_reports(connection, search, names=names_in(connection)):
            exhibits += _exhibits(holding, records)
            if len(exhibits) > _MOST:
                raise BadRequestError(
                    f"More than {_MOST:,} statements fit, too many for a pack; narrow the search."
                )
        chain = chain_end(connection)
    if not exhibits:
        raise BadRequestError("Nothing fits; try fewer words, or leave out an option.")
    meant = {finding.record for exhibit in exhibits for finding in exhibit.findings}
    return Evidence(
        request=dict(_asked(search)),
        exhibits=tuple(exhibits),
        records=tuple(record for record in records if record.id in meant),
        chain=chain,
    )


def _asked(search: Search) -> Iterator[tuple[str, str]]:
    """What was asked for, in words."""
    for name in ("words", "speaker", "office", "outlet", "place", "mode", "kind", "certainty"):
        if value := getattr(search, name):
            yield name, str(value)
    if bound := search.quantity:
        yield "quantity", f"{bound.counted} {bound.relation} {bound.figure:,f}".strip()
    for name in ("said", "published"):
        since, until = getattr(search, name)
        if since or until:
            yield name, f"{since or '..'}/{until or '..'}"
    if search.superseded:
        yield "all", "older versions and readings, too"


def _exhibits(holding: Holding, records: Sequence[Record]) -> Iterator[Exhibit]:
    near = [record for record in records if _is_near(holding, record)]
    findings = check_report(holding.reading, near) if near and holding.found else ()
    for held in holding.found:
        about = tuple(one for one in findings if one.record and _is_about(one, held))
        yield Exhibit(holding=holding, held=held, findings=about)


def _is_near(holding: Holding, record: Record) -> bool:
    """Whether the report can be about that occasion; where a day is not known, it can."""
    published = holding.reading.report.published
    if published is None or record.held is None:
        return True
    return published - _BEFORE <= record.held <= published + _AFTER


def _is_about(finding: Finding, held: Held) -> bool:
    content = held.statement.content
    return any(span.overlaps(piece) for span in finding.report_span for piece in content)
