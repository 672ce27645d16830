"""What the OpenAPI description says of answers: their media types, and the problems there are."""

from collections.abc import Mapping
from typing import Any

from sayso.interfaces.http.asking import LINES

__all__ = ["answered", "held", "listed", "written"]

_PROBLEMS = {
    400: "An argument that cannot be understood.",
    401: "No token, or one that is good no more.",
    403: "Somebody who may only read.",
    404: "Something that the ledger does not hold.",
    409: "Somebody else decided that first.",
    413: "A request that is too big.",
    422: "A document that cannot be read.",
    429: "Too many requests at once; `retry-after` says how long to wait.",
    503: "A ledger that is gone, damaged or in use.",
}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence that says what to do next."},
    },
}
_ITEMS = {
    "type": "object",
    "required": ["items", "total", "next"],
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        "total": {"type": ["integer", "null"], "description": "null: more than are counted."},
        "next": {"type": ["string", "null"], "description": "The address of the next page."},
    },
}
_SAME = {"description": "What If-None-Match names is still so."}
_ALWAYS = (400, 401, 429, 503)


def answered(
    words: str, example: Mapping[str, Any], *problems: int
) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives one thing, beside the problems it may meet."""
    content = {"application/json": {"schema": {"type": "object"}, "example": example}}
    return {200: {"description": words, "content": content}, **_problems(*problems)}


def written(
    words: str, example: Mapping[str, Any], *problems: int
) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that writes: 201 where it did, 200 where all was there already."""
    found = answered(words, example, 403, *problems)
    return {**found, 201: {**found[200], "description": f"{words} Some of it is new."}}


def held(words: str, example: Mapping[str, Any], *problems: int) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives one thing of a ledger, which may be known already."""
    return {**answered(words, example, *problems), 304: _SAME}


def listed(words: str, example: Mapping[str, Any]) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives a list: one page of it, or all of it as lines."""
    shown = {"items": [example], "total": 1, "next": None}
    content = {
        "application/json": {"schema": _ITEMS, "example": shown},
        LINES: {"schema": {"type": "string"}},
    }
    return {200: {"description": words, "content": content}, 304: _SAME, **_problems(404)}


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    example = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "No report."}
    content = {"application/problem+json": {"schema": _PROBLEM, "example": example}}
    return {
        status: {"description": _PROBLEMS[status], "content": content}
        for status in sorted({*_ALWAYS, *statuses})
    }
