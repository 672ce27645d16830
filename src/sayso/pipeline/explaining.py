"""Readings with the reasons behind their marks, for those who ask."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.pipeline.reports import Outcome
from sayso.pipeline.weights import encoder
from sayso.reading import explain_reading
from sayso.records import Reading

__all__ = ["explain_each"]


def explain_each(outcomes: Iterable[Outcome[Reading]]) -> Iterator[Outcome[Reading]]:
    """The same outcomes, each reading with the rule or head behind every mark."""
    for outcome in outcomes:
        if isinstance(outcome.result, Reading):
            reading = explain_reading(outcome.result, encoder())
            yield replace(outcome, result=reading)
        else:
            yield outcome
