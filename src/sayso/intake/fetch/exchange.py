"""One request and its answer, both bounded in time and size."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from sayso.errors import UnreadableReportError
from sayso.intake.coding import uncoded
from sayso.intake.fetch.addresses import Address
from sayso.intake.fetch.connection import Clock, Guard, Resolve
from sayso.intake.files import MAX_BYTES

if TYPE_CHECKING:
    from ssl import SSLContext

    import httpcore

__all__ = ["ROBOT", "Answer", "Network"]

ROBOT = "sayso"
"""Who we say we are."""
_SECONDS = 60  # for a request as a whole; 20 MB in that time are 2.7 Mbit/s
_SILENCE = 15.0  # seconds without a byte; slow news servers begin to answer within 5
_TIMEOUTS = dict.fromkeys(("connect", "read", "write", "pool"), _SILENCE)
_NONE: Mapping[str, str] = MappingProxyType({})
_HEADERS = {
    "User-Agent": ROBOT,
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; `headers` by their names in small letters, the first of each."""

    status: int
    headers: dict[str, str]
    body: bytes


class Network:
    """The way out: whom to ask for addresses, which of them are allowed, and what time it is."""

    def __init__(self, *, allow: Callable[[Address], bool], resolve: Resolve, clock: Clock) -> None:
        self._allow = allow
        self._resolve = resolve
        self.clock = clock

    def get(self, url: str, headers: Mapping[str, str] = _NONE) -> Answer:
        """What the server answers for `url`; UnreadableReportError where nothing sound comes.

        `headers` are sent beside those that say who asks.
        """
        import httpcore

        deadline = self.clock() + datetime.timedelta(seconds=_SECONDS)
        guard = Guard(allow=self._allow, resolve=self._resolve, clock=self.clock, deadline=deadline)
        try:
            with httpcore.ConnectionPool(self._trusted, network_backend=guard) as pool:
                return _answer(pool, url, headers)
        except httpcore.TimeoutException as error:
            raise UnreadableReportError(f"{url} did not answer in time; try it later.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise UnreadableReportError(
                f"{url} could not be reached ({error}); check the address and your connection."
            ) from error

    @cached_property
    def _trusted(self) -> "SSLContext":
        import httpcore

        return httpcore.default_ssl_context()


def _answer(pool: "httpcore.ConnectionPool", url: str, asked: Mapping[str, str]) -> Answer:
    sent = [(name.encode(), value.encode()) for name, value in {**_HEADERS, **asked}.items()]
    with pool.stream("GET", url, headers=sent, extensions={"timeout": _TIMEOUTS}) as response:
        headers: dict[str, str] = {}
        for name, value in response.headers:
            headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
        body = _limited(response.iter_stream(), url)
    body = uncoded(body, content=headers.get("content-encoding"), limit=MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise _too_big(url)
    return Answer(status=response.status, headers=headers, body=body)


def _limited(chunks: Iterator[bytes], url: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > MAX_BYTES:
            raise _too_big(url)
    return bytes(body)


def _too_big(url: str) -> UnreadableReportError:
    return UnreadableReportError(
        f"{url} has more than {MAX_BYTES // 1_000_000} MB; download it and name the file."
    )
