"""Connections to public addresses only, each with an end.

httpx resolves a name again when it connects, after any check; httpcore below it lets us connect to
the very address that was checked, and limit a request as a whole.
"""

import datetime
import socket
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address
from ssl import SSLContext
from typing import Any

import httpcore

from sayso.errors import UnreadableReportError
from sayso.intake.fetch.addresses import Address

__all__ = ["Clock", "Guard", "Resolve", "resolve"]

Clock = Callable[[], datetime.datetime]
Resolve = Callable[[str, int], Sequence[Address]]
"""Gives the addresses of a host, the best first; OSError where it has none."""


def resolve(host: str, port: int) -> list[Address]:
    """The addresses of `host` as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(row[4][0]).partition("%")[0]) for row in found))


class Guard(httpcore.NetworkBackend):
    """Connects to hosts all of whose addresses `allow` lets pass, until `deadline`."""

    def __init__(
        self,
        *,
        allow: Callable[[Address], bool],
        resolve: Resolve,
        clock: Clock,
        deadline: datetime.datetime,
    ) -> None:
        self._allow = allow
        self._resolve = resolve
        self._system: httpcore.NetworkBackend = httpcore.SyncBackend()
        self._left: Callable[[], float] = lambda: (deadline - clock()).total_seconds()

    def connect_tcp(  # noqa: PLR0917 - as httpcore calls it
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve once, check, and connect to an address that was checked."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise UnreadableReportError(
                f"No address is known for {host}; check its name and your connection."
            ) from error
        for address in addresses:
            if not self._allow(address):
                raise UnreadableReportError(
                    f"{host} is {address}, which is not on the public Internet; "
                    "save the page yourself and add the file."
                )
        return _Timed(self._connect(addresses, port, timeout), self._left)

    def _connect(
        self, addresses: Sequence[Address], port: int, timeout: float | None
    ) -> httpcore.NetworkStream:
        error: Exception = OSError("the host has no address")
        for address in addresses:
            try:
                return self._system.connect_tcp(str(address), port, _shorter(timeout, self._left()))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
        raise error


class _Timed(httpcore.NetworkStream):
    """A stream on which no wait outlasts the request, however slowly the bytes drip."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        self._stream = stream
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _shorter(timeout, self._left()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _shorter(timeout, self._left()))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        safe = self._stream.start_tls(ssl_context, server_hostname, _shorter(timeout, self._left()))
        return _Timed(safe, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _shorter(timeout: float | None, left: float) -> float:
    if left <= 0:
        raise httpcore.ReadTimeout("the time for the whole request is over")
    return left if timeout is None else min(timeout, left)
