"""Statements are numbered by day, and there is an end to the numbers of a day."""

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Search
from sayso.ledger.days import DATED, DAY_SHIFT, numbers_of
from tests.ledger.factory import DAY, TEXT, add, reading, words_of

Fill = Callable[[int], None]


@pytest.fixture
def fill(file: Path) -> Fill:
    """What puts a statement there under some number, as if all before it were there."""

    def put(number: int) -> None:
        with closing(sqlite3.connect(file)) as database:
            values = "reading, begins, length, manner, anchored"
            database.execute(
                f"insert into packed_statement (id, {values}) select ?, {values} "
                "from packed_statement limit 1",
                (number,),
            )
            database.commit()

    return put


def test_days_come_one_after_the_other() -> None:
    day = datetime.date(2, 1, 1)
    assert numbers_of(None)[0] == 0
    assert numbers_of(None).stop == numbers_of(day).start == DATED
    assert numbers_of(day).stop == numbers_of(datetime.date(2, 1, 2)).start
    assert numbers_of(DAY).start == DAY.toordinal() << DAY_SHIFT
    assert numbers_of(datetime.date.min) == numbers_of(None)


def test_a_day_without_a_number_left_is_told_in_a_sentence(file: Path, fill: Fill) -> None:
    fill(numbers_of(DAY)[-2])
    with Ledger(str(file)) as ledger:
        add(ledger, reading(f"{TEXT} 1"), name="1")
        with pytest.raises(LedgerError, match="holds 4,194,304 statements of 2024-11-01 at most"):
            add(ledger, reading(f"{TEXT} 2"), name="2")
        add(ledger, reading(f"{TEXT} 2", published=DAY + datetime.timedelta(days=1)), name="2")
        assert len(words_of(ledger, "select id from report")) == 3
        assert list(ledger.verify())[1:] == [(2, True), (3, True)]


def test_of_no_day_there_may_be_more_than_of_one(file: Path, fill: Fill) -> None:
    fill((1 << DAY_SHIFT) - 1)
    with Ledger(str(file)) as ledger:
        add(ledger, reading(f"{TEXT} 1", published=None), name="1")
        last = f"select max(id) from statement where id < {DATED}"
        assert words_of(ledger, last) == [1 << DAY_SHIFT]
        dated = Search(published=(DAY, DAY))
        assert len(list(ledger.find(dated))) == 1
