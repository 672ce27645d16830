"""One request of a program: which ledger it asks, and how its answer is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Annotated, Any, TypeVar

import msgspec
from fastapi import Depends, Query, Request
from starlette.responses import Response, StreamingResponse

from sayso import __version__
from sayso.interfaces.http.paging import Key, after, cursor_of
from sayso.pipeline import Clock, Decider, Ledger
from sayso.records import Visitor
from sayso.views.jsonl import record_line

__all__ = ["LINES", "Asked", "Asking", "Cursor", "Limit", "Place", "Unchanged", "unchanged"]

LINES = "application/x-ndjson"
"""The media type of one record a line."""
_Record = TypeVar("_Record")
_VARIES = "accept, authorization"
_WHERE = "Where the last page ended; `next` of an answer has it."
Cursor = Annotated[str | None, Query(max_length=1000, description=_WHERE, examples=["W10"])]
"""After which record a page of a list begins, as an earlier page gave it."""
Place = Annotated[int | None, Query(ge=0, le=2**62, description=_WHERE, examples=[2])]
"""After which number a page of statements or reports begins."""
Limit = Annotated[int, Query(ge=1, le=1000, description="How many on one page.", examples=[20])]
"""How many records one page of a list holds."""


class Unchanged(Exception):  # noqa: N818 - no error: what the program has is what there is
    """What a program has already is what it would be given; `tag` names it."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request to a ledger; `tag` is the same as long as the answer is, None where it has none."""

    ledger: Ledger
    clock: Clock
    request: Request
    tag: str | None

    def one(self, record: object) -> Response:
        """A record as JSON."""
        return self.written(record_line(record).rstrip())

    def written(self, data: bytes) -> Response:
        """JSON that is written already."""
        return Response(data, media_type="application/json", headers=self._headers())

    def many(
        self,
        records: Iterable[_Record],
        line: Callable[[_Record], bytes] = record_line,
        *,
        key: Callable[[_Record], Key],
        page: tuple[int, str | None],
    ) -> Response:
        """One page of records in the order of their keys, of which each is one record's alone.

        `page` is how many, and after which; as lines all that come after it.
        """
        limit, cursor = page
        ordered = sorted(records, key=key)
        left = after(ordered, key, cursor)
        if self.wants_lines:
            return self.streamed(map(line, left))
        shown = left[:limit]
        further = cursor_of(key(shown[-1])) if len(left) > limit else None
        return self.page(map(line, shown), further, total=len(ordered))

    def page(
        self, lines: Iterable[bytes], further: int | str | None, *, total: int | None
    ) -> Response:
        """One page of lines; `further` is where the next begins, None where there is none."""
        url = self.request.url.include_query_params(cursor=further)
        following = None if further is None else f"{url.path}?{url.query}"
        items = [msgspec.Raw(line.rstrip()) for line in lines]
        return self.one({"items": items, "total": total, "next": following})

    def streamed(self, lines: Iterator[bytes]) -> Response:
        """A record a line; the first is made before the answer begins, so that it can fail."""
        first = [line for line in (next(lines, None),) if line is not None]
        return StreamingResponse(chain(first, lines), media_type=LINES, headers=self._headers())

    def decider(self, *, reason: str | None, seen: int | None = None) -> Decider:
        """Who decides something now; a program that asks twice decides once."""
        visitor: Visitor = self.request.state.visitor
        return Decider(
            name=visitor.name or "", now=self.clock(), reason=reason, seen=seen, once=True
        )

    @property
    def wants_lines(self) -> bool:
        """Whether the program asks for one record a line."""
        return LINES in self.request.headers.get("accept", "")

    def _headers(self) -> dict[str, str]:
        tagged = {"etag": self.tag} if self.tag else {}
        return {"cache-control": "no-cache", "vary": _VARIES, **tagged}


def unchanged(_: Request, error: Exception) -> Response:
    """The answer to a program that has it already."""
    assert isinstance(error, Unchanged)
    return Response(status_code=304, headers={"etag": error.tag, "vary": _VARIES})


def _asking(request: Request) -> Asking:
    state: Any = request.app.state
    tag = _tag(request, state.ledger) if request.method == "GET" else None
    known = request.headers.get("if-none-match", "")
    if tag is not None and tag in {one.strip().removeprefix("W/") for one in known.split(",")}:
        raise Unchanged(tag)
    return Asking(ledger=state.ledger, clock=state.clock, request=request, tag=tag)


def _tag(request: Request, ledger: Ledger) -> str:
    """Taken before the answer is made: what comes meanwhile makes it old, and never wrong."""
    asked = (__version__, ledger.last_hash(), str(request.url), request.headers.get("accept", ""))
    return f'"{sha256(repr(asked).encode("utf-8", "replace")).hexdigest()[:32]}"'


Asked = Annotated[Asking, Depends(_asking)]
"""The request, as a parameter of a route."""
