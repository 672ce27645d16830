"""What takes long: done once, told when it is there, and faults passed on."""

import itertools
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest

from sayso.interfaces.web.workbench import StillWorkingError, Workbench

PATIENT = 30.0


def test_it_is_done_once_for_each_key() -> None:
    bench, done = Workbench(patience=PATIENT), itertools.count(1)
    assert [bench.result(key, lambda: next(done)) for key in ("a", "a", "b", "a")] == [1, 1, 2, 1]


def test_what_is_not_there_yet_is_there_the_next_time() -> None:
    free, begun = threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        free.wait(PATIENT)
        return "done"

    bench = Workbench(patience=0.01)
    with pytest.raises(StillWorkingError):
        bench.result("a", work)
    assert begun.wait(PATIENT)
    free.set()
    assert asked_again(bench, work) == "done"


def asked_again(bench: Workbench, work: Callable[[], str]) -> str:
    for _ in range(3000):
        with suppress(StillWorkingError):
            return bench.result("a", work)
    raise TimeoutError


def test_a_fault_is_told_and_forgotten() -> None:
    bench = Workbench(patience=PATIENT)
    results = iter([ValueError("odd"), "done"])

    def work() -> str:
        found = next(results)
        if isinstance(found, ValueError):
            raise found
        return str(found)

    with pytest.raises(ValueError, match="odd"):
        bench.result("a", work)
    assert bench.result("a", work) == "done"


def test_what_nobody_asks_for_is_forgotten_in_the_end() -> None:
    bench, done = Workbench(patience=PATIENT), []
    for key in (*range(100), 0):
        bench.result(key, lambda: done.append(1))
    assert len(done) == 101
