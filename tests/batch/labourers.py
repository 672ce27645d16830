"""Has more labourers on a cluster than it has processors do tasks, and tells what comes."""

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sayso.batch.cluster import labour_on_ray
from tests.batch import labourers


def squaring() -> Callable[[int], int]:
    """What squares a number."""
    return _square


def _square(number: int) -> int:
    return number * number


def main(cluster: str, workers: str, tasks: str) -> None:
    """Square the numbers by these labourers."""
    prepare = labourers.squaring  # by the name that it has on the cluster too
    with labour_on_ray(prepare, workers=int(workers), cluster=cluster) as work:
        print(*sorted(work(range(int(tasks)))))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
