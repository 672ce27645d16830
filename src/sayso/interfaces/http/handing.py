"""Documents that a program hands over to be kept: as a body, or as the files of a form."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.datastructures import UploadFile
from starlette.responses import Response

from sayso import pipeline
from sayso.errors import BadRequestError
from sayso.interfaces.http.asking import Asked, Asking
from sayso.interfaces.http.contract import written
from sayso.interfaces.http.tokens import NEEDS_TOKEN
from sayso.pipeline import Added
from sayso.records import Item, UnreadableItem

__all__ = ["Handed", "add_records", "add_reports", "router"]

router = APIRouter(tags=["writing"], dependencies=[NEEDS_TOKEN])

_MOST = 100  # documents of one request, which is answered when the last of them is kept
_LARGEST = 25_000_000  # bytes of them once they are unpacked, as of a body that is not packed
# No path and no address is like that, so that nothing opens one which a stranger named.
_POSTED = "posted: {}"
_BODY = {
    "requestBody": {
        "required": True,
        "description": "Text, HTML, PDF, or an archive, feed or table of them; or a form of files.",
        "content": {
            "text/plain": {"schema": {"type": "string", "minLength": 1}},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                }
            },
        },
    }
}
_Name = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=1000,
        description="What to call it: what comes later under that name is its next version. "
        "Without it, it is called by the hash of its bytes.",
        examples=["pay.txt"],
    ),
]
_Published = Annotated[
    datetime.date | None,
    Query(description="Its day, where it gives none.", examples=["2024-11-01"]),
]


async def _handed(request: Request, *, name: _Name = None) -> list[Item]:
    """The documents of a request, under names that no file and no address has."""
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        async with request.form(max_files=_MOST) as form:
            files = [one for _, one in form.multi_items() if isinstance(one, UploadFile)]
            found = [
                Item(name=one.filename or "", data=await one.read(), media_type=one.content_type)
                for one in files
            ]
    else:
        found = [Item(name=name or "", data=await request.body(), media_type=kind or None)]
    if not any(one.data for one in found):
        raise BadRequestError("There is no document here; send it as the body or in a form.")
    return [_named(one) for one in found]


Handed = Annotated[list[Item], Depends(_handed)]
"""The documents of a request, as a parameter of a route."""


@router.post(
    "/reports",
    openapi_extra=_BODY,
    responses=written("What became of each.", 413),
)
def add_reports(asked: Asked, items: Handed, *, published: _Published = None) -> Response:
    """Read reports and keep them, as `sayso add`; what is there already is left as it is."""
    return _added(asked, pipeline.short_enough(_unpacked(items)), published=published)


@router.post(
    "/records",
    openapi_extra=_BODY,
    responses=written("What became of each.", 413),
)
def add_records(asked: Asked, items: Handed) -> Response:
    """Keep transcripts of what was said, as `sayso add --record`."""
    return _added(asked, _unpacked(items), record=True)


def _added(asked: Asking, items: Iterable[Item | UnreadableItem], **how: Any) -> Response:
    found = [*items]  # before the first is kept, for too many of them are refused whole
    added = [*pipeline.add_each(asked.ledger, found, clock=asked.clock, **how)]
    return _answer(asked, added)


def _unpacked(items: Sequence[Item]) -> Iterator[Item | UnreadableItem]:
    """The documents in what came, of which nothing is kept where they are too many."""
    size = 0
    for at, one in enumerate(chain.from_iterable(map(pipeline.items_in, items))):
        size += len(one.data) if isinstance(one, Item) else 0
        if at == _MOST or size > _LARGEST:
            raise BadRequestError(
                f"That unpacks to more than {_MOST} documents, or to more than "
                f"{_LARGEST // 1_000_000} MB; send fewer at once."
            )
        yield one


def _answer(asked: Asking, added: Sequence[Added]) -> Response:
    failed = [one for one in added if one.failure]
    fresh = [one for one in added if one.kept in {"new", "version"}]
    told = {"items": added, "added": len(fresh), "failed": len(failed)}
    answer = asked.one(told)
    answer.status_code = 422 if len(failed) == len(added) else 201 if fresh else 200
    return answer


def _named(item: Item) -> Item:
    name = item.name.strip() or item.sha256[:16]
    return Item(name=_POSTED.format(name), data=item.data, media_type=item.media_type)
