"""Reports laid beside one another: series, contradictions, forecasts, a timeline."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.http.asking import Asked, Cursor, Limit
from sayso.interfaces.http.contract import listed
from sayso.interfaces.http.filters import Chosen
from sayso.interfaces.http.keys import contradiction_key, forecast_key, moment_key, point_key

__all__ = ["contradictions", "forecasts", "router", "series", "timeline"]

router = APIRouter(tags=["beside one another"])

_Thing = Annotated[str, Query(max_length=1000, description="What is counted.", examples=["ships"])]
_Due = Annotated[
    datetime.date | None, Query(description="Due on that day or earlier.", examples=["2024-11-30"])
]


@router.get("/series", responses=listed("Figures, as `sayso series --format jsonl`."))
def series(
    asked: Asked,
    chosen: Chosen,
    thing: _Thing,
    *,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """How often one thing was counted, by whom and when, and which counts cannot both be.

    `place` is where it is counted: there, or in what lies in it.
    """
    found = pipeline.series(asked.ledger, thing, chosen)
    return asked.many(found.points, key=point_key, page=(limit, cursor))


@router.get("/contradictions", responses=listed("Pairs of positions."))
def contradictions(
    asked: Asked, chosen: Chosen, *, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """Who says yes, who no and who perhaps to the same claim, and who changed his mind."""
    found = pipeline.contradictions(asked.ledger, chosen)
    return asked.many(found, key=contradiction_key, page=(limit, cursor))


@router.get("/forecasts", responses=listed("Forecasts by the day they are due."))
def forecasts(
    asked: Asked, chosen: Chosen, *, due: _Due = None, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """What was foretold, until when, on which condition, and what was said of it later."""
    board = pipeline.forecasts(asked.ledger, chosen, due=due)
    return asked.many(board.forecasts, key=forecast_key, page=(limit, cursor))


@router.get("/timeline", responses=listed("Moments in order of days."))
def timeline(asked: Asked, chosen: Chosen, *, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """What happened, was said and was published, in order of days."""
    moments = pipeline.timeline(asked.ledger, chosen)
    return asked.many(moments, key=moment_key, page=(limit, cursor))
