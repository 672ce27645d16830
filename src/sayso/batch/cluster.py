"""Readers on a cluster: the sources as rows of Ray Data, a pool of actors with a reader each."""

import logging
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice, repeat
from socket import create_connection
from time import monotonic
from typing import Any

from sayso.batch.crew import Crew, Settled
from sayso.batch.engines import Job, items_of
from sayso.batch.found import Found
from sayso.batch.patience import RESUME, in_time, silence
from sayso.batch.reader import failed
from sayso.batch.sources import each_file
from sayso.errors import BatchError
from sayso.packages import needed
from sayso.reading import Device
from sayso.records import Item

__all__ = ["by_ray", "labour_on_ray"]

_OF_GPU = 0.125  # of a card for a reader: a guess, for no card was at hand to measure it on
_BATCH = 4  # documents that an actor is given at a time: about a second's reading
_BLOCK = 1_000_000  # bytes; small ones spread over the actors while an archive is still unpacked
_STORE = 300_000_000  # bytes of shared memory where Ray is started here
_PATIENCE = 10  # seconds
_LOOK = 10  # seconds between two looks for the head
_HEADLESS = 25  # seconds; Ray ends the program after 60
_BLOCKS = 200  # sources are spread over so many tasks that open them
_QUIET = 20  # seconds without a result, after which idle actors make room for busy ones
_HOUR = 3600.0  # seconds; a task that lays reports beside one another may be a large one
_VARIABLES = {
    # one who answers nothing is given up after two minutes, where Ray itself waits for seven;
    # Ray's processes hang up on who asks more often than once a minute
    "RAY_grpc_client_keepalive_time_ms": "70000",
    "RAY_grpc_client_keepalive_timeout_ms": "50000",
    # Ray writes of tasks that it tries again into what the command prints, whatever log_to_driver
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".",
}


def by_ray(job: Job, there: AbstractSet[str]) -> Iterator[Found]:
    """Read on the Ray cluster of the job, or on one begun here; what is `there` is only named.

    An actor has its reader in a process of its own, so that a document which ends the process is
    told here as elsewhere; what a lost actor or machine was at, Ray gives to another. BatchError
    where nothing comes for as long as the job has patience.
    """
    with _joined(job.workers, job.cluster) as ray:
        found = _dataset(needed("ray.data", extra="cluster"), job, ray.put(frozenset(there)))
        # none ahead: what is read is not held back until there is more
        batches = found.iter_batches(batch_size=None, batch_format="pyarrow", prefetch_batches=0)
        head = _Head(ray.get_runtime_context().gcs_address)
        for batch in in_time(iter(batches), patience=job.patience, look=head.look):
            yield from map(pickle.loads, batch["found"].to_pylist())


@contextmanager
def labour_on_ray(
    prepare: Callable[[], Callable[[Any], Any]], *, workers: int, cluster: str | None
) -> Iterator[Callable[[Iterable[Any]], Iterator[Any]]]:
    """What gives the result of each task as it comes, or how its process died over it.

    No more tasks are under way than there are workers, so that they can be many and large.
    """
    with _joined(workers, cluster) as ray:
        kind = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(_Labourer)
        yield partial(_results, ray, [kind.remote(prepare) for _ in range(workers)])


def _results(ray: Any, actors: Sequence[Any], tasks: Iterable[Any]) -> Iterator[Any]:
    idle, busy = deque(actors), dict[Any, Any]()
    for task in chain(tasks, repeat(None)):
        if busy and (task is None or not idle):
            done = _first(ray, [*busy], idle)
            idle.appendleft(busy.pop(done))  # first again, for it is known to live
            yield ray.get(done)
        if task is not None:
            actor = idle.popleft()
            busy[actor.do.remote(task)] = actor
        elif not busy:
            return


def _first(ray: Any, waited: Sequence[Any], idle: deque[Any]) -> Any:
    """The first that is done.

    An actor whose machine is lost may wait for a processor that one holds which has nothing to do.
    So where all is quiet, idle ones are begun anew, which puts them behind those that wait.
    """
    for _ in range(int(_HOUR / _QUIET)):
        done, _ = ray.wait(waited, num_returns=1, timeout=_QUIET)
        if done:
            return done[0]
        for actor in islice(idle, len(waited)):
            ray.kill(actor, no_restart=False)
        idle.rotate(-len(waited))
    raise silence(_HOUR)


class _Labourer:
    """An actor that does tasks in a process of its own."""

    def __init__(self, prepare: Callable[[], Callable[[Any], Any]]) -> None:
        self._crew: Crew[Any, Any] = Crew(prepare, workers=1)

    def do(self, task: Any) -> Any:
        (found,) = self._crew.each([task], died=lambda _, how: how)
        return found


@contextmanager
def _joined(workers: int, cluster: str | None) -> Iterator[Any]:
    """Ray, joined to the cluster or begun here; BatchError where it cannot be or gives up."""
    for name, value in _VARIABLES.items():  # which Ray looks at when it is imported
        os.environ.setdefault(name, value)
    ray = needed("ray", extra="cluster")
    _join(ray, workers, cluster)
    try:
        yield ray
    except ray.exceptions.RayError as error:
        raise BatchError(f"Ray gave up ({_line(error)}). {RESUME}") from error
    finally:
        ray.shutdown()


def _join(ray: Any, workers: int, cluster: str | None) -> None:
    quiet = {"log_to_driver": False, "logging_level": "error"}
    own = {
        "num_cpus": workers,
        "include_dashboard": False,
        "object_store_memory": _STORE,
    }
    try:
        _knock(cluster or "")
        ray.init(address=cluster or "local", **quiet, **({} if cluster else own))
    except Exception as error:  # Ray raises plain ones where it cannot begin
        raise BatchError(
            f"The Ray cluster {cluster or 'here'} cannot be joined ({_line(error)}); see that "
            "it runs and that its Ray is of the version installed here, or leave out --engine ray."
        ) from error


def _knock(address: str) -> None:
    """OSError where nobody answers at HOST:PORT; Ray itself would try for minutes."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdigit():
        create_connection((host, int(port)), timeout=_PATIENCE).close()


class _Head:
    """Where the cluster is led from; without it, Ray ends this very program after a minute."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._looked = self._answered = monotonic()
        self._near = not self._silence()  # else there may be another way to it than this

    def look(self) -> None:
        """BatchError where it has answered nothing for half a minute."""
        if not self._near or monotonic() - self._looked < _LOOK:
            return
        if not (why := self._silence()):
            self._answered = monotonic()
        elif monotonic() - self._answered > _HEADLESS:
            raise BatchError(
                f"The head of the cluster at {self._address} answers no more ({why}). {RESUME}"
            )
        self._looked = monotonic()

    def _silence(self) -> str:
        """Why it does not answer; nothing where it does."""
        try:
            _knock(self._address)
        except OSError as error:
            return _line(error)
        return ""


def _dataset(data: Any, job: Job, known: Any) -> Any:
    for name in ("ray", "ray.data"):  # the second has a level of its own
        logging.getLogger(name).setLevel(logging.ERROR)
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = _BLOCK
    sources = [{"source": source} for source in each_file(job.sources)]
    rows = data.from_items(sources, override_num_blocks=max(1, min(len(sources), _BLOCKS)))
    # the readers may hold all processors, those of the machines that are left too: none is needed
    # to open a source, or readers and openers would wait for each other
    opened = rows.flat_map(_Opener(job, known), num_cpus=0, concurrency=job.workers)
    return opened.map_batches(
        _Reader,
        fn_constructor_args=(job.reader,),
        batch_size=_BATCH,
        batch_format="pyarrow",
        compute=data.ActorPoolStrategy(size=job.workers),
        num_cpus=1,
        num_gpus=_OF_GPU if job.device is Device.GPU else 0,
    )


class _Opener:
    """Opens a source: a row for each of its documents, pickled."""

    def __init__(self, job: Job, known: Any) -> None:
        self._job = job
        self._known = known

    def __call__(self, row: dict[str, str]) -> Iterator[dict[str, bytes]]:
        there = needed("ray", extra="cluster").get(self._known)
        for given in items_of(self._job, (row["source"],), there):
            yield {"given": pickle.dumps(given)}


class _Reader:
    """An actor: reads the documents of a batch in a process of its own."""

    def __init__(self, prepare: Callable[[], Callable[[Item], Found]]) -> None:
        self._crew = Crew(prepare, workers=1)

    def __call__(self, batch: Any) -> Any:
        given: Iterator[Item | Settled[Found]] = map(pickle.loads, batch["given"].to_pylist())
        found = [pickle.dumps(one) for one in self._crew.each(given, died=failed)]
        pa = needed("pyarrow", extra="cluster")
        return pa.table({"found": pa.array(found, pa.large_binary())})


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
