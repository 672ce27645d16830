"""Styles and scripts: named one by one, and kept by the browser for good."""

from fastapi import APIRouter
from starlette.responses import Response

from sayso.errors import NotKeptError
from sayso.views.pages import STATIC, static_file

__all__ = ["router", "static"]

router = APIRouter()

_FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}


@router.get("/static/{name:path}")
def static(name: str) -> Response:
    """A file that pages ask for; its address changes whenever it does."""
    if name not in STATIC:
        raise NotKeptError(f"There is no file {name!r} here.")
    data, kind = static_file(name)
    return Response(data, media_type=kind, headers=_FOR_GOOD)
