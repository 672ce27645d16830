"""What comes next is made ready aside: in order, not before it is told to, faults included."""

import threading

import pytest

from sayso.pipeline.ahead import Ahead


def test_things_come_in_order_and_none_before_it_is_told() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return made[-1]

    with Ahead(make) as ahead:
        assert made == []
        assert ahead.take() == 0  # made now
        assert made == [0]
        ahead.begin()
        ahead.begin()  # the same
        assert [ahead.take(), ahead.take()] == [1, 2]


def test_it_is_made_in_a_thread_of_its_own_meanwhile() -> None:
    begun, go = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        assert go.wait(timeout=60)
        return threading.current_thread().name

    with Ahead(make) as ahead:
        ahead.begin()
        assert begun.wait(timeout=60)  # while this thread does something else
        go.set()
        assert ahead.take() != threading.current_thread().name


def test_a_fault_is_told_when_the_thing_is_taken() -> None:
    things = iter(["first"])

    with Ahead(things.__next__) as ahead:
        ahead.begin()
        assert ahead.take() == "first"
        ahead.begin()
        with pytest.raises(StopIteration):
            ahead.take()
