"""Pages that lay reports beside one another: stories, and what they count and tell of."""

from dataclasses import replace
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.asking import LOOKED_AT, Number, asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk, Desk, framed_by
from sayso.records import Series
from sayso.views import pages

__all__ = [
    "beside",
    "contradictions",
    "map_of",
    "newest",
    "others",
    "person",
    "router",
    "series",
    "stories",
    "story",
    "timeline",
]

router = APIRouter()

_PAGE = 50  # stories on one page
_NEWEST = 6  # stories on the first page
_COUNTED = 3  # things of a story whose figures are drawn with it
_ALL_COUNTED = 8
_FIRST_COUNTED = 4  # things that are shown where nobody named one
_MOMENTS = 400  # of a timeline on one page


@router.get("/stories")
def stories(request: Request, desk: AskedDesk, before: Number | None = None) -> Response:
    """All stories, the newest first."""
    told = pipeline.newest_stories(desk.ledger, before=before, limit=_PAGE)
    found = [(one.story, one.origins) for one in told]
    return Page(pages.stories_page(found, framed_by(request), limit=_PAGE))


@router.get("/stories/newest")
def newest(request: Request, desk: AskedDesk) -> Response:
    """The newest few stories, as a part of the first page."""
    told = pipeline.newest_stories(desk.ledger, limit=_NEWEST)
    found = [(one.story, one.origins) for one in told]
    return Page(pages.stories_part(found, framed_by(request)))


@router.get("/story/{number}")
def story(request: Request, desk: AskedDesk, number: Number) -> Response:
    """One story: the matrix, narrowed by its address, the origins, the figures and the days."""
    told = pipeline.story(desk.ledger, number)
    parts = pages.StoryParts(
        story=told.story,
        utterances=told.utterances,
        origins=told.origins,
        places=pipeline.places(desk.ledger, pipeline.search_of({"story": number})),
        beside=desk.soon(("beside", number), lambda: _beside(desk.ledger, number)),
    )
    asked = asked_for(request, known=pages.STORY_FILTERS)
    return Page(pages.story_page(parts, asked, framed_by(request)))


@router.get("/story/{number}/beside")
def beside(request: Request, desk: AskedDesk, number: Number) -> Response:
    """What a story counts and when, as a part of its page that comes after the others."""
    told = desk.worked_out(("beside", number), lambda: _beside(desk.ledger, number))
    if "hx-request" not in request.headers:
        return seen_other(f"/story/{number}")
    return Page(pages.beside_part(number, told, framed_by(request)))


def _beside(ledger: pipeline.Ledger, number: int) -> pages.Beside:
    wanted = pipeline.search_of({"story": number})
    return pages.Beside(
        counted=pipeline.counted(ledger, wanted, most=_COUNTED, reports=LOOKED_AT),
        moments=pipeline.timeline(ledger, wanted, most=LOOKED_AT),
    )


@router.get("/series")
def series(request: Request, desk: AskedDesk, *, thing: str = "", place: str = "") -> Response:
    """The figures of one thing, or of what is counted most in a story, or lately."""
    asked = asked_for(request)
    wanted = search_for(asked)
    asked.pop("place", None)
    found = desk.worked_out(("series", thing, wanted), lambda: _figures(desk, thing, wanted))
    more = bool(found) and desk.leaves_out(replace(wanted, place=None))
    page = pages.series_page(found, asked, framed_by(request), thing=(thing, place), more=more)
    return Page(page)


def _figures(desk: Desk, thing: str, wanted: pipeline.Search) -> list[Series]:
    if thing.strip():
        return [pipeline.series(desk.ledger, thing, wanted, most=LOOKED_AT)]
    most = _ALL_COUNTED if wanted.story else _FIRST_COUNTED
    return pipeline.counted(desk.ledger, replace(wanted, place=None), most=most, reports=LOOKED_AT)


@router.get("/contradictions")
def contradictions(request: Request, desk: AskedDesk) -> Response:
    """Who says yes, no or perhaps to the same claim."""
    asked = asked_for(request)
    wanted = search_for(asked)
    found = desk.worked_out(
        ("contradictions", wanted),
        lambda: pipeline.contradictions(desk.ledger, wanted, most=LOOKED_AT),
    )
    more = desk.leaves_out(wanted)
    return Page(pages.contradictions_page(found, asked, framed_by(request), more=more))


@router.get("/timeline")
def timeline(request: Request, desk: AskedDesk) -> Response:
    """What happened, was said and was published."""
    asked = asked_for(request)
    wanted = search_for(asked)
    found = desk.worked_out(
        ("timeline", wanted), lambda: pipeline.timeline(desk.ledger, wanted, most=LOOKED_AT)
    )
    more = desk.leaves_out(wanted)
    page = pages.timeline_page(found, asked, framed_by(request), most=_MOMENTS, more=more)
    return Page(page)


@router.get("/map")
def map_of(request: Request, desk: AskedDesk) -> Response:
    """Where on the map that lies of which something is said."""
    asked = asked_for(request)
    wanted = search_for(asked)
    found = desk.worked_out(("places", wanted), lambda: pipeline.places(desk.ledger, wanted))
    return Page(pages.map_page(found, asked, framed_by(request)))


@router.get("/person/{number}/across")
def person(request: Request, desk: AskedDesk, number: Number) -> Response:
    """How somebody's figures and words changed and what he foretold, as a part of his page."""
    ledger, wanted = desk.ledger, pipeline.search_of({"person": number})
    told = desk.worked_out(
        ("person", number),
        lambda: (
            pipeline.counted(ledger, wanted, most=_COUNTED, reports=LOOKED_AT),
            pipeline.forecasts(ledger, wanted, most=LOOKED_AT, evidence=False),
            pipeline.contradictions(ledger, wanted, most=LOOKED_AT),
        ),
    )
    return Page(pages.person_part(number, told, framed_by(request)))


@router.get("/report/{report}/others")
def others(request: Request, desk: AskedDesk, report: str) -> Response:
    """How other reports have what a report tells: a part of its page, or the page of its story."""
    told = desk.worked_out(("others", report), lambda: pipeline.story_around(desk.ledger, report))
    story, utterances = (told.story, told.utterances) if told else (None, ())
    if "hx-request" not in request.headers:
        return seen_other(f"/story/{story.id}" if story else f"/report/{quote(report)}")
    frame = framed_by(request)
    return Page(pages.others_part(report, frame, story=story, utterances=utterances))
