"""The application: routes, errors and the guard before them."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso.errors import SaysoError
from sayso.interfaces.http import PREFIX, Programs
from sayso.interfaces.web import (
    across,
    browsing,
    checking,
    correcting,
    entering,
    foretelling,
    handing,
    static,
    taking,
    team,
)
from sayso.interfaces.web.answers import (
    failed,
    invalid,
    refused,
    unexpected,
    unknown,
    waiting,
)
from sayso.interfaces.web.desk import Desk
from sayso.interfaces.web.door import PageDoor
from sayso.interfaces.web.guard import Guard
from sayso.interfaces.web.relating import Relating
from sayso.interfaces.web.workbench import StillWorkingError

__all__ = ["web_app"]


# A route is made ready when a request passes it on its way, so what is asked first comes first.
_ROUTES = (
    browsing, static, across, checking, correcting, entering, foretelling, handing, taking, team,
)  # fmt: skip
_HANDLERS: dict[Any, Any] = {
    SaysoError: failed,
    StillWorkingError: waiting,
    RequestValidationError: invalid,
    HTTPException: unknown,
    Exception: unexpected,
}
_NOT_DESCRIBED: dict[str, Any] = {"openapi_url": None, "docs_url": None, "redoc_url": None}


def web_app(desk: Desk) -> FastAPI:
    """The pages of a ledger as an ASGI application."""
    app = FastAPI(title="sayso", exception_handlers=_HANDLERS, **_NOT_DESCRIBED)
    programs = Programs(desk.ledger, clock=desk.clock, gate=desk.gate)
    app.state.desk, app.state.tries, app.state.programs = desk, entering.Tries(), programs
    for routes in _ROUTES:
        app.include_router(routes.router)
    app.mount(PREFIX, programs)
    app.add_middleware(Relating, ledger=desk.ledger, clock=desk.clock)
    app.add_middleware(PageDoor, desk=desk)
    app.add_middleware(Guard, hosts=desk.hosts, refuse=refused)
    return app
