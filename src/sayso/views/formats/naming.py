"""Addresses for what has none: reports by where they were published, else by their ids."""

from sayso.records import Holding, Person, Statement

__all__ = ["iri_of", "report_iri", "speaker_of"]


def iri_of(id: str) -> str:  # noqa: A002 - the field it names
    """The id of a report or mention as an address.

    >>> iri_of("98b9cb92dc3d5385.s0-5+9-11")
    'urn:sayso:98b9cb92dc3d5385.s0-5+9-11'
    """
    return f"urn:sayso:{id}"


def report_iri(report: Holding) -> str:
    """Where a report was published; a file of the own disk is named by the id of its text."""
    own = report.reading.report
    return own.url or iri_of(own.id)


def speaker_of(report: Holding, statement: Statement) -> Person | None:
    """Who speaks, as the report has it."""
    return report.reading.person(statement.speaker)
