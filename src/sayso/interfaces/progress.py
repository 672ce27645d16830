"""The bar that tells which document is being read and, where that is known, how many are left."""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from sayso.views.printable import printable

if TYPE_CHECKING:
    from sayso.pipeline import Outcome

__all__ = ["counted", "with_bar"]

_Result = TypeVar("_Result")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Counted = TypeVar("_Counted", bound=_Named)


def with_bar(
    outcomes: "Iterator[Outcome[_Result]]", names: Sequence[str]
) -> "Iterator[Outcome[_Result]]":
    """The outcomes as they come, with a bar on standard error that leaves nothing behind."""
    bar = _bar()
    task = bar.add_task(f"reading {printable(names[0])}", total=len(names))
    left = deque(names)
    for outcome in iter(partial(_next, bar, outcomes), None):
        if left and left.popleft() != outcome.name:  # one that holds several
            left.clear()
        bar.update(task, advance=1, **_ahead(left, outcome.name))
        yield outcome


def counted(added: Iterator[_Counted], total: int | None) -> Iterator[_Counted]:
    """The documents as they are done, with how many a second and, of `total`, the time left."""
    rate = TextColumn("{task.fields[rate]}")
    bar = _bar(rate, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    task = bar.add_task("reading", total=total, rate="")
    with bar:
        for one in added:
            elapsed = bar.tasks[task].elapsed or 0
            speed = (bar.tasks[task].completed + 1) / elapsed if elapsed else 0
            bar.update(
                task,
                advance=1,
                description=printable(one.name),
                rate=f"{speed:.1f} a second" if speed else "",
            )
            yield one


def _next(bar: Progress, outcomes: "Iterator[Outcome[_Result]]") -> "Outcome[_Result] | None":
    with bar:  # only while waiting: results are printed on the screen it stands on
        return next(outcomes, None)


def _ahead(left: Sequence[str], last: str) -> dict[str, Any]:
    if left:
        return {"description": f"reading {printable(left[0])}"}
    return {"total": None, "description": f"read {printable(last)}"}


def _bar(*more: ProgressColumn) -> Progress:
    """`description` is shown as it is."""
    name = TextColumn("{task.description}", markup=False)
    columns = (BarColumn(), MofNCompleteColumn(), *more, name)
    return Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
