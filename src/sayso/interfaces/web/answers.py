"""Answers: a page with its status, and what each error of sayso is over HTTP."""

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Scope

from sayso.interfaces.http import PREFIX, Problem, status_of
from sayso.interfaces.web.desk import framed_by
from sayso.interfaces.web.guard import SAFE
from sayso.views.pages import trouble_page, waiting_page

__all__ = ["Page", "failed", "invalid", "refused", "seen_other", "unexpected", "unknown", "waiting"]

_WORDS = {
    404: "No page has this address. It may have been copied only in part.",
    405: "This address takes no such request; open it as a page.",
}
_LEFT_OUT = "Something in that address or form is missing or is no number; go back and look."
_FAULT = "This is a fault of sayso; the terminal it was started in says more. Nothing was changed."


class Page(HTMLResponse):
    """HTML that is asked for anew each time; odd characters are replaced and never fail."""

    def __init__(self, content: str, status_code: int = 200) -> None:
        super().__init__(content, status_code, headers={"cache-control": "no-cache"})

    def render(self, content: object) -> bytes:
        """The bytes of the page."""
        return str(content).encode("utf-8", "replace")


def seen_other(address: str) -> Response:
    """After something was changed: where that shows, so that a reload changes nothing more."""
    return RedirectResponse(address, status_code=303)


def failed(request: Request, error: Exception) -> Response:
    """The page for an error of sayso."""
    status = status_of(error)
    return Page(trouble_page(status, str(error), framed_by(request)), status)


def unknown(request: Request, error: Exception) -> Response:
    """The page for an address that is none."""
    assert isinstance(error, HTTPException)
    words = _WORDS.get(error.status_code, str(error.detail))
    return Page(trouble_page(error.status_code, words, framed_by(request)), error.status_code)


def waiting(request: Request, _: Exception) -> Response:
    """The page for what is still worked out; it asks again by itself, a part of a page by htmx."""
    again = str(request.url.replace(scheme="", netloc=""))
    part = "hx-request" in request.headers
    page = Page(waiting_page(again, framed_by(request), part=part), 202)
    if not part:
        page.headers["refresh"] = "1"
    return page


def invalid(request: Request, _: Exception) -> Response:
    """The page for a number that is none, or a form with something left out."""
    return Page(trouble_page(400, _LEFT_OUT, framed_by(request)), 400)


def unexpected(request: Request, _: Exception) -> Response:
    """The page for a fault of our own, which no guard comes round; nobody meets a traceback."""
    page = Page(trouble_page(500, _FAULT, framed_by(request)), 500)
    page.headers.update(SAFE)
    return page


def refused(scope: Scope, status: int, message: str) -> ASGIApp:
    """The answer to a request that is not let in: a page, or a problem where a program asked."""
    if scope["path"].startswith(f"{PREFIX}/"):
        return Problem(status, message)
    return Page(trouble_page(status, message, framed_by(Request(scope))), status)
