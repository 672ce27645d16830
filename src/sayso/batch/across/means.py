"""What does the tasks: processes of this machine, or Ray on many."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sayso.batch.across.tasks import Task, working
from sayso.batch.cluster import labour_on_ray
from sayso.batch.engines import Engine, labour_here

__all__ = ["Means", "Work"]

Work = Callable[[Iterable[Task]], Iterator[Any]]
"""Gives the result of each task as it comes, or how its process died over it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What does the tasks, and how many at a time."""

    engine: Engine = Engine.PROCESSES
    workers: int = 1
    cluster: str | None = None

    def labour(self) -> AbstractContextManager[Work]:
        """These, ready to work."""
        if self.engine is Engine.RAY:
            return labour_on_ray(working, workers=self.workers, cluster=self.cluster)
        return labour_here(working, workers=self.workers)
