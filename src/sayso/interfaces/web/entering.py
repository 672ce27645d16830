"""Logging in and out, and one's own password."""

from functools import partial
from typing import Annotated

import anyio
from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from sayso.errors import BadRequestError, NotAdmittedError
from sayso.interfaces.http import Bucket, Rate
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.interfaces.web.door import COOKIE
from sayso.pipeline import Access
from sayso.views import pages

__all__ = ["Tries", "account", "change_password", "enter", "log_in", "log_out", "router"]

router = APIRouter()

_WRONG = "That name and that password do not fit together."
_WAIT = "Too many tries; wait {} seconds before the next."
_CHANGED = "Your password is another now; log in with it."


class Tries:
    """How often passwords may be tried: thirty at once from one place, then one in five seconds.

    One is looked at after the other, for each takes 64 MB while it is.
    """

    def __init__(self) -> None:
        self.bucket = Bucket(Rate(at_once=30, each_second=0.2))
        self.one = anyio.CapacityLimiter(1)


@router.get("/login")
def enter(request: Request, desk: AskedDesk, next: str = "/") -> Response:  # noqa: A002 - in the address
    """Where a name and a password are given."""
    if not desk.gate.closed():
        return seen_other("/")
    return Page(pages.login_page(framed_by(request), following=_own(next)))


@router.post("/login")
async def log_in(
    request: Request,
    desk: AskedDesk,
    *,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002 - in the form
) -> Response:
    """Begin a session, and go on to where somebody wanted to be."""
    if wait := _tries(request).bucket.wait(_place(request)):
        return _refused(request, 429, _WAIT.format(int(wait) + 1), retry=int(wait) + 1)
    begin = partial(_access(desk).sessions.begin, name.strip(), password, now=desk.clock())
    secret = await anyio.to_thread.run_sync(begin, limiter=_tries(request).one)
    if secret is None:
        return _refused(request, 401, _WRONG, following=_own(next))
    answer = seen_other(_own(next))
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, secret, httponly=True, samesite="lax", secure=secure)
    return answer


@router.post("/logout")
def log_out(request: Request, desk: AskedDesk) -> Response:
    """End the session."""
    if secret := request.cookies.get(COOKIE):
        _access(desk).sessions.end(secret)
    answer = seen_other("/login")
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/account")
def account(request: Request, desk: AskedDesk) -> Response:
    """Who is logged in, and the password."""
    if not desk.gate.closed():
        raise BadRequestError("Nobody logs in here; `sayso serve --login` asks for it.")
    return Page(pages.account_page(framed_by(request)))


@router.post("/account")
async def change_password(
    request: Request,
    desk: AskedDesk,
    *,
    password: Annotated[str, Form()] = "",
    wanted: Annotated[str, Form()] = "",
) -> Response:
    """Take another password; every session under the name ends."""
    name, access, tries = desk.user or "", _access(desk), _tries(request)
    if wait := tries.bucket.wait(_place(request)):
        return _refused(request, 429, _WAIT.format(int(wait) + 1), retry=int(wait) + 1)
    begin = partial(access.sessions.begin, name, password, now=desk.clock())
    if await anyio.to_thread.run_sync(begin, limiter=tries.one) is None:
        raise NotAdmittedError(_WRONG)
    change = partial(access.users.set_password, name, wanted)
    await anyio.to_thread.run_sync(change, limiter=tries.one)
    return _refused(request, 200, _CHANGED)


def _refused(
    request: Request, status: int, message: str, *, following: str = "/", retry: int | None = None
) -> Response:
    """The login once more, with what is to be said first."""
    text = pages.login_page(framed_by(request), following=following, message=message)
    page = Page(text, status)
    if retry is not None:
        page.headers["retry-after"] = str(retry)
    return page


def _own(address: str) -> str:
    """An address of this server, for a link to the login can name any."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and address.isprintable() else "/"


def _access(desk: AskedDesk) -> Access:
    if desk.gate.access is None:
        raise BadRequestError("Nobody logs in here; `sayso serve --login` asks for it.")
    return desk.gate.access


def _tries(request: Request) -> Tries:
    tries: Tries = request.app.state.tries
    return tries


def _place(request: Request) -> str:
    return request.client.host if request.client else ""
