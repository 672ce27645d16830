"""Who may ask, from where and how much: what stands before every route."""

import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MAX_REQUEST", "SAFE", "Guard", "Refuse"]

MAX_REQUEST = 200_000_000
"""Bytes of a request; ten times the largest document that is read."""
_DRAINED = 10 * MAX_REQUEST  # a browser shows the answer only after it was let speak its fill
SAFE = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""The headers of every answer: nothing from elsewhere, nothing inline, in nobody's frame."""
_READS = {"GET", "HEAD", "OPTIONS"}
_REFUSED_HOST = (
    "A page called this server by a name that is not its own, as happens in DNS rebinding; "
    "open it by localhost, or by the name given with --host."
)
_REFUSED_ORIGIN = "Another site asked your browser to change something here; nothing was changed."
_NUL = "That address has a NUL in it, which nothing here has; type it anew."
_TOO_BIG = (
    f"That is more than {MAX_REQUEST // 1_000_000} MB at once. Cut it into smaller files, or add "
    "it from a terminal: sayso add FILE"
)

Refuse = Callable[[Scope, int, str], ASGIApp]
"""The answer that refuses a request: its status and a sentence."""


class Guard:
    """Refuses names that are not this server's, writes of other sites, and too large requests."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], refuse: Refuse) -> None:
        self._app = app
        self._hosts = hosts
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        app = self._app
        if found := _odd(scope) or _refusal(scope["method"], headers, self._hosts):
            if found[0] == 413:
                await _drain(receive)
            app = self._refuse(scope, *found)
        await app(scope, _limited(receive), _with_headers(send))


def _odd(scope: Scope) -> tuple[int, str] | None:
    """No name here has a NUL in it, and no database takes one."""
    has_nul = "\0" in scope["path"] or b"%00" in scope["query_string"]
    return (400, _NUL) if has_nul else None


def _refusal(method: str, headers: Headers, hosts: frozenset[str]) -> tuple[int, str] | None:
    if not _is_own(headers.get("host", ""), hosts):
        return 403, _REFUSED_HOST
    if method not in _READS and not _same_origin(headers):
        return 403, _REFUSED_ORIGIN
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length[:20]) > MAX_REQUEST:
        return 413, _TOO_BIG
    return None


def _is_own(host: str, hosts: frozenset[str]) -> bool:
    """An address of numbers is always meant so; a name must be known."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name in hosts
    return True


def _same_origin(headers: Headers) -> bool:
    """Whether this server's own page asks, or no browser at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _limited(receive: Receive) -> Receive:
    """A body that gives no length ends as if its sender had gone, once it is too long."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= MAX_REQUEST else {"type": "http.disconnect"}

    return limited


async def _drain(receive: Receive) -> None:
    drained = 0
    while drained < _DRAINED:
        message = await receive()
        drained += len(message.get("body", b""))
        if not message.get("more_body"):
            return


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SAFE.items():
                headers.setdefault(name, value)
        await send(message)

    return sending
