"""Runs a batch of slow readers with small parts; to be killed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sayso.batch import Engine, Job, read_batch
from tests.batch import readers


def main(
    source: str, out: str, engine: str = "processes", cluster: str | None = None, workers: str = "2"
) -> None:
    prepare = readers.slow if engine == "processes" else readers.slower
    job = Job(sources=(source,), workers=int(workers), part=3, prepare=prepare, cluster=cluster)
    for found in read_batch(job, out, engine=Engine(engine)):
        print(found.state, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
