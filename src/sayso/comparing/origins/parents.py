"""Which report another was likely made from, where it does not say so itself."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from sayso.comparing.origins.credits import (
    Credit,
    is_agency,
    is_from_agencies,
    is_newsroom,
    publishes_itself,
)
from sayso.comparing.origins.neighbours import Neighbour, neighbours_of
from sayso.comparing.origins.traces import MISTAKE, RUN, SOURCE, altered, side_sources
from sayso.records import Reading, Report

__all__ = ["find_parents", "in_order"]

# Stretches of six words or more that two reports of one happening share outside quotation marks:
# one by chance ("Secretary of State ... said on Thursday") in reports that were written apart.
_COPY = 2
_LONG = 8  # runs that one stretch holds only where it was copied: 13 words and more
_Traces = Mapping[str, Mapping[str, str]]


def in_order(readings: Mapping[str, Reading]) -> list[str]:
    """The reports by their days; one without a day comes last, for it can be made from any."""
    return sorted(readings, key=lambda of: (_day(readings[of]), of))


def find_parents(
    readings: Mapping[str, Reading], traces: _Traces, credited: Mapping[str, Credit | None]
) -> dict[str, Neighbour]:
    """For each report without a credit the one that it was likely made from, if there is any.

    That is one with a credit, or an earlier one, so that nothing leads back to itself.
    """
    order = in_order(readings)
    near = neighbours_of(order, _telling(readings, traces))
    parents: dict[str, Neighbour | None] = {}
    earlier: set[str] = set()
    for of in order:
        if credited[of] is None:
            fitting = _fitting(readings[of].report, near[of], (earlier, credited))
            parents[of] = next(fitting, None)
        earlier.add(of)
    return {of: parent for of, parent in parents.items() if parent}


def _day(reading: Reading) -> datetime.date:
    return reading.report.published or datetime.date.max


def _telling(readings: Mapping[str, Reading], traces: _Traces) -> dict[str, list[str]]:
    """The traces that tell: runs, shared mistakes, side sources, and what agencies' copy quotes."""
    mistakes = altered(traces) | side_sources(traces)
    anonymous = (of for of, it in readings.items() if is_from_agencies(it.report.text))
    quoted = {it for of in anonymous for it in traces[of] if it.startswith(MISTAKE)}
    told = mistakes | quoted
    return {
        of: [it for it in own if it in told or it.startswith(RUN)] for of, own in traces.items()
    }


def _fitting(
    report: Report,
    near: Sequence[Neighbour],
    known: tuple[set[str], Mapping[str, Credit | None]],
) -> Iterator[Neighbour]:
    earlier, credited = known
    from_agencies = is_from_agencies(report.text)
    for one in () if is_newsroom(report) else near:
        credit = credited[one.report]
        if credit is None:
            if one.report in earlier and not from_agencies and _tells(one):
                yield one
        elif not publishes_itself(report, credit.name) and (
            is_agency(credit.name) if from_agencies else _tells(one)
        ):
            yield one


def _tells(near: Neighbour) -> bool:
    """Whether what two reports share tells that one was made from the other."""
    mistaken = any(it.startswith((MISTAKE, SOURCE)) for it in near.shared)
    return mistaken or near.places >= _COPY or len(near.shared) >= _LONG
