"""Judgements whose words the newest text of their report has no more."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from sayso.ledger.corrections import correct
from sayso.ledger.reports import load_reading
from sayso.ledger.schema import TABLES
from sayso.records import Judgement

__all__ = ["lost_in"]


def lost_in(connection: Connection, judgements: Iterable[Judgement]) -> set[int]:
    """The numbers of those that stand and whose passage is gone, stands twice or is not read.

    They are kept, changed by nobody and applied to nothing, until somebody looks.
    """
    judgement, version = TABLES["judgement"].c, TABLES["version"].c
    reports = dict(
        connection.execute(
            select(judgement.id, version.report).join_from(TABLES["judgement"], TABLES["version"])
        ).all()
    )
    of_report: dict[int, list[Judgement]] = defaultdict(list)
    for one in judgements:
        if one.stands and one.number in reports:
            of_report[reports[one.number]].append(one)
    return {
        number
        for report, standing in of_report.items()
        for number in correct(load_reading(connection, _machine(connection, report)), standing).lost
    }


def _machine(connection: Connection, report: int) -> int:
    """The newest reading by a machine of a report's newest version."""
    reading, version = TABLES["reading"].c, TABLES["version"].c
    newest = (
        select(reading.id)
        .join_from(TABLES["reading"], TABLES["version"])
        .where(version.report == report, reading.judged.is_(None))
        .order_by(version.number.desc(), reading.id.desc())
    )
    number: int = connection.execute(newest.limit(1)).scalar_one()
    return number
