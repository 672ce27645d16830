"""The application for programs beside the pages, made when it is first needed."""

from functools import partial
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.interfaces.http.gate import Gate
from sayso.pipeline import Clock, Ledger

__all__ = ["Programs"]


class Programs:
    """Answers programs; what it needs takes a while to load, for which no page shall wait."""

    def __init__(self, ledger: Ledger, *, clock: Clock, gate: Gate) -> None:
        self._make = partial(_made, ledger, clock=clock, gate=gate)
        self._app: ASGIApp | None = None
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        app = self._app
        if app is None:
            app = await run_in_threadpool(self.prepare)
        await app(scope, receive, send)

    def prepare(self) -> ASGIApp:
        """The application, made once."""
        with self._lock:
            if self._app is None:
                self._app = self._make()
            return self._app


def _made(ledger: Ledger, *, clock: Clock, gate: Gate) -> ASGIApp:
    from sayso.interfaces.http.app import programs_app  # with all readers

    return programs_app(ledger, clock=clock, gate=gate)
