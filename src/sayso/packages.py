"""Packages that only some runs need, imported when one does."""

from importlib import import_module
from typing import Any

from sayso.errors import BadRequestError, SaysoError

__all__ = ["needed"]


def needed(
    module: str,
    *,
    extra: str,
    what: str = "That",
    error: type[SaysoError] = BadRequestError,
) -> Any:
    """The module; an `error` that says what needs it and names the extra of sayso that brings it.

    >>> needed("no.such", extra="tables", what="a.parquet")
    Traceback (most recent call last):
    sayso.errors.BadRequestError: a.parquet needs no, which is not installed; \
run: pip install 'sayso[tables]'.
    """
    try:
        return import_module(module)
    except ImportError as missing:
        raise error(
            f"{what} needs {module.partition('.')[0]}, which is not installed; "
            f"run: pip install 'sayso[{extra}]'."
        ) from missing
