"""Running the server: who is let in, a port, and a line that says where it is."""

import ipaddress
import socket
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso import pipeline
from sayso.errors import BadRequestError, SaysoError
from sayso.interfaces.http import Gate
from sayso.interfaces.terminal import complain
from sayso.interfaces.web.app import web_app
from sayso.interfaces.web.desk import Desk
from sayso.pipeline import Access
from sayso.views import pages

__all__ = ["gate_of", "prepare", "serve_pages"]

_NOBODY = "There are no users to log in; add one by `sayso user add NAME --role admin`."
# What pages ask of the pipeline, of which each part is loaded when it is first asked for.
_ASKED = (
    "counted", "timeline", "contradictions", "forecasts", "places", "check_reading", "people",
    "candidates", "judgements", "failures",
)  # fmt: skip
_PATIENCE = 5.0  # seconds after which nobody seems to look at a page
_QUIET: dict[str, Any] = {
    "log_level": "warning", "server_header": False, "lifespan": "off", "ws": "none",
}  # fmt: skip
_ALL = "everybody who can reach {} may read and write this ledger; `sayso user add` ends that"


def gate_of(access: Access, *, host: str, login: bool) -> Gate:
    """Users log in where others can come; BadRequestError where they shall and there are none."""
    gate = Gate(access=access, guarded=login or not _is_here(host))
    if login and not gate.closed():
        raise BadRequestError(_NOBODY)
    if gate.guarded and not gate.closed():
        complain(_ALL.format(host))
    return gate


def serve_pages(desk: Desk, *, host: str, port: int) -> None:
    """Answer until somebody ends it; port 0 is any that is free."""
    with _listening(host, port) as listening:
        taken = listening.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        print(f"{desk.ledger.name} is at http://{shown}:{taken}/ (Ctrl+C ends it)", flush=True)
        app, answered = web_app(desk), Event()
        Thread(target=_warm, args=(app, answered), daemon=True).start()
        config = uvicorn.Config(_telling(app, answered), **_QUIET)
        uvicorn.Server(config).run(sockets=[listening])


def _is_here(host: str) -> bool:
    """Whether nobody but who uses this machine reaches that address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _telling(app: ASGIApp, answered: Event) -> ASGIApp:
    """That application; it tells when the first request has its answer."""

    async def telling(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope, receive, send)
        answered.set()

    return telling


def _warm(app: FastAPI, answered: Event) -> None:
    """Prepare while the first page is looked at, which comes before: both want the interpreter."""
    answered.wait(_PATIENCE)
    prepare(app)


def prepare(app: FastAPI) -> None:
    """Load and lay out what any page may ask for, so that none waits for it when it is first shown.

    What a program that was stopped left undone in the ledger is done, too.
    """
    desk: Desk = app.state.desk
    pages.prepare()
    for name in _ASKED:
        getattr(pipeline, name)
    with suppress(SaysoError):  # of a ledger that may only be read
        pipeline.relate(desk.ledger, clock=desk.clock)
    pipeline.read_text("The mayor said that all is well.")
    app.state.programs.prepare()


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise BadRequestError(
            f"Port {port} of {host} cannot be had ({error}); name another one with --port."
        ) from error
    # Connections inherit it. Without it the end of a page waits until the browser has said that
    # its head arrived, which takes 40 ms from the second page of a connection on.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
