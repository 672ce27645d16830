"""What each error of sayso is over HTTP, as a problem that a program can read (RFC 9457)."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso import errors

__all__ = ["Problem", "failed", "invalid", "status_of", "unexpected", "unknown"]

_STATUS = (
    (errors.NotAdmittedError, 401),
    (errors.NotAllowedError, 403),
    (errors.NotKeptError, 404),
    (errors.BadRequestError, 400),
    (errors.ConflictError, 409),
    (errors.LedgerError, 503),
    (errors.UnreadableReportError, 422),
    (errors.UnreadableRecordError, 422),
)
_WORDS = {
    404: "Nothing has this address; /api/v1/openapi.json lists what there is.",
    405: "This address takes no such request; /api/v1/openapi.json says which it takes.",
}
_LEFT_OUT = "Something is missing, or is not of its kind: {where}."
_FAULT = "This is a fault of sayso; the terminal it was started in says more."


class Problem(Response):
    """An error: its status and a sentence that says what to do next."""

    media_type = "application/problem+json"

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        title = HTTPStatus(status).phrase
        told = {"type": "about:blank", "title": title, "status": status, "detail": _sound(detail)}
        super().__init__(msgspec.json.encode(told), status, headers=headers)


def status_of(error: Exception) -> int:
    """The status that says what kind of error it is; 500 for one that has no other."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def failed(_: Request, error: Exception) -> Response:
    """The problem for an error of sayso."""
    return Problem(status_of(error), str(error))


def invalid(_: Request, error: Exception) -> Response:
    """The problem for arguments that are missing or not of their kind."""
    assert isinstance(error, RequestValidationError)
    return Problem(400, _LEFT_OUT.format(where=_where(error.errors())))


def unknown(_: Request, error: Exception) -> Response:
    """The problem for an address that is none."""
    assert isinstance(error, HTTPException)
    detail = _WORDS.get(error.status_code, str(error.detail))
    return Problem(error.status_code, detail, dict(error.headers or {}))


def unexpected(_: Request, __: Exception) -> Response:
    """The problem for a fault of our own."""
    return Problem(500, _FAULT)


def _where(faults: Sequence[Any]) -> str:
    return "; ".join(f"{fault['loc'][-1]}: {fault['msg']}" for fault in faults[:5])


def _sound(text: str) -> str:
    """Without halves of letters, which no answer can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
