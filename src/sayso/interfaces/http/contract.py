"""What the OpenAPI description says of answers: their media types, and the problems there are."""

from http import HTTPStatus
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
_SAID = {
    400: "'many' is no figure to search for; write it like \"troops > 5,000\".",
    401: "This needs a token: make one by `sayso token make NAME --scope write`, and send it as "
    "`Authorization: Bearer TOKEN`.",
    403: "ben may only read here; ask for a token of scope write, by `sayso token make`.",
    404: "There is no story 99 in this ledger.",
    409: "ana corrected this before you did (speaker Tom Brandt, judgement 4); look at that first, "
    "and decide again if you still would.",
    413: "That is more than 25,000,000 bytes at once; cut it into smaller texts.",
    422: "the text is not a text file; save it as plain text or HTML.",
    429: "Too many requests at once; wait as long as retry-after says.",
    503: "The ledger news.db was moved or deleted while it was open; put it back.",
}
_UNREAD = {
    "items": [
        {
            "name": "posted: pay.png",
            "kept": None,
            "text": None,
            "failure": "posted: pay.png is a PNG image; give the text of the report instead of a "
            "picture of it.",
            "statements": 0,
        }
    ],
    "added": 0,
    "failed": 1,
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


def answered(words: str, *problems: int) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives one thing, beside the problems it may meet."""
    content = {"application/json": {"schema": {"type": "object"}}}
    return {200: {"description": words, "content": content}, **_problems(*problems)}


def written(words: str, *problems: int) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that keeps documents: 201 where it did, 200 where all were there.

    Where none can be read, it is 422, with what became of each.
    """
    found = answered(words, 403, 422, *problems)
    found[422]["content"]["application/json"] = {"schema": {"type": "object"}, "example": _UNREAD}
    return {**found, 201: {**found[200], "description": f"{words} Some of it is new."}}


def held(words: str, *problems: int) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives one thing of a ledger, which may be known already."""
    return {**answered(words, *problems), 304: _SAME}


def listed(words: str) -> dict[int | str, dict[str, Any]]:
    """The answers of a route that gives a list: one page of it, or all of it as lines."""
    content = {"application/json": {"schema": _ITEMS}, LINES: {"schema": {"type": "string"}}}
    return {200: {"description": words, "content": content}, 304: _SAME, **_problems(404)}


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    return {status: _problem(status) for status in sorted({*_ALWAYS, *statuses})}


def _problem(status: int) -> dict[str, Any]:
    title, words = HTTPStatus(status).phrase, _PROBLEMS[status]
    example = {"type": "about:blank", "title": title, "status": status, "detail": _SAID[status]}
    content = {"application/problem+json": {"schema": _PROBLEM, "example": example}}
    return {"description": words, "content": content}
