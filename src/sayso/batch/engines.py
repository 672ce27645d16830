"""What runs the readers: processes of this machine, or Ray on many."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.batch.crew import Crew, Settled
from sayso.batch.found import Found, document_id
from sayso.batch.reader import Prepared, failed
from sayso.intake import Options, find_items
from sayso.reading import Device
from sayso.records import Item, UnreadableItem

__all__ = ["Engine", "Job", "by_processes", "items_of", "labour_here"]

_PLAIN = Options()


class Engine(StrEnum):
    """Where the readers run."""

    PROCESSES = "processes"
    RAY = "ray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be read, and how.

    `published` is the day of documents that do not give one, `cluster` the address of a Ray
    cluster, `device` what the encoder runs on. `part` is how many documents each worker reads
    before they are kept: about a minute's work, which is what a crash may cost. `prepare` makes
    what reads. `patience` is how many seconds a cluster may give nothing.
    """

    sources: tuple[str, ...]
    published: datetime.date | None = None
    options: Options = _PLAIN
    workers: int = 1
    part: int = 200
    cluster: str | None = None
    device: Device = Device.CPU
    prepare: Callable[[], Callable[[Item], Found]] | None = None
    patience: float = 900

    @property
    def reader(self) -> Callable[[], Callable[[Item], Found]]:
        """What makes the function that reads, in each process."""
        return self.prepare or Prepared(published=self.published, device=self.device)

    def settings(self) -> Mapping[str, Any]:
        """What its results depend on, for the manifest of the folder."""
        return {
            "sources": self.sources,
            "published": self.published and self.published.isoformat(),
            "columns": self.options.columns,
            **({} if self.device is Device.CPU else {"device": self.device}),
        }


def by_processes(job: Job, there: AbstractSet[str]) -> Iterator[Found]:
    """Read by processes of this machine; what is `there` already is only named."""
    with Crew(job.reader, workers=job.workers) as crew:
        yield from crew.each(items_of(job, job.sources, there), died=failed)


@contextmanager
def labour_here(
    prepare: Callable[[], Callable[[Any], Any]], *, workers: int
) -> Iterator[Callable[[Iterable[Any]], Iterator[Any]]]:
    """What gives the result of each task as it comes, or how its process died over it."""
    with Crew[Any, Any](prepare, workers=workers) as crew:
        yield lambda tasks: crew.each(tasks, died=lambda _, how: how)


def items_of(
    job: Job, sources: tuple[str, ...], there: AbstractSet[str]
) -> Iterator[Item | Settled[Found]]:
    """The documents to read, and in their places those that need no reading."""
    for item in find_items(sources, options=job.options):
        if isinstance(item, UnreadableItem):
            yield Settled(Found(name=item.name, failure=item.reason))
        elif (document := document_id(item)) in there:
            yield Settled(Found(name=item.name, document=document))
        else:
            yield item
