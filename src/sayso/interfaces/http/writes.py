"""Which requests write."""

from starlette.types import Scope

__all__ = ["writes"]

_READS = {"GET", "HEAD", "OPTIONS"}
_KEEPS_NOTHING = {"/read", "/check"}  # what is posted there is only looked at


def writes(scope: Scope) -> bool:
    """Whether a request changes the ledger; whatever is not known to leave it alone does."""
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return scope["method"] not in _READS and path not in _KEEPS_NOTHING
