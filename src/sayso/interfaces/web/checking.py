"""A draft beside a record: put in, compared, shown, and nothing of it kept."""

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from sayso import pipeline
from sayso.interfaces.web.answers import Page
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.interfaces.web.handing import pasted, uploaded
from sayso.views import pages
from sayso.views.finding_page import Checked

__all__ = ["against", "check", "checked", "router"]

router = APIRouter()


@router.get("/check")
def check(request: Request, desk: AskedDesk) -> Response:
    """Where a draft and a record are put in."""
    return Page(pages.check_page(pipeline.records(desk.ledger), framed_by(request)))


@router.get("/report/{report}/against/{record}")
def against(request: Request, desk: AskedDesk, report: str, *, record: str) -> Response:
    """A report of the ledger beside a record of it."""
    found = pipeline.check_kept(desk.ledger, report, record)
    one = Checked(name=report, reading=found.reading, findings=found.findings)
    return Page(pages.checked_page(one, found.records, framed_by(request), kept=report))


@router.post("/check")
def checked(
    request: Request,
    desk: AskedDesk,
    *,
    draft: Annotated[str, Form()] = "",
    record: Annotated[str, Form()] = "",
    kept: Annotated[list[str] | None, Form()] = None,
    draft_file: Annotated[list[UploadFile] | None, File()] = None,
    record_files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """What was found."""
    drafts = [*uploaded(draft_file), *pasted(draft, "the draft")]
    records = [*uploaded(record_files), *pasted(record, "the record")]
    found = pipeline.check_draft(drafts, records, ledger=desk.ledger, kept=kept or ())
    one = Checked(name="the draft", reading=found.reading, findings=found.findings)
    return Page(pages.checked_page(one, found.records, framed_by(request)))
