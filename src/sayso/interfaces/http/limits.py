"""How much and how often a program may ask, and that writers stand in line."""

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.interfaces.http.problems import Problem
from sayso.interfaces.http.writes import writes

__all__ = ["Bucket", "InLine", "Limits", "Paced", "Rate", "Rated", "Sized", "drained"]

_REMEMBERED = 1000  # clients; who asked longest ago is forgotten first
_DRAINED = 200_000_000  # bytes that are heard out before a refusal, so that it is read
_TOO_OFTEN = "Too many requests at once; wait as long as retry-after says."
_TOO_BIG = "That is more than {:,} bytes at once; cut it into smaller texts."
_TOO_LONG = "Too many are waiting to write; wait as long as retry-after says."
_PATIENCE = 5  # seconds, in which some of a line are served


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Requests at once, and how many more each second."""

    at_once: int
    each_second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes of one request, the requests of one client, and what is written with one token.

    `waiting` is how many may stand in line to write.
    """

    size: int = 25_000_000
    asking: Rate = Rate(at_once=300, each_second=100)
    writing: Rate = Rate(at_once=300, each_second=20)
    waiting: int = 100


class Bucket:
    """Tells who asks too often: a token bucket for each client; `clock` gives seconds."""

    def __init__(self, rate: Rate, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds until that client may ask again; 0 where it may now, which is counted."""
        now = self._clock()
        left, since = self._left.pop(client, (float(self._rate.at_once), now))
        left = min(self._rate.at_once, left + (now - since) * self._rate.each_second)
        allowed = left >= 1
        self._left[client] = (left - 1 if allowed else left, now)
        if len(self._left) > _REMEMBERED:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate.each_second


class Rated:
    """Answers 429 to who asks too often."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._bucket = Bucket(limits.asking)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        client = (scope.get("client") or ("",))[0]
        if wait := self._bucket.wait(client):
            await drained(receive)
            await _too_often(wait)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class Paced:
    """Answers 429 to a token that writes too often, from wherever it is sent."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._bucket = Bucket(limits.writing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        token = Headers(scope=scope).get("authorization", "")
        if writes(scope) and (wait := self._bucket.wait(token)):
            await drained(receive)
            await _too_often(wait)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _too_often(wait: float) -> Problem:
    return Problem(429, _TOO_OFTEN, {"retry-after": str(int(wait) + 1)})


class Sized:
    """Answers 413 to who sends too much, and nobody who breaks off: half a text is none."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            body = await _body(receive, self._limits.size)
        except _TooBigError:
            await Problem(413, _TOO_BIG.format(self._limits.size))(scope, receive, send)
            return
        if body is not None:
            await self._app(scope, _again(body, receive), send)


class InLine:
    """Lets one write after the other, so that none waits for the ledger; 429 if the line is long.

    Who stands in line holds no thread, and so keeps nobody from reading.
    """

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._most = limits.waiting
        self._writing = anyio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not writes(scope):
            await self._app(scope, receive, send)
        elif self._writing.statistics().tasks_waiting >= self._most:
            refusal = Problem(429, _TOO_LONG, {"retry-after": str(_PATIENCE)})
            await refusal(scope, receive, send)
        else:
            async with self._writing:
                await self._app(scope, receive, send)


class _TooBigError(Exception):
    """A body is too long."""


async def drained(receive: Receive) -> None:
    """Hear out who is refused: a client that is cut off while it sends reads no answer."""
    size, more = 0, True
    while more and size <= _DRAINED:
        message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)


async def _body(receive: Receive, most: int) -> bytes | None:
    """The body; None where its sender broke off. Too long a one is heard out, and not kept."""
    pieces, size, whole = [], 0, True
    async for piece in _heard(receive):
        whole = piece is not None
        size += len(piece or b"")
        pieces += [piece or b""] if size <= most else []
    if size > most:
        raise _TooBigError
    return b"".join(pieces) if whole else None


async def _heard(receive: Receive) -> AsyncIterator[bytes | None]:
    """Piece after piece; None at the end where its sender broke off."""
    more = True
    while more:
        message = await receive()
        yield None if message["type"] == "http.disconnect" else message.get("body", b"")
        more = message.get("more_body", False)


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
