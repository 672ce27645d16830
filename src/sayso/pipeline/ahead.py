"""What comes next, made ready while the database writes what came before."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Generic, Self, TypeVar

__all__ = ["Ahead"]

_Made = TypeVar("_Made")


class Ahead(Generic[_Made]):
    """Makes one thing after the other in a thread of its own, each once it is told to begin.

    SQLite lets go of the interpreter while it writes; between many short questions to it, another
    thread would be in the way.
    """

    def __init__(self, make: Callable[[], _Made]) -> None:
        self._make = make
        self._aside = ThreadPoolExecutor(max_workers=1)
        self._begun: Future[_Made] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._aside.shutdown(cancel_futures=True)

    def begin(self) -> None:
        """Let the next one be made from now on."""
        if self._begun is None:
            self._begun = self._aside.submit(self._make)

    def take(self) -> _Made:
        """The next one, as soon as it is made; what went wrong in making it is raised here."""
        self.begin()
        made, self._begun = self._begun, None
        assert made is not None
        return made.result()
