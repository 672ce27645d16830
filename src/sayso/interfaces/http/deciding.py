"""What a program decides in somebody's name: judgements, their undoing, who is whom."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.http.asking import Asked, Asking
from sayso.interfaces.http.contract import answered
from sayso.interfaces.http.examples import STATEMENT
from sayso.interfaces.http.tokens import NEEDS_TOKEN

__all__ = ["fill", "judge", "merge", "rename", "router", "split", "undo"]

router = APIRouter(tags=["writing"], dependencies=[NEEDS_TOKEN])

_MOST = 2**31 - 1  # numbers that every database keeps
_MADE = answered("The number of the judgement.", 403, 404, 409)
_Number = Annotated[
    int, Path(ge=1, le=_MOST, description="A number from /judgements.", examples=[1])
]
_Person = Annotated[int, Path(ge=1, le=_MOST, description="A number from /people.", examples=[2])]
_Statement = Annotated[
    str, Path(max_length=1000, description="The id of a statement.", examples=[STATEMENT])
]


# Neither database keeps a NUL.
_Text = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")]


class _Reasoned(BaseModel):
    """Why, if that is told."""

    reason: _Text | None = None


class _Judgement(_Reasoned):
    """What is so of a mention; `seen` is the last judgement that was known when it was decided."""

    mention: _Text
    fields: dict[str, _Text] = Field(min_length=1)
    seen: int | None = Field(default=None, ge=0, le=_MOST)


class _Filling(_Reasoned):
    """The outlet and day of a report that gives none."""

    address: _Text
    fields: dict[str, _Text] = Field(min_length=1)


class _Merger(_Reasoned):
    """The person as whom another is taken from now on."""

    into: int = Field(ge=1, le=_MOST)


class _Name(_Reasoned):
    """What a person is called from now on."""

    name: _Text = Field(min_length=1, max_length=200)


@router.post("/judgements", responses=_MADE)
def judge(asked: Asked, given: _Judgement) -> Response:
    """Correct what was read, or say how a forecast came out, as `sayso judge ID FIELD=VALUE`.

    Who decides second is told what was decided first, where `seen` is given.
    """
    by = asked.decider(reason=given.reason, seen=given.seen)
    return _made(asked, pipeline.judge(asked.ledger, given.mention, _told(given), by=by))


@router.post("/judgements/{number}/undo", responses=_MADE)
def undo(asked: Asked, number: _Number, given: _Reasoned | None = None) -> Response:
    """Take a judgement back; an undo can be undone as well."""
    by = asked.decider(reason=given.reason if given else None)
    return _made(asked, pipeline.undo(asked.ledger, number, by=by))


@router.post("/fill", responses=_MADE)
def fill(asked: Asked, given: _Filling) -> Response:
    """Give the outlet or day of a report that gives none, by its address."""
    by = asked.decider(reason=given.reason)
    return _made(asked, pipeline.fill(asked.ledger, given.address, _told(given), by=by))


@router.post("/statement/{statement}/split", responses=_MADE)
def split(asked: Asked, statement: _Statement, given: _Name) -> Response:
    """Let who speaks a statement be another than he is taken for."""
    by = asked.decider(reason=given.reason)
    return _made(asked, pipeline.split(asked.ledger, statement, given.name, by=by))


@router.post("/people/{person}/merge", responses=_MADE)
def merge(asked: Asked, person: _Person, given: _Merger) -> Response:
    """Take a person for another from now on."""
    by = asked.decider(reason=given.reason)
    return _made(asked, pipeline.merge(asked.ledger, person, given.into, by=by))


@router.post("/people/{person}/rename", responses=_MADE)
def rename(asked: Asked, person: _Person, given: _Name) -> Response:
    """Call a person by another name from now on."""
    by = asked.decider(reason=given.reason)
    return _made(asked, pipeline.rename(asked.ledger, person, given.name, by=by))


def _made(asked: Asking, number: int) -> Response:
    return asked.one({"judgement": number})


def _told(given: _Judgement | _Filling) -> list[str]:
    return [f"{name}={value}" for name, value in given.fields.items()]
