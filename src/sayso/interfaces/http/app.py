"""The application for programs: its routes, its errors, its limits and its description."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso import __version__
from sayso.errors import SaysoError
from sayso.interfaces.http import across, comparing, kept, texts
from sayso.interfaces.http.asking import Unchanged, unchanged
from sayso.interfaces.http.limits import Limited, Limits
from sayso.interfaces.http.problems import failed, invalid, unexpected, unknown
from sayso.pipeline import Clock, Ledger

__all__ = ["PREFIX", "programs_app"]

PREFIX = "/api/v1"
"""Where the routes for programs begin."""
_ALL = Limits()
_HANDLERS: dict[Any, Any] = {
    SaysoError: failed,
    RequestValidationError: invalid,
    HTTPException: unknown,
    Unchanged: unchanged,
    Exception: unexpected,
}


def programs_app(ledger: Ledger, *, clock: Clock, limits: Limits = _ALL) -> FastAPI:
    """The verbs of the command line as an ASGI application, which only reads."""
    app = FastAPI(
        title="sayso",
        version=__version__,
        description="Who said what in the news, in which words, and what became of it on the way.",
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
        docs_url=None,
        redoc_url=None,
        exception_handlers=_HANDLERS,
    )
    app.state.ledger, app.state.clock = ledger, clock
    for routes in (kept, across, comparing, texts):
        app.include_router(routes.router)
    app.add_middleware(Limited, limits=limits)
    return app
