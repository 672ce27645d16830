"""What the description says of tokens; who has none was refused before his request came here."""

from fastapi import Security
from fastapi.security import HTTPBearer

__all__ = ["NEEDS_TOKEN"]

NEEDS_TOKEN = Security(
    HTTPBearer(
        scheme_name="token",
        description="A token of scope write, made by `sayso token make NAME --scope write`.",
        auto_error=False,
    )
)
"""That a route takes a token, as one of its dependencies."""
