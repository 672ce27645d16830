"""Many objects in memory without Python looking for circles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """No looking for circles meanwhile: rows and readings hold none, and it took a tenth of all.

    Whoever has told Python not to look at all is left at that.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
