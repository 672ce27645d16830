"""What a ledger keeps: search, one statement, reports, people, and what sayso is made of."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

import sayso
from sayso import pipeline
from sayso.errors import NotKeptError
from sayso.interfaces.http.asking import Asked, Asking, Cursor, Limit, Place
from sayso.interfaces.http.contract import held, listed
from sayso.interfaces.http.examples import STATEMENT, TEXT
from sayso.interfaces.http.filters import Chosen
from sayso.interfaces.http.keys import judgement_key, person_key
from sayso.lexicon import table
from sayso.pipeline import Search
from sayso.views.jsonl import reading_line, record_line
from sayso.views.statement_row import statement_row

__all__ = [
    "about",
    "judgements",
    "people",
    "report",
    "reports",
    "router",
    "search",
    "statement",
]

router = APIRouter(tags=["ledger"])

_EVERYBODY = 2**31 - 1
_STREAMED = 500  # statements that are fetched at a time
_Statement = Annotated[str, Path(description="The id of a statement.", examples=[STATEMENT])]
_Report = Annotated[str, Path(description="The id of a report's text.", examples=[TEXT])]
_Name = Annotated[
    str | None, Query(max_length=1000, description="Words of a name.", examples=["Brandt"])
]


@router.get("/search", responses=listed("Statements, as `sayso search --format jsonl`."))
def search(asked: Asked, chosen: Chosen, *, limit: Limit = 20, cursor: Place = None) -> Response:
    """Find who said what: by words, speaker, figure, day, outlet."""
    if asked.wants_lines:
        return asked.streamed(_all(asked, chosen, cursor))
    found = pipeline.search_page(asked.ledger, chosen, after=cursor, limit=limit)
    return asked.page(map(record_line, found.entries), found.last, total=found.total)


@router.get("/statement/{statement}", responses=held("One statement in its words.", 404))
def statement(asked: Asked, statement: _Statement) -> Response:
    """One statement by its id, with its passage and its permanent address."""
    found = pipeline.locate(asked.ledger, statement)
    if found.statement is None:
        raise NotKeptError(f"No statement is read at {statement!r} any more; open its report.")
    return asked.one(statement_row(found.kept, found.statement))


@router.get("/reports", responses=listed("Reports, the last added first."))
def reports(asked: Asked, *, limit: Limit = 20, cursor: Place = None) -> Response:
    """The reports of the ledger, without their texts."""
    if asked.wants_lines:
        return asked.streamed(_shelf(asked, cursor))
    found = pipeline.newest_reports(asked.ledger, before=cursor, limit=limit)
    further = found[-1][0] if len(found) == limit else None
    return asked.page((record_line(one) for _, one in found), further, total=None)


@router.get("/report/{report}", responses=held("One reading.", 404))
def report(asked: Asked, report: _Report) -> Response:
    """All that was read in one report, as `sayso read --format jsonl`, with corrections."""
    kept = pipeline.open_report(asked.ledger, report)
    return asked.written(reading_line(kept.reading).rstrip())


@router.get("/people", responses=listed("People, as `sayso people --format jsonl`."))
def people(
    asked: Asked, *, name: _Name = None, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """The people of that name, or the first of all."""
    found = pipeline.people(asked.ledger, name, limit=_EVERYBODY)
    return asked.many(found, key=person_key, page=(limit, cursor))


@router.get("/judgements", responses=listed("Judgements, the oldest first."))
def judgements(asked: Asked, *, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """What people decided: who, when, why, and whether it stands."""
    found = pipeline.judgements(asked.ledger)
    return asked.many(found, key=judgement_key, page=(limit, cursor))


@router.get("/about", responses=held("What answers here."))
def about(asked: Asked) -> Response:
    """How often sayso is right, measured on which texts, and the last hash of the ledger."""
    facts = {"sayso": sayso.__version__, "last_hash": asked.ledger.last_hash()}
    return asked.one({**facts, "reader": pipeline.reader(), "accuracy": table("accuracy")})


def _shelf(asked: Asking, cursor: int | None) -> Iterator[bytes]:
    while found := pipeline.newest_reports(asked.ledger, before=cursor, limit=_STREAMED):
        yield from (record_line(one) for _, one in found)
        cursor = found[-1][0]


def _all(asked: Asking, chosen: Search, cursor: int | None) -> Iterator[bytes]:
    """Page by page, each read at once, so that no page of the ledger stays open meanwhile."""
    more = True
    while more:
        found = pipeline.search_page(asked.ledger, chosen, after=cursor, limit=_STREAMED)
        yield from map(record_line, found.entries)
        cursor, more = found.last, found.last is not None
