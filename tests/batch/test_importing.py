"""Other processes make rows ready; what is kept of them is the same."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.batch.importing import import_files, in_order
from sayso.ledger import Decision, Ledger, Order, Search, judge_passage
from sayso.pipeline.exchanging import find_kept
from sayso.pipeline.importing import import_each
from sayso.records import JudgementKind
from sayso.views.formats import kept_line
from tests.ledger.factory import NOW, TEXT, add, identify, reading


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Lines of a ledger in which somebody decided something, a bad one among them."""
    with Ledger(str(tmp_path / "first.db")) as ledger:
        add(ledger, *(reading(f"{TEXT} Pier {number}.") for number in range(9)))
        speaker = Decision(kind=JudgementKind.SPEAKER, made_by="ana", change={"speaker": "Bo Holm"})
        with ledger.batch(now=NOW, maker="test") as batch:
            judged = reading(f"{TEXT} Pier 4.").statements[0].id
            judge_passage(batch, judged, speaker, identify=identify)
        lines = list(lines_of(ledger))
    path = tmp_path / "kept.jsonl"
    path.write_bytes(b"".join([*lines[:3], b'{"report": 8, "statements": []}\n', *lines[3:]]))
    return path


def lines_of(ledger: Ledger) -> Iterator[bytes]:
    return map(kept_line, find_kept(ledger, Search(order=Order.OLD)))


def test_what_other_processes_help_with_is_kept_the_same(file: Path, tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "alone.db")) as alone, Ledger(str(tmp_path / "many.db")) as many:
        told = list(import_each(alone, [str(file)], clock=lambda: NOW))
        assert list(import_files(many, [str(file)], clock=lambda: NOW, large=0)) == told
        assert [one.name for one in told if one.failure] == [f"{file}!4"]
        assert list(lines_of(many)) == list(lines_of(alone))
        assert many.last_hash() == alone.last_hash()
        again = import_files(many, [str(file)], clock=lambda: NOW, large=0)
        assert {one.kept for one in again} == {"same", None}


@given(st.integers(0, 30), st.randoms(use_true_random=False))
def test_whatever_comes_first_is_kept_in_order(count: int, chance: random.Random) -> None:
    results = [(number, [str(number)]) for number in range(count)]
    assert list(in_order(iter(chance.sample(results, count)))) == results
