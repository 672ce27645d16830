"""Memory that is free, given back to the system."""

import ctypes
from functools import cache

__all__ = ["give_back"]


def give_back() -> None:
    """Give back what was freed between what is held, where the C library can (glibc on Linux).

    What runs for hours would else keep the room of its busiest moments, and that of others in
    between, so that it grows without holding more.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> "ctypes._FuncPointer | None":
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another library, or none that can be asked
        return None
