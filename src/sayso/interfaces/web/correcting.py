"""Corrections: a speaker or figure, a name, two people who are one; and undoing them."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.asking import Number
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.views import pages

__all__ = ["corrections", "judge", "merge", "rename", "router", "undo"]

router = APIRouter()

_FIELDS = ("speaker", "office", "value", "relation", "counted")
_Reason = Annotated[str, Form()]


class _Change(BaseModel):
    """The form of a correction: which mention, what is so instead, what was decided before."""

    mention: str
    seen: Number | None = None
    reason: str = ""
    speaker: str = ""
    office: str = ""
    value: str = ""
    relation: str = ""
    counted: str = ""

    def fields(self) -> Iterator[str]:
        """What is filled in, as `sayso judge` takes it."""
        for name in _FIELDS:
            if value := getattr(self, name).strip():
                yield f"{name}={value}"


@router.get("/corrections")
def corrections(request: Request, desk: AskedDesk) -> Response:
    """All that was decided, and pairs of people who may be one."""
    decided, pairs = pipeline.judgements(desk.ledger), pipeline.candidates(desk.ledger, limit=20)
    return Page(pages.corrections_page(decided, pairs, framed_by(request)))


@router.post("/statement/{statement}/judge")
def judge(desk: AskedDesk, statement: str, change: Annotated[_Change, Form()]) -> Response:
    """Correct the speaker of a statement, or a figure in it."""
    by = desk.decider(reason=change.reason, seen=change.seen)
    made = pipeline.judge(desk.ledger, change.mention, list(change.fields()), by=by)
    return seen_other(f"/statement/{statement}?made={made}")


@router.post("/corrections/{number}/undo")
def undo(desk: AskedDesk, number: Number) -> Response:
    """Take a judgement back."""
    pipeline.undo(desk.ledger, number, by=desk.decider())
    return seen_other(f"/corrections#j{number}")


@router.post("/person/{number}/merge")
def merge(
    desk: AskedDesk, number: Number, *, into: Annotated[Number, Form()], reason: _Reason = ""
) -> Response:
    """Take one person for another."""
    pipeline.merge(desk.ledger, number, into, by=desk.decider(reason=reason))
    return seen_other(f"/person/{into}")


@router.post("/person/{number}/rename")
def rename(
    desk: AskedDesk, number: Number, *, name: Annotated[str, Form()], reason: _Reason = ""
) -> Response:
    """Call a person by another name."""
    pipeline.rename(desk.ledger, number, name.strip(), by=desk.decider(reason=reason))
    return seen_other(f"/person/{number}")
