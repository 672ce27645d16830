"""What people decided about a statement."""

from collections.abc import Iterator

from sayso.records import Holding, Judgement, Statement

__all__ = ["decided"]


def decided(report: Holding, statement: Statement) -> Iterator[Judgement]:
    """The judgements on a statement, by its id, the oldest first."""
    for judgement in report.judgements:
        if judgement.anchor is not None and judgement.anchor.mention == statement.id:
            yield judgement
