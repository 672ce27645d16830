"""What a search finds, on both kinds of ledger alike."""

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sayso.errors import BadRequestError
from sayso.ledger import Bound, Ledger, Order, Search, save, saved_searches
from sayso.records import Mode
from tests.ledger.factory import DAY, NOW, TEXT, add, reading

OTHER = "Mayor Tom Brandt said that the dockers of Port Ness have no reason to walk out."
OLD = "Ilse Varga said that the harbour is safe."


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(
        ledger,
        reading(),
        reading(OTHER, outlet="Tarnwick Post", speaker="Tom Brandt"),
        reading(OLD, outlet=None, published=datetime.date(2023, 1, 2)),
    )
    return ledger


def found(ledger: Ledger, **asked: Any) -> list[str]:
    names = {TEXT: "strike", OTHER: "no reason", OLD: "old"}
    by_id = {reading(text).report.id: name for text, name in names.items()}
    return [by_id[entry.report] for entry in ledger.find(Search(**asked))]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({"words": "dockers"}, ["no reason", "strike"], id="a word, newest first"),
        pytest.param({"words": "docker"}, ["no reason", "strike"], id="another form of it"),
        pytest.param({"words": "dock*"}, ["no reason", "strike"], id="a beginning"),
        pytest.param({"words": '"no reason"'}, ["no reason"], id="a phrase"),
        pytest.param({"words": '"reason no"'}, [], id="a phrase in another order"),
        pytest.param({"words": "dockers NOT reason"}, ["strike"], id="not"),
        pytest.param({"words": "dockers -reason"}, ["strike"], id="a minus"),
        pytest.param({"words": "safe OR strike"}, ["strike", "old"], id="or"),
        pytest.param({"words": "(safe OR strike) AND some"}, ["strike"], id="brackets"),
        pytest.param({"words": 'that the "'}, ["no reason", "old"], id="a lone quotation mark"),
        pytest.param({"words": "4200"}, ["strike"], id="a number without its comma"),
        pytest.param({"words": "some 4,200"}, ["strike"], id="a number with its comma"),
        pytest.param({"words": "420"}, [], id="another number"),
        pytest.param({"words": "not"}, [], id="a small word, looked for as any"),
        pytest.param({"speaker": "Varga"}, ["strike", "old"], id="speaker"),
        pytest.param({"speaker": "Ilse Varga", "words": "safe"}, ["old"], id="speaker and word"),
        pytest.param({"office": "minister"}, ["no reason", "strike", "old"], id="office"),
        pytest.param({"outlet": "tarnwick post"}, ["no reason"], id="outlet"),
        pytest.param({"place": "port ness"}, ["no reason", "strike", "old"], id="place"),
        pytest.param({"mode": Mode.DIRECT}, [], id="mode"),
        pytest.param({"published": (DAY, None)}, ["no reason", "strike"], id="since"),
        pytest.param({"published": (None, datetime.date(2023, 1, 2))}, ["old"], id="until"),
        pytest.param({"order": Order.OLD}, ["old", "strike", "no reason"], id="oldest first"),
        pytest.param(
            {"said": (DAY, DAY)}, ["no reason", "strike"], id="said, and so published not before"
        ),
        pytest.param({}, ["no reason", "strike", "old"], id="everything"),
    ],
)
def test_what_is_found(filled: Ledger, asked: dict[str, Any], expected: list[str]) -> None:
    result = found(filled, **asked)
    if asked.get("order") is not Order.OLD:
        assert result == expected
    assert sorted(result) == sorted(expected)
    assert filled.count(Search(**asked)) == len(expected)


@pytest.mark.parametrize(
    ("bound", "fits"),
    [
        (Bound(counted="dockers", relation=">", figure=Decimal(4000)), True),
        (Bound(counted="docker", relation="=", figure=Decimal(4200)), True),
        (Bound(counted="dockers", relation=">", figure=Decimal(4200)), False),
        (Bound(counted="ships", relation=">", figure=Decimal(1)), False),
        (Bound(counted="", relation="<=", figure=Decimal(4200)), True),
    ],
)
def test_figures(filled: Ledger, bound: Bound, fits: bool) -> None:
    assert found(filled, quantity=bound) == ["strike"] * fits


def test_what_was_searched_for_is_marked(filled: Ledger) -> None:
    (entry,) = filled.find(Search(words='"no reason"'))
    assert [span.of(entry.words) for span in entry.marked] in (["no reason"], ["no", "reason"])
    assert entry.speaker == "Tom Brandt"
    assert entry.outlet == "Tarnwick Post"


def test_best_first(filled: Ledger) -> None:
    assert found(filled, words="dockers OR strike", order=Order.RANK)[0] == "strike"
    with pytest.raises(BadRequestError, match="words can be ranked"):
        found(filled, order=Order.RANK)


def test_more_than_a_page(ledger: Ledger) -> None:
    many = [reading(f"{TEXT} {number}", url=f"https://example.org/{number}") for number in range(7)]
    add(ledger, *many)
    assert len(list(ledger.find(Search(words="dockers"), limit=5))) == 5
    assert len(list(ledger.find(Search(words="dockers")))) == 7


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("skip", [0, 1, 3, 9])
def test_the_first_ones_are_skipped(filled: Ledger, order: Order, skip: int) -> None:
    search = Search(words="dockers OR harbour", order=order)
    whole = list(filled.find(search))
    assert list(filled.find(search, skip=skip)) == whole[skip:]
    assert list(filled.find(search, skip=skip, limit=1)) == whole[skip : skip + 1]


def test_what_was_counted_is_counted_anew_once_something_comes(filled: Ledger) -> None:
    search = Search(words="harbour")
    before = [filled.count(search) for _ in "ab"]
    add(filled, reading("Ilse Varga said that the harbour is closed."))
    assert [*before, filled.count(search)] == [1, 1, 2]


def test_only_what_stands_is_counted(ledger: Ledger) -> None:
    silent = replace(reading(OLD), statements=(), quotations=())
    add(ledger, silent, name="page")  # which begins where the next one does
    add(ledger, reading(OTHER), name="other")
    add(ledger, reading(), name="page")
    add(ledger, reading(TEXT.replace("Ilse", "Anna")), name="page")
    for superseded, expected in ((False, 2), (True, 3)):
        search = Search(words="dockers", superseded=superseded)
        assert ledger.count(search) == len(list(ledger.find(search))) == expected


def test_searches_are_kept_by_name(ledger: Ledger) -> None:
    search = Search(
        words="dockers",
        published=(DAY, None),
        quantity=Bound(counted="dockers", relation=">", figure=Decimal("1.5")),
        mode=Mode.DIRECT,
    )
    with ledger.batch(now=NOW, maker="test") as batch:
        save(batch, "mine", search)
        save(batch, "other", search)
    with ledger.batch(now=NOW, maker="test") as batch:
        save(batch, "other", None)
    with ledger.seen() as connection:
        assert saved_searches(connection) == {"mine": search}
