"""The forecast board: what is due, open and decided, and deciding."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.asking import asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.views import pages

__all__ = ["decide", "due", "forecasts", "router"]

router = APIRouter()


@router.get("/forecasts")
def forecasts(request: Request, desk: AskedDesk, *, made: int | None = None) -> Response:
    """What was foretold, and how it came out."""
    asked, frame = asked_for(request), framed_by(request)
    board = pipeline.forecasts(desk.ledger, search_for(asked))
    today = desk.clock().date()
    decided = max((one.number for one in pipeline.judgements(desk.ledger)), default=0)
    return Page(pages.forecasts_page(board, asked, frame, today=today, judged=(decided, made)))


@router.get("/forecasts/due")
def due(request: Request, desk: AskedDesk) -> Response:
    """What somebody should decide, as a part of the first page."""
    today = desk.clock().date()
    board = pipeline.forecasts(desk.ledger, pipeline.search_of({}), due=today)
    return Page(pages.due_part(board, framed_by(request), today=today))


@router.post("/forecasts/{claim}/decide")
def decide(
    desk: AskedDesk,
    claim: str,
    *,
    outcome: Annotated[str, Form()],
    seen: Annotated[int | None, Form()] = None,
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Say how a forecast came out."""
    by = desk.decider(reason=reason, seen=seen)
    made = pipeline.judge(desk.ledger, claim, [f"outcome={outcome}"], by=by)
    return seen_other(f"/forecasts?made={made}#f{quote(claim)}")
