"""What every request is answered from: one ledger, who looks at it, and what is being added."""

import datetime
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, TypeVar

from fastapi import Depends, Request

from sayso import __version__, pipeline
from sayso.errors import BadRequestError
from sayso.interfaces.http import Gate
from sayso.interfaces.web.asking import LOOKED_AT
from sayso.interfaces.web.tray import Tray
from sayso.interfaces.web.workbench import StillWorkingError, Workbench
from sayso.records import Visitor
from sayso.views.pages import Frame

if TYPE_CHECKING:
    from sayso.pipeline import Decider

__all__ = ["AskedDesk", "Desk", "framed_by"]

_Found = TypeVar("_Found")
_PART = 0.3  # of what a page waits, for a part of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A ledger that is open, the name under which decisions are made, and the time.

    `hosts` are the names by which a browser may call this server, beside addresses of numbers;
    `gate` tells whether who asks must say who he is.
    """

    ledger: pipeline.Ledger
    user: str | None
    clock: Callable[[], datetime.datetime]
    tray: Tray
    hosts: frozenset[str] = frozenset({"localhost"})
    gate: Gate = field(default_factory=Gate)
    bench: Workbench = field(default_factory=Workbench)

    def worked_out(self, what: Hashable, work: Callable[[], _Found]) -> _Found:
        """What `work` gives, done once a day and state of the ledger for all who ask for it.

        StillWorkingError where it takes longer than a page may.
        """
        key = (what, self.ledger.last_hash(), self.clock().date())
        return self.bench.result(key, work)

    def soon(self, what: Hashable, work: Callable[[], _Found]) -> _Found | None:
        """The same for a part of a page; None where it comes later than the others should wait."""
        key = (what, self.ledger.last_hash(), self.clock().date())
        try:
            return self.bench.result(key, work, patience=_PART)
        except StillWorkingError:
            return None

    def leaves_out(self, wanted: "pipeline.Search") -> bool:
        """Whether a page about that search looks at the newest of its reports only."""
        return self.worked_out(
            ("more", wanted), lambda: pipeline.is_about_more(self.ledger, wanted, most=LOOKED_AT)
        )

    def decider(self, *, reason: str | None = None, seen: int | None = None) -> "Decider":
        """Who decides something now; BadRequestError where nobody is named."""
        if self.user is None:
            raise BadRequestError("A decision needs a name; start with sayso serve --by NAME.")
        return pipeline.Decider(name=self.user, now=self.clock(), reason=reason or None, seen=seen)


def framed_by(request: Request) -> Frame:
    """The frame of the page that a request asks for."""
    desk: Desk = request.app.state.desk
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    closed = desk.gate.closed()
    first = "/" + request.url.path.strip("/").split("/")[0]
    return Frame(
        ledger="" if closed and visitor is None else desk.ledger.name,
        version=__version__,
        user=visitor.name if visitor else None,
        role=visitor.role if visitor and closed else None,
        origin=f"{request.url.scheme}://{request.url.netloc}",
        here=_UNDER.get(first, first),
        words=request.query_params.get("words", ""),
    )


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    visitor: Visitor | None = request.state.visitor
    return replace(desk, user=visitor.name if visitor else None)


# What the bar shows as chosen on a page that it does not lead to.
_UNDER = {"/person": "/people", "/story": "/stories"}

AskedDesk = Annotated[Desk, Depends(_desk)]
"""The desk, as a parameter of a route."""
