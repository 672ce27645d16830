"""Runs a batch of slow readers with small parts, and ends as the command does; to be killed."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sayso.batch import Engine, Found, Job, read_batch
from sayso.errors import BatchError
from sayso.interfaces.batch_printing import deliver_batch
from sayso.interfaces.terminal import complain
from tests.batch import readers


def main(
    source: str,
    out: str,
    prepare: str = "slow",
    workers: str = "2",
    cluster: str | None = None,
    patience: str = "900",
) -> int:
    """Tell the state of each document as it is read, then what the command tells."""
    job = Job(
        sources=(source,),
        workers=int(workers),
        part=3,
        prepare=getattr(readers, prepare),
        cluster=cluster,
        patience=float(patience),
    )
    engine = Engine.RAY if cluster else Engine.PROCESSES
    try:
        return deliver_batch(_told(read_batch(job, out, engine=engine)), [source])
    except BatchError as error:
        complain(str(error))
        return 2


def _told(found: Iterable[Found]) -> Iterator[Found]:
    for one in found:
        print(one.state, flush=True)  # noqa: T201
        yield one


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
