"""Files and texts that are handed over to be added, and how far that has come."""

from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import Response

from sayso.errors import BadRequestError
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.records import Item
from sayso.views import pages

__all__ = ["add", "adding", "pasted", "router", "uploaded"]

router = APIRouter()


@router.post("/add")
def add(
    desk: AskedDesk,
    *,
    files: Annotated[list[UploadFile] | None, File()] = None,
    kind: Annotated[str, Form()] = "report",
    text: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "pasted text",
) -> Response:
    """Take documents and read them one by one, while other pages are looked at."""
    items = [*uploaded(files), *pasted(text, name)]
    if not items:
        raise BadRequestError("No file was chosen; drop one on the page, or choose it.")
    desk.tray.put(items, record=kind == "record")
    return seen_other("/adding")


@router.get("/adding")
def adding(request: Request, desk: AskedDesk) -> Response:
    """What is being read, what waits, and what became of the others."""
    return Page(pages.adding_page(desk.tray.documents(), framed_by(request)))


def uploaded(files: Sequence[UploadFile] | None) -> Iterator[Item]:
    """The files of a form; a field that was left empty comes as a file without a name.

    Of a path only its end is kept: `sayso failures --retry` opens what failed, and would open
    whatever file a stranger had named.
    """
    for file in files or ():
        if name := PureWindowsPath(file.filename or "").name:
            yield Item(name=name, data=file.file.read(), media_type=file.content_type)


def pasted(text: str, name: str) -> Iterator[Item]:
    """The text of a form, where there is any."""
    if text.strip():
        yield Item(name=name, data=text.encode("utf-8", "replace"), media_type=_PASTED)


_PASTED = "text/plain; charset=utf-8"
