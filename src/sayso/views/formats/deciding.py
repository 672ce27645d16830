"""What people decided about a statement."""

from collections.abc import Iterator

from sayso.records import Judgement, KeptReport, Statement

__all__ = ["decided"]


def decided(report: KeptReport, statement: Statement) -> Iterator[Judgement]:
    """The judgements on a statement, by its id, the oldest first."""
    for judgement in report.judgements:
        if judgement.anchor is not None and judgement.anchor.mention == statement.id:
            yield judgement
