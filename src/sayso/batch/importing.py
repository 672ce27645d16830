"""Importing large files: other processes make the rows ready, this one keeps them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.batch.crew import Crew, Died
from sayso.ledger import uncollected
from sayso.pipeline import Added, Clock, Ledger
from sayso.pipeline.importing import (
    Ready,
    Rows,
    find_batches,
    import_each,
    keep_rows,
    prepare_rows,
)

__all__ = ["LARGE", "import_files", "in_order"]

LARGE = 16_000_000
"""Bytes of files that other processes help with; fewer are imported before one has begun."""

# Making ready takes as long as keeping: while one batch is kept, one is made ready and one waits.
_WORKERS = 2
_Task = tuple[int, Rows]
_Result = tuple[int, Ready]


def import_files(
    ledger: Ledger, names: Sequence[str], *, clock: Clock, large: int = LARGE
) -> Iterator[Added]:
    """Keep one row of the files after the other; of large ones others make them ready meanwhile."""
    if sum(Path(name).stat().st_size for name in names if Path(name).is_file()) < large:
        yield from import_each(ledger, names, clock=clock)
        return
    batches: dict[int, Rows] = {}
    with uncollected(), Crew(_preparing, workers=_WORKERS) as crew:
        results = crew.each(_numbered(names, batches), died=_lost)
        for number, ready in in_order(results):
            yield from keep_rows(ledger, batches.pop(number), ready, now=clock())


def _preparing() -> Callable[[_Task], _Result]:
    return _prepared


def _prepared(task: _Task) -> _Result:
    number, rows = task
    with uncollected():
        return number, prepare_rows(rows)


def _numbered(names: Sequence[str], batches: dict[int, Rows]) -> Iterator[_Task]:
    """The batches by their numbers, each noted until it is kept."""
    for number, rows in enumerate(find_batches(names)):
        batches[number] = rows
        yield number, rows


def _lost(task: _Task, died: Died) -> _Result:
    number, rows = task
    return number, [f"{name} cannot be imported: its process ended ({died})." for name, _ in rows]


def in_order(results: Iterator[_Result]) -> Iterator[_Result]:
    """The results in the order of their numbers, so that who comes first gets the lower id.

    >>> list(in_order(iter([(1, ["later"]), (0, ["first"])])))
    [(0, ['first']), (1, ['later'])]
    """
    early: dict[int, Ready] = {}
    due = 0
    for number, ready in results:
        early[number] = ready
        while due in early:
            yield due, early.pop(due)
            due += 1
