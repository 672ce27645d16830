"""The application for programs: its routes, its errors, its limits and its description."""

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from sayso import __version__
from sayso.errors import SaysoError
from sayso.interfaces.http import across, comparing, deciding, handing, kept, texts
from sayso.interfaces.http.asking import Unchanged, unchanged
from sayso.interfaces.http.examples import with_examples
from sayso.interfaces.http.gate import PREFIX, Gate, ProgramDoor
from sayso.interfaces.http.limits import InLine, Limits, Paced, Rated, Sized
from sayso.interfaces.http.problems import failed, invalid, unexpected, unknown
from sayso.pipeline import Clock, Ledger

__all__ = ["programs_app"]

_ALL = Limits()
_HANDLERS: dict[Any, Any] = {
    SaysoError: failed,
    RequestValidationError: invalid,
    HTTPException: unknown,
    Unchanged: unchanged,
    Exception: unexpected,
}


class _Programs(FastAPI):
    """An application whose description shows an example of everything."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made once."""
        if self.openapi_schema is None:
            self.openapi_schema = with_examples(super().openapi())
        return self.openapi_schema


def programs_app(
    ledger: Ledger, *, clock: Clock, gate: Gate | None = None, limits: Limits = _ALL
) -> FastAPI:
    """The verbs of the command line as an ASGI application; without a gate it only reads."""
    app = _Programs(
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
    for routes in (kept, across, comparing, texts, handing, deciding):
        app.include_router(routes.router)
    # The last stands before all others: who asks too often or is unknown is refused before his
    # body is taken in.
    app.add_middleware(InLine, limits=limits)
    app.add_middleware(Sized, limits=limits)
    app.add_middleware(Paced, limits=limits)
    app.add_middleware(ProgramDoor, gate=gate or Gate(), clock=clock)
    app.add_middleware(Rated, limits=limits)
    return app
