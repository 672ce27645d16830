"""Processes that work through tasks; one that dies takes no other with it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Self, TypeVar

from sayso.batch.labour import labour
from sayso.errors import BatchError, SaysoError

__all__ = ["Crew", "Died", "Settled"]

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

# A process can be killed for what another did to the machine's memory; twice over the same
# task, it is the task.
_ATTEMPTS = 2
_STARTS = 3  # processes that end before they begin, one after the other, before all is given up


@dataclass(frozen=True, slots=True)
class Died:
    """Why there is no result: the task ended its process every time it was tried.

    >>> print(Died(exit_status=-11))
    signal 11
    """

    exit_status: int | None

    def __str__(self) -> str:
        status = self.exit_status or 0
        return f"signal {-status}" if status < 0 else f"exit status {status}"


@dataclass(frozen=True, slots=True)
class Settled(Generic[_Result]):
    """In place of a task: a result for which there is nothing to do."""

    result: _Result


@dataclass(frozen=True, slots=True)
class _Try(Generic[_Task]):
    task: _Task
    number: int


@dataclass(slots=True)
class _Member(Generic[_Task]):
    process: BaseProcess
    line: Connection
    at: _Try[_Task] | None = None
    ready: bool = False


class Crew(Generic[_Task, _Result]):
    """Up to `workers` processes, each with what `prepare` makes once: a function of a task.

    `prepare` must be importable by its name. Close the crew, or use it in a `with` block.
    """

    def __init__(self, prepare: Callable[[], Callable[[_Task], _Result]], *, workers: int) -> None:
        self._prepare = prepare
        self._size = workers
        self._members: list[_Member[_Task]] = []
        self._again: deque[_Try[_Task]] = deque()
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for member in self._members:
            member.line.close()
            member.process.kill()
            member.process.join()
        self._members.clear()

    def each(
        self,
        tasks: Iterable[_Task | Settled[_Result]],
        *,
        died: Callable[[_Task, Died], _Result],
    ) -> Iterator[_Result]:
        """The result of each task as it comes, or what `died` makes of one that ends processes.

        BatchError where processes end before they begin; what `prepare` raises is raised here.
        """
        tries = self._tries(iter(tasks))
        while True:
            while self._free() and (given := next(tries, None)):
                if isinstance(given, Settled):
                    yield given.result
                else:
                    self._give(given)
            busy = {member.line: member for member in self._members if member.at}
            if not busy:
                return
            for line in wait([*busy]):
                yield from self._heard(busy[line], died)  # type: ignore[index] # one of these

    def _tries(
        self, tasks: Iterator[_Task | Settled[_Result]]
    ) -> "Iterator[_Try[_Task] | Settled[_Result] | None]":
        """What to do next, what has failed once before all else; None while there is nothing."""
        while True:
            if self._again:
                yield self._again.popleft()
                continue
            task = next(tasks, None)
            yield task if task is None or isinstance(task, Settled) else _Try(task, 1)

    def _free(self) -> bool:
        return len(self._members) < self._size or any(not one.at for one in self._members)

    def _give(self, given: _Try[_Task]) -> None:
        member = next((one for one in self._members if not one.at), None) or self._hired()
        member.at = given
        try:
            member.line.send(given.task)
        except OSError:  # it died idle, which is no fault of the task; that it did is heard soon
            member.at = _Try(given.task, given.number - 1)

    def _heard(
        self, member: _Member[_Task], died: Callable[[_Task, Died], _Result]
    ) -> Iterator[_Result]:
        try:
            said: Any = member.line.recv()
        except (EOFError, OSError):
            yield from self._buried(member, died)
            return
        if isinstance(said, SaysoError):
            raise said
        if member.ready:
            member.at = None
            yield said
        member.ready, self._false_starts = True, 0

    def _buried(
        self, member: _Member[_Task], died: Callable[[_Task, Died], _Result]
    ) -> Iterator[_Result]:
        """What its task comes to: another try, unless it had enough of them."""
        member.line.close()
        member.process.join()
        self._members.remove(member)
        status, at = Died(member.process.exitcode), member.at
        if not member.ready:
            self._count_false_start(status)
        if at and at.number >= _ATTEMPTS and member.ready:
            yield died(at.task, status)
        elif at:
            self._again.append(_Try(at.task, at.number + member.ready))

    def _count_false_start(self, status: Died) -> None:
        self._false_starts += 1
        if self._false_starts == _STARTS:
            raise BatchError(
                f"Reading processes end before they begin ({status}); "
                "free some memory, or use fewer --workers."
            )

    def _hired(self) -> _Member[_Task]:
        """A new process: spawned, for what is loaded here already may not outlive a fork."""
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=labour, args=(theirs, self._prepare), daemon=True)
        process.start()
        theirs.close()
        member: _Member[_Task] = _Member(process=process, line=ours)
        self._members.append(member)
        return member
