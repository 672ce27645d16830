"""A process that dies takes no other with it, and no document is lost over it."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.batch.crew import Crew, Died, Settled
from sayso.batch.found import Found
from sayso.errors import BatchError, DamagedWeightsError
from sayso.records import Item
from tests.batch import readers


def items(*texts: str) -> list[Item]:
    return [Item(name=f"{place}.txt", data=text.encode()) for place, text in enumerate(texts)]


def done(prepare: Callable[[], Callable[[Item], Found]], tasks: list[Any]) -> dict[str, str]:
    """What became of each document."""

    def died(item: Item, how: Died) -> Found:
        return Found(name=item.name, failure=str(how))

    with Crew(prepare, workers=2) as crew:
        found = list(crew.each(tasks, died=died))
    assert len({one.name for one in found}) == len(found)
    return {one.name: one.failure or one.state for one in found}


def test_a_document_that_ends_its_process_is_told_and_the_rest_is_read() -> None:
    texts = ("a", "poison", "b", "exit", "c", "d")
    assert done(readers.poisoned, items(*texts)) == {
        "0.txt": "read",
        "1.txt": "signal 11",
        "2.txt": "read",
        "3.txt": "exit status 3",
        "4.txt": "read",
        "5.txt": "read",
    }


def test_a_process_that_was_killed_once_costs_no_document(tmp_path: Path) -> None:
    found = done(readers.Once(tmp_path / "killed"), items("a", "b", "c"))
    assert set(found.values()) == {"read"}
    assert (tmp_path / "killed").exists()


def test_where_no_process_comes_up_it_ends_with_a_sentence() -> None:
    with pytest.raises(BatchError, match="exit status 9"):
        done(readers.stillborn, items("a"))


def test_what_cannot_begin_says_why() -> None:
    with pytest.raises(DamagedWeightsError, match="shipped"):
        done(readers.damaged, items("a"))


def test_what_is_settled_already_starts_no_process() -> None:
    settled = Settled(Found(name="old.txt", document="1"))
    assert done(readers.stillborn, [settled]) == {"old.txt": "same"}


def test_a_process_that_dies_idle_costs_no_document() -> None:
    with Crew(readers.slow, workers=1) as crew:

        def tasks() -> Any:
            yield items("a")[0]
            (member,) = crew._members  # noqa: SLF001 - only it knows whom to kill
            os.kill(member.process.pid or 0, signal.SIGKILL)
            time.sleep(0.1)
            yield items("a", "b")[1]

        found = list(crew.each(tasks(), died=lambda item, how: Found(name=str(how))))
    assert [one.name for one in found] == ["0.txt", "1.txt"]


def test_nobody_is_left_when_the_crew_is_closed() -> None:
    crew: Crew[Item, Found] = Crew(readers.slow, workers=2)
    work = crew.each(items("a", "b", "c"), died=lambda item, how: Found(name=str(how)))
    next(work)
    pids = [member.process.pid for member in crew._members]  # noqa: SLF001
    crew.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid or 0, 0)
