"""Across reports: stories, what was said in them, how reports depart, where they have it from."""

import datetime
from operator import itemgetter
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.http.asking import Asked, Asking, Cursor, Limit
from sayso.interfaces.http.contract import held, listed
from sayso.interfaces.http.keys import story_key, utterance_key
from sayso.interfaces.http.paging import Key
from sayso.pipeline import Said, Told
from sayso.views.story_rows import origin_line, story_line, utterance_line

__all__ = ["drift", "origins", "router", "stories", "story", "utterances", "who"]

router = APIRouter(tags=["across reports"])

_MOST = 2**31 - 1  # numbers that every database keeps
_Number = Annotated[int, Path(ge=1, le=_MOST, description="A number from /stories.", examples=[1])]
_Story = Annotated[
    int | None, Query(ge=1, le=_MOST, description="Of that story only.", examples=[1])
]
_Name = Annotated[str, Query(max_length=1000, description="Words of a name.", examples=["Brandt"])]


@router.get("/stories", responses=listed("Stories, as `sayso stories --format jsonl`."))
def stories(asked: Asked, *, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """The stories: which reports tell of one happening."""
    found = pipeline.stories(asked.ledger)
    return asked.many(found, story_line, key=story_key, page=(limit, cursor))


@router.get("/story/{number}", responses=held("A story whole.", 404))
def story(asked: Asked, number: _Number) -> Response:
    """One story: its reports, what was said in it, and where its reports have that from."""
    told = pipeline.story(asked.ledger, number)
    said = [msgspec.Raw(utterance_line(one).rstrip()) for one in told.utterances]
    origins = [msgspec.Raw(line.rstrip()) for line in _origins(told)]
    return asked.one({"story": told.story, "utterances": said, "origins": origins})


@router.get("/utterances", responses=listed("What was said."))
def utterances(
    asked: Asked, *, story: _Story = None, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """What was said, once for every act of speaking, with the statements that render it."""
    said = pipeline.utterances(asked.ledger, story)
    return _said(asked, said, (limit, cursor))


@router.get("/drift", responses=listed("What reports render otherwise than others."))
def drift(
    asked: Asked, *, story: _Story = None, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """How reports depart from each other: hedges lost, figures changed, conditions dropped."""
    said = pipeline.drift(asked.ledger, story)
    return _said(asked, said, (limit, cursor))


@router.get("/origins", responses=listed("Where reports have their words from."))
def origins(
    asked: Asked, *, story: _Story = None, limit: Limit = 20, cursor: Cursor = None
) -> Response:
    """Which reports only repeat others, and what tells: credits, copies, shared mistakes."""
    told = pipeline.origins(asked.ledger, story)
    lines = [one for found in told for one in zip(_places(found), _origins(found), strict=True)]
    return asked.many(lines, itemgetter(1), key=itemgetter(0), page=(limit, cursor))


@router.get("/who", responses=listed("What somebody said."))
def who(asked: Asked, name: _Name, *, limit: Limit = 20, cursor: Cursor = None) -> Response:
    """What everybody of that name said, by day, and in how many reports."""
    said = pipeline.who(asked.ledger, name)
    return _said(asked, said, (limit, cursor))


def _said(asked: Asking, said: Said, page: tuple[int, str | None]) -> Response:
    return asked.many(said.utterances, utterance_line, key=utterance_key, page=page)


def _places(told: Told) -> list[Key]:
    """The story, the place of the report in it, by its day, and the report."""
    days = {one.id: one.published or datetime.date.max for one in told.story.reports}
    return [(int(told.story.id), days[one.report].isoformat(), one.report) for one in told.origins]


def _origins(told: Told) -> list[bytes]:
    cards = {one.id: one for one in told.story.reports}
    return [origin_line(origin, cards) for origin in told.origins]
