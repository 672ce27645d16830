"""The index of a file is of few parts, however many batches it was filled by."""

from dataclasses import replace

import pytest

from sayso.ledger import Ledger
from tests.ledger.factory import TEXT, add, reading, words_of

LARGE = 5_001  # statements of a batch whose part is merged at the end only

pytestmark = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


def parts(ledger: Ledger) -> int:
    return len(words_of(ledger, "select distinct segid from fulltext_idx"))


def test_small_batches_merge_as_they_come(ledger: Ledger) -> None:
    for number in range(30):
        add(ledger, reading(f"{TEXT} {number}"), name=str(number))
    assert parts(ledger) < 10
    assert len(words_of(ledger, "select rowid from fulltext where fulltext match 'dockers'")) == 30


def test_large_batches_are_merged_at_the_end(ledger: Ledger) -> None:
    for number in range(4):
        one = reading(f"{TEXT} {number}")
        add(ledger, replace(one, statements=one.statements * LARGE), name=str(number))
    assert parts(ledger) == 4
    ledger.shrink()
    assert parts(ledger) == 1
    found = "select count(*) from fulltext where fulltext match 'dockers'"
    assert words_of(ledger, found) == [4 * LARGE]
    assert all(unchanged for _, unchanged in ledger.verify())
