"""What was decided is laid beside the others, after its answer: stories hold it as it is now."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from starlette.types import ASGIApp, Receive, Scope, Send

from sayso import pipeline
from sayso.errors import SaysoError
from sayso.interfaces.http.writes import writes

__all__ = ["Relating"]


class Relating:
    """An application that relates its ledger after each request that may have changed it.

    One thread does so at a time, beside the pages; what comes meanwhile is done after it.
    """

    def __init__(
        self, app: ASGIApp, *, ledger: pipeline.Ledger, clock: Callable[[], datetime.datetime]
    ) -> None:
        self._app = app
        self._ledger, self._clock = ledger, clock
        self._wanted, self._working = False, False
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer first."""
        await self._app(scope, receive, send)
        if scope["type"] == "http" and writes(scope):
            self._soon()

    def _soon(self) -> None:
        with self._lock:
            self._wanted = True
            if not self._working:
                self._working = True
                Thread(target=self._work, name="sayso-relating", daemon=True).start()

    def _work(self) -> None:
        while self._next():
            with suppress(SaysoError):  # of a ledger that was moved; pages say so
                pipeline.relate(self._ledger, clock=self._clock)

    def _next(self) -> bool:
        with self._lock:
            self._working, self._wanted = self._wanted, False
            return self._working
