"""Pages to look round: home, reports, a report, a statement, people, search, about."""

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

import sayso
from sayso import pipeline
from sayso.errors import BadRequestError
from sayso.interfaces.web.answers import Page
from sayso.interfaces.web.asking import Number, asked_for, search_for
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.views import pages

__all__ = [
    "about",
    "facets",
    "failures",
    "home",
    "original",
    "people",
    "person",
    "report",
    "reports",
    "router",
    "search",
    "statement",
]

router = APIRouter()

_PAGE = 50  # reports or statements on one page
_PEOPLE = 100
_FURTHEST = 400  # pages; whoever wants more narrows the search


@router.get("/")
def home(request: Request, desk: AskedDesk) -> Response:
    """What came last, who speaks most, and where to put more."""
    return Page(pages.home_page(pipeline.overview(desk.ledger), framed_by(request)))


@router.get("/reports")
def reports(request: Request, desk: AskedDesk, before: Number | None = None) -> Response:
    """All reports, the last added first."""
    found = pipeline.newest_reports(desk.ledger, before=before, limit=_PAGE)
    return Page(pages.reports_page(found, framed_by(request), limit=_PAGE))


@router.get("/report/{report}")
def report(request: Request, desk: AskedDesk, report: str) -> Response:
    """One report with every mark."""
    kept = pipeline.open_report(desk.ledger, report)
    found = pipeline.check_reading(kept.reading, ()).findings
    known = pipeline.records(desk.ledger, near=kept.reading.report.published)
    return Page(pages.report_page(kept, found, framed_by(request), records=known))


@router.get("/original/{sha256}")
def original(desk: AskedDesk, sha256: str) -> Response:
    """The bytes as they came; they are handed over to be kept, never shown as a page."""
    data, _ = pipeline.original(desk.ledger, sha256)
    headers = {"content-disposition": f'attachment; filename="{quote(sha256[:16])}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


@router.get("/statement/{statement}")
def statement(
    request: Request, desk: AskedDesk, statement: str, *, made: Number | None = None
) -> Response:
    """One statement at its permanent address."""
    found = pipeline.locate(desk.ledger, statement)
    if found.statement is None:
        return Page(pages.lost_page(found.kept, statement, framed_by(request)), 404)
    return Page(pages.statement_page(found.kept, found.statement, framed_by(request), made=made))


@router.get("/people")
def people(request: Request, desk: AskedDesk, *, name: str = "", after: Number = 0) -> Response:
    """The people of a name, or all, a page at a time."""
    found = pipeline.people(desk.ledger, name or None, limit=_PEOPLE, after=after)
    more = found[_PEOPLE - 1].number if len(found) >= _PEOPLE else None
    return Page(pages.people_page(found, name, framed_by(request), more=more))


@router.get("/person/{number}")
def person(request: Request, desk: AskedDesk, number: Number) -> Response:
    """Everything somebody said, oldest first."""
    known = pipeline.person(desk.ledger, number)
    search = pipeline.search_of({"person": known.number, "sort": "old"})
    found = pipeline.search_part(desk.ledger, search, limit=_PAGE)
    entries = list(found.entries)
    told = pages.Known(
        tenures=pipeline.tenures(known.name), topics=pipeline.topics(desk.ledger, search)
    )
    frame = framed_by(request)
    return Page(pages.person_page(known, entries, frame, total=found.total, known=told))


@router.get("/search")
def search(request: Request, desk: AskedDesk, page: int = 1) -> Response:
    """What fits, with all the filters of `sayso search` in the address."""
    if not 1 <= page <= _FURTHEST:
        raise BadRequestError(f"Pages go from 1 to {_FURTHEST}; narrow the search instead.")
    asked = asked_for(request)
    wanted = search_for(asked)
    found = pipeline.search_part(desk.ledger, wanted, skip=(page - 1) * _PAGE, limit=_PAGE + 1)
    entries = list(found.entries)
    results = pages.Results(
        entries=entries[:_PAGE],
        total=found.total,
        page=page,
        facets=pipeline.facets(desk.ledger, wanted) if entries or page > 1 else [],
        more=len(entries) > _PAGE,
    )
    return Page(pages.search_page(asked, results, framed_by(request)))


@router.get("/search/facets")
def facets(request: Request, desk: AskedDesk) -> Response:
    """All that a search finds counted, as a part of its page that takes the place of the first."""
    asked = asked_for(request)
    wanted = search_for(asked)
    found = desk.worked_out(
        ("facets", wanted), lambda: pipeline.facets(desk.ledger, wanted, whole=True)
    )
    answer = Page(pages.facets_part(asked, found, framed_by(request)))
    answer.headers.update({"hx-retarget": "#facets", "hx-reswap": "innerHTML"})
    return answer


@router.get("/failures")
def failures(request: Request, desk: AskedDesk) -> Response:
    """What could not be added, and why."""
    return Page(pages.failures_page(pipeline.failures(desk.ledger), framed_by(request)))


@router.get("/about")
def about(request: Request) -> Response:
    """How often sayso is right, and what it is made of."""
    facts = (
        ("sayso", sayso.__version__),
        ("licence", "Apache-2.0; NOTICE names what is shipped with it"),
    )
    return Page(pages.about_page(facts, framed_by(request)))
