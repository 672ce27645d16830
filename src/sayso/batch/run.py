"""A batch from its sources to its folder."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sayso.batch.cluster import by_ray
from sayso.batch.engines import Engine, Job, by_processes
from sayso.batch.folder import Folder
from sayso.batch.found import Found, Row, State
from sayso.batch.sources import listed
from sayso.pipeline import reader
from sayso.reading import providers_for

__all__ = ["read_batch"]

_LARGEST_PART = 10_000  # documents; they take some 200 MB in memory
_ENGINES = {Engine.PROCESSES: by_processes, Engine.RAY: by_ray}


def read_batch(job: Job, out: str, *, engine: Engine = Engine.PROCESSES) -> Iterator[Found]:
    """Read all documents of the job and keep them in the folder `out`; told of each as it is read.

    Run again after it was broken off, it goes on where it was; what failed is tried again.
    BatchError where the folder is another run's, or cannot be written, BadRequestError where its
    device is not there.
    """
    if engine is Engine.PROCESSES:  # of a cluster's machines only they themselves know
        providers_for(job.device)
    job = replace(job, sources=tuple(listed(job.sources)))
    folder = Folder(out)
    folder.begin({"reader": reader(), **job.settings()})
    keeper = _Keeper(folder, size=min(_LARGEST_PART, job.part * job.workers))
    try:
        for found in _ENGINES[engine](job, keeper.there):
            yield keeper.take(found)
    finally:
        keeper.flush()


class _Keeper:
    """Gathers what is read into parts; no document is kept twice."""

    def __init__(self, folder: Folder, *, size: int) -> None:
        self._folder = folder
        self._size = size
        self._rows: dict[str, list[Row]] = {}
        self._taken = 0
        self.there = {document for (document,) in folder.column("reports", "document")}
        self._named = set(folder.column("documents", "name", "document"))

    def take(self, found: Found) -> Found:
        """Keep it, or see that it is there; what then became of it."""
        if found.state is State.READ and found.document in self.there:  # read twice at one time
            found = Found(name=found.name, document=found.document)
        self._add(found)
        self._taken += 1
        if self._taken == self._size:
            self.flush()
        return found

    def flush(self) -> None:
        """Write what is gathered."""
        rows, self._rows, self._taken = self._rows, {}, 0
        if rows:
            self._folder.keep(rows)

    def _add(self, found: Found) -> None:
        if found.failure is not None:
            self._put("failures", {"name": found.name, "reason": found.failure})
            return
        self.there.add(found.document)
        for table, rows in (found.tables or {}).items():
            self._rows.setdefault(table, []).extend(rows)
        if (found.name, found.document) not in self._named:
            self._named.add((found.name, found.document))
            self._put("documents", {"name": found.name, "document": found.document})

    def _put(self, table: str, row: dict[str, Any]) -> None:
        self._rows.setdefault(table, []).append(row)
