"""Packages that only some runs need, imported when one does."""

from importlib import import_module
from typing import Any

from sayso.errors import BadRequestError

__all__ = ["needed"]


def needed(module: str, *, extra: str) -> Any:
    """The module; BadRequestError that names the extra of sayso which brings it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise BadRequestError(
            f"That needs {module.partition('.')[0]}, which is not installed; "
            f"run: pip install 'sayso[{extra}]'."
        ) from error
