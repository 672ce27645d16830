"""Pages that lay reports beside one another: stories, and what they count and tell of."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso import pipeline
from sayso.errors import BadRequestError
from sayso.interfaces.web.answers import Page
from sayso.interfaces.web.asking import asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.records import Series
from sayso.views import pages

__all__ = ["contradictions", "newest", "router", "series", "stories", "story", "timeline"]

router = APIRouter()

_PAGE = 50  # stories on one page
_NEWEST = 6  # stories on the first page
_FURTHEST = 400
_COUNTED = 3  # things of a story whose figures are drawn with it
_MOMENTS = 400  # of a timeline on one page


@router.get("/stories")
def stories(request: Request, desk: AskedDesk, page: int = 1) -> Response:
    """All stories, the newest first."""
    if not 1 <= page <= _FURTHEST:
        raise BadRequestError(f"Pages go from 1 to {_FURTHEST}.")
    skip = (page - 1) * _PAGE
    told = pipeline.newest_stories(desk.ledger, clock=desk.clock, limit=_PAGE + 1, skip=skip)
    found = [(one.story, one.origins) for one in told]
    frame = framed_by(request)
    return Page(pages.stories_page(found[:_PAGE], frame, page=page, more=len(found) > _PAGE))


@router.get("/stories/newest")
def newest(request: Request, desk: AskedDesk) -> Response:
    """The newest few stories, as a part of the first page."""
    told = pipeline.newest_stories(desk.ledger, clock=desk.clock, limit=_NEWEST)
    found = [(one.story, one.origins) for one in told]
    return Page(pages.stories_part(found, framed_by(request)))


@router.get("/story/{number}")
def story(request: Request, desk: AskedDesk, number: int) -> Response:
    """One story: the matrix, the origins, the figures and the days."""
    told = pipeline.story(desk.ledger, number, clock=desk.clock)
    wanted = pipeline.search_of({"story": number})
    counted = pipeline.counted(desk.ledger, wanted, clock=desk.clock, most=_COUNTED)
    moments = pipeline.timeline(desk.ledger, wanted)
    parts = (told.story, told.utterances, told.origins)
    return Page(pages.story_page(parts, counted, framed_by(request), moments=moments))


@router.get("/series")
def series(request: Request, desk: AskedDesk, *, thing: str = "", place: str = "") -> Response:
    """The figures of one thing, or of what is counted most in a story."""
    asked = asked_for(request)
    asked.pop("place", None)
    wanted = search_for(asked)
    found: list[Series] = []
    if thing.strip():
        told = pipeline.series(
            desk.ledger, thing, wanted, clock=desk.clock, place=place.strip() or None
        )
        found = [told]
    elif wanted.story is not None:
        found = pipeline.counted(desk.ledger, wanted, clock=desk.clock, most=8)
    return Page(pages.series_page(found, asked, framed_by(request), thing=(thing, place)))


@router.get("/contradictions")
def contradictions(request: Request, desk: AskedDesk) -> Response:
    """Who says yes, no or perhaps to the same claim."""
    asked = asked_for(request)
    found = pipeline.contradictions(desk.ledger, search_for(asked))
    return Page(pages.contradictions_page(found, asked, framed_by(request)))


@router.get("/timeline")
def timeline(request: Request, desk: AskedDesk) -> Response:
    """What happened, was said and was published."""
    asked = asked_for(request)
    found = pipeline.timeline(desk.ledger, search_for(asked))
    return Page(pages.timeline_page(found, asked, framed_by(request), most=_MOMENTS))
