"""The application: routes, errors and the guard before them."""

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso.errors import SaysoError
from sayso.interfaces.http import PREFIX, programs_app
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
from sayso.interfaces.web.workbench import StillWorkingError

__all__ = ["web_app"]


_ROUTES = (
    across, browsing, checking, correcting, entering, foretelling, handing, static, taking, team,
)  # fmt: skip
_HANDLERS = (
    (SaysoError, failed),
    (StillWorkingError, waiting),
    (RequestValidationError, invalid),
    (HTTPException, unknown),
    (Exception, unexpected),
)


def web_app(desk: Desk) -> FastAPI:
    """The pages of a ledger as an ASGI application."""
    app = FastAPI(title="sayso", openapi_url=None, docs_url=None, redoc_url=None)
    app.state.desk, app.state.tries = desk, entering.Tries()
    for routes in _ROUTES:
        app.include_router(routes.router)
    for kind, handler in _HANDLERS:
        app.add_exception_handler(kind, handler)
    app.mount(PREFIX, programs_app(desk.ledger, clock=desk.clock, gate=desk.gate))
    app.add_middleware(PageDoor, desk=desk)
    app.add_middleware(Guard, hosts=desk.hosts, refuse=refused)
    return app
