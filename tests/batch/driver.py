"""Runs a batch of slow readers with small parts; to be killed."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sayso.batch import Job, read_batch
from tests.batch import readers


def main(source: str, out: str) -> None:
    job = Job(sources=(source,), workers=2, part=3, prepare=readers.slow)
    for found in read_batch(job, out):
        print(found.state, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
