"""The team: who may log in, in which role, and which tokens there are; for admins."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from sayso.errors import BadRequestError
from sayso.interfaces.web.answers import Page, seen_other
from sayso.interfaces.web.asking import Number
from sayso.interfaces.web.desk import AskedDesk, framed_by
from sayso.pipeline import Access
from sayso.records import UserRole
from sayso.views import pages

__all__ = ["add", "change", "remove", "revoke", "router", "team"]

router = APIRouter()

_Text = Annotated[str, Form()]
_Role = Annotated[UserRole, Form()]


@router.get("/team")
def team(request: Request, desk: AskedDesk) -> Response:
    """Everybody, and every token."""
    access = _access(desk)
    return Page(pages.team_page(access.users.all(), access.tokens.all(), framed_by(request)))


@router.post("/team/add")
def add(
    desk: AskedDesk,
    *,
    name: _Text,
    password: Annotated[str, Form()],
    role: Annotated[UserRole, Form()],
) -> Response:
    """Let somebody log in from now on."""
    _access(desk).users.add(name.strip(), password, role, now=desk.clock())
    return seen_other("/team")


@router.post("/team/role")
def change(desk: AskedDesk, *, name: _Text, role: _Role) -> Response:
    """Let somebody do more, or less."""
    _access(desk, besides=name).users.set_role(name, role)
    return seen_other("/team")


@router.post("/team/remove")
def remove(desk: AskedDesk, *, name: _Text) -> Response:
    """Let somebody log in no more."""
    _access(desk, besides=name).users.remove(name, now=desk.clock())
    return seen_other("/team")


@router.post("/team/revoke")
def revoke(desk: AskedDesk, *, number: Annotated[Number, Form()]) -> Response:
    """Let a token be good no more."""
    _access(desk).tokens.revoke(number, now=desk.clock())
    return seen_other("/team")


def _access(desk: AskedDesk, *, besides: str | None = None) -> Access:
    """Who may enter, for somebody who changes another than himself: so an admin always stays."""
    if desk.gate.access is None or not desk.gate.closed():
        raise BadRequestError("There is no team at this address; `sayso user` looks after it.")
    if besides is not None and besides.casefold() == (desk.user or "").casefold():
        raise BadRequestError("Another admin must do that to you, or `sayso user` in a terminal.")
    return desk.gate.access
