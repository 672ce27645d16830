"""Who is let in to the pages: everybody at this machine, or who has logged in, by his role."""

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.errors import NotAdmittedError, NotAllowedError, SaysoError
from sayso.interfaces.http import PREFIX, drained, status_of
from sayso.interfaces.web.answers import refused
from sayso.interfaces.web.desk import Desk
from sayso.records import UserRole, Visitor

__all__ = ["COOKIE", "PageDoor"]

COOKIE = "sayso_session"
"""What a browser keeps while somebody is logged in."""
_OPEN = ("/login", "/static/")
_READS = {"GET", "HEAD", "OPTIONS"}
_OWN = {"/check", "/logout", "/account"}  # what every reader may send: it changes nobody else's
_TEAM = "/team"
_LOGIN = 10_000  # bytes that a name and a password need at most, from somebody unknown
_UNKNOWN = "Log in first; your session has ended, or there was none."
_FORGED = "That did not come from a page of this server; nothing was changed."
_MAY_NOT = "You are here as a {role}, who may not do that; ask somebody who is an {needed}."
_TOO_LONG = "A name and a password are shorter than that."


class PageDoor:
    """Asks who comes, wherever the gate is closed; programs have a door of their own."""

    def __init__(self, app: ASGIApp, *, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        app = self._app
        if scope["type"] == "http" and not scope["path"].startswith(f"{PREFIX}/"):
            try:
                visitor = await run_in_threadpool(self._visitor, scope)
                scope.setdefault("state", {})["visitor"] = visitor
            except SaysoError as error:
                await drained(receive)
                app = _away(scope, error)
        await app(scope, receive, send)

    def _visitor(self, scope: Scope) -> Visitor | None:
        if not self._desk.gate.closed():
            return Visitor(name=self._desk.user, role=UserRole.ADMIN)
        _refuse_forged(scope)
        if scope["path"].startswith(_OPEN):
            return None
        visitor = self._known(Headers(scope=scope))
        if visitor is None:
            raise NotAdmittedError(_UNKNOWN)
        if not visitor.role.covers(needed := _needed(scope)):
            raise NotAllowedError(_MAY_NOT.format(role=visitor.role, needed=needed))
        return visitor

    def _known(self, headers: Headers) -> Visitor | None:
        secret = _cookie(headers)
        access = self._desk.gate.access
        return (
            access.sessions.visitor(secret, now=self._desk.clock()) if access and secret else None
        )


def _needed(scope: Scope) -> UserRole:
    """Who may do that; whatever is not known to change nothing needs an editor."""
    path = scope["path"]
    if path == _TEAM or path.startswith(f"{_TEAM}/"):
        return UserRole.ADMIN
    reads = scope["method"] in _READS or path in _OWN
    return UserRole.READER if reads else UserRole.EDITOR


def _refuse_forged(scope: Scope) -> None:
    """A browser names where a form stands; one that is logged in here must have had it from here.

    With SameSite that is the protection against requests that another site forges.
    """
    if scope["method"] in _READS:
        return
    headers = Headers(scope=scope)
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    own = origin is not None and urlsplit(origin).netloc == headers.get("host")
    if not (own or site == "same-origin"):
        raise NotAllowedError(_FORGED)
    length = headers.get("content-length", "")
    if scope["path"] == "/login" and not (length.isdecimal() and int(length[:20]) <= _LOGIN):
        raise NotAllowedError(_TOO_LONG)


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


def _away(scope: Scope, error: SaysoError) -> ASGIApp:
    """To the login who looks at a page, and back to it after; else a page that says why not."""
    if isinstance(error, NotAdmittedError) and scope["method"] == "GET":
        query = f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else ""
        return RedirectResponse(f"/login?next={quote(scope['path'] + query)}", status_code=303)
    return refused(scope, status_of(error), str(error))
