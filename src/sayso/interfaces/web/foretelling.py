"""The forecast board: what is due, open and decided, and deciding."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.asking import LOOKED_AT, Number, asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.records import Board
from sayso.views import pages

__all__ = ["decide", "due", "forecasts", "router"]

router = APIRouter()


@router.get("/forecasts")
def forecasts(request: Request, desk: AskedDesk, *, made: Number | None = None) -> Response:
    """What was foretold, and how it came out."""
    asked, today = asked_for(request), desk.clock().date()
    wanted = search_for(asked)
    board = desk.worked_out(
        ("forecasts", wanted), lambda: pipeline.forecasts(desk.ledger, wanted, most=LOOKED_AT)
    )
    decided = max((one.number for one in pipeline.judgements(desk.ledger)), default=0)
    told = pages.Told(today=today, seen=decided, made=made, more=desk.leaves_out(wanted))
    return Page(pages.forecasts_page(board, asked, framed_by(request), told=told))


@router.get("/forecasts/due")
def due(request: Request, desk: AskedDesk) -> Response:
    """What somebody should decide, as a part of the first page."""
    today, wanted = desk.clock().date(), pipeline.search_of({})

    def work() -> Board:
        return pipeline.forecasts(desk.ledger, wanted, due=today, most=LOOKED_AT, evidence=False)

    board = desk.worked_out(("due", today), work)
    return Page(pages.due_part(board, framed_by(request), today=today))


@router.post("/forecasts/{claim}/decide")
def decide(
    desk: AskedDesk,
    claim: str,
    *,
    outcome: Annotated[str, Form()],
    seen: Annotated[Number | None, Form()] = None,
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Say how a forecast came out."""
    by = desk.decider(reason=reason, seen=seen)
    made = pipeline.judge(desk.ledger, claim, [f"outcome={outcome}"], by=by)
    return seen_other(f"/forecasts?made={made}#f{quote(claim)}")
