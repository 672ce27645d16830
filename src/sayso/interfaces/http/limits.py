"""How much and how often a program may ask."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.interfaces.http.problems import Problem

__all__ = ["Bucket", "Limited", "Limits"]

_REMEMBERED = 1000  # clients; who asked longest ago is forgotten first


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of one request, requests of one client at once, and how many more each second."""

    size: int = 25_000_000
    at_once: int = 300
    each_second: float = 100


class Bucket:
    """Tells who asks too often: a token bucket for each client; `clock` gives seconds."""

    def __init__(self, limits: Limits, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds until that client may ask again; 0 where it may now, which is counted."""
        now = self._clock()
        left, since = self._left.pop(client, (float(self._limits.at_once), now))
        left = min(self._limits.at_once, left + (now - since) * self._limits.each_second)
        allowed = left >= 1
        self._left[client] = (left - 1 if allowed else left, now)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._limits.each_second


class Limited:
    """Answers 429 to who asks too often, and 413 to who sends too much."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._limits = limits
        self._bucket = Bucket(limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        client = (scope.get("client") or ("",))[0]
        if wait := self._bucket.wait(client):
            refusal = Problem(429, _TOO_OFTEN, {"retry-after": str(int(wait) + 1)})
            await refusal(scope, receive, send)
            return
        body = await _body(scope, receive, self._limits.size)
        if body is None:
            await Problem(413, _TOO_BIG.format(self._limits.size))(scope, receive, send)
            return
        await self._app(scope, _again(body, receive), send)


_TOO_OFTEN = "Too many requests at once; wait as long as retry-after says."
_TOO_BIG = "That is more than {:,} bytes at once; cut it into smaller texts."


async def _body(scope: Scope, receive: Receive, most: int) -> bytes | None:
    """The body; None where it is too long, which is found only after its sender was heard out."""
    headers = Headers(scope=scope)
    if "content-length" not in headers and "transfer-encoding" not in headers:
        return b""
    pieces, size, more = [], 0, True
    while more:
        message = await receive()
        size += len(message.get("body", b""))
        pieces += [message.get("body", b"")] if size <= most else []
        more = message.get("more_body", False)
    return b"".join(pieces) if size <= most else None


def _again(body: bytes, receive: Receive) -> Receive:
    """What gives a body that was taken already."""
    told = False

    async def receiving() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving
