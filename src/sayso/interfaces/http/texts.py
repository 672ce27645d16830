"""Texts that a program hands over: read, or compared with a record; nothing of them is kept."""

import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, Body, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from sayso import pipeline
from sayso.errors import SaysoError
from sayso.interfaces.http.asking import Asked
from sayso.interfaces.http.contract import answered
from sayso.records import Item
from sayso.views.jsonl import finding_line, reading_line

__all__ = ["check", "read", "router"]

router = APIRouter(tags=["texts"])

_PLAIN = "text/plain; charset=utf-8"
_Document = Annotated[bytes, Body(media_type="text/plain", description="Text, HTML or PDF.")]
_Name = Annotated[str, Query(max_length=1000, description="What to call it.", examples=["pay.txt"])]
_Published = Annotated[
    datetime.date | None,
    Query(description="Its day, where it gives none.", examples=["2024-11-01"]),
]


class _Draft(BaseModel):
    """A draft and what it is compared with: records in it, and records of the ledger by id."""

    draft: str = Field(min_length=1)
    records: list[str] = Field(default=[], max_length=100)
    kept: list[str] = Field(default=[], max_length=100)


@router.post("/read", responses=answered("One reading, as `sayso read` gives it.", 413, 422))
def read(
    asked: Asked,
    document: _Document,
    *,
    request: Request,
    name: _Name = "the text",
    published: _Published = None,
) -> Response:
    """Read who said what in a text, HTML page or PDF; the Content-Type says which it is."""
    item = Item(name=name, data=document, media_type=request.headers.get("content-type"))
    pipeline.refuse_long(item)
    outcome = pipeline.read_document(item, published=published)
    if isinstance(outcome.result, SaysoError):
        raise outcome.result
    return asked.written(reading_line(outcome.result).rstrip())


@router.post("/check", responses=answered("Findings, as `sayso check` gives them.", 413, 422))
def check(asked: Asked, given: _Draft) -> Response:
    """Compare a draft with the record; without any, with itself."""
    records = [_item(text, f"record {at}") for at, text in enumerate(given.records, 1)]
    found = pipeline.check_draft(
        [_item(given.draft, "the draft")], records, ledger=asked.ledger, kept=given.kept
    )
    report = found.reading.report.id
    lines = [finding_line(one, report).rstrip() for one in found.findings]
    return asked.one({"report": report, "findings": [msgspec.Raw(line) for line in lines]})


def _item(text: str, name: str) -> Item:
    return Item(name=name, data=text.encode("utf-8", "replace"), media_type=_PLAIN)
