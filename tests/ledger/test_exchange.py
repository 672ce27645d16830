"""A ledger's reports leave it and enter another just as they were."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import parse_row
from sayso.ledger import (
    Decision,
    Kept,
    Ledger,
    Order,
    Search,
    find_reports,
    judge_passage,
    judge_people,
    judge_report,
    names_in,
    split_off,
    take_in,
)
from sayso.pipeline.exchanging import find_kept
from sayso.pipeline.importing import import_each
from sayso.records import Holding, JudgementKind, Person
from sayso.views.formats import kept_line
from tests.ledger.factory import DAY, NOW, TEXT, add, identify, reading, words_of

OTHER = "Mayor Tom Brandt said that the dockers of Port Ness have no reason to walk out."


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(str(tmp_path / "second.db")) as opened:
        yield opened


def held(ledger: Ledger, search: Search = Search(order=Order.OLD)) -> list[Holding]:  # noqa: B008
    return list(find_kept(ledger, search))


def lines(ledger: Ledger) -> list[bytes]:
    return [kept_line(one) for one in held(ledger)]


def carry(source: Ledger, target: Ledger, tmp_path: Path) -> list[Kept | None]:
    """Export from one ledger and import into another."""
    file = tmp_path / "carried.jsonl"
    file.write_bytes(b"".join(lines(source)))
    return [one.kept for one in import_each(target, [str(file)], clock=lambda: NOW)]


def decide(ledger: Ledger, kind: JudgementKind, mention: str = "", **change: object) -> int:
    decision = Decision(kind=kind, made_by="ana", reason="heard it", change=change)
    with ledger.batch(now=NOW, maker="test") as batch:
        if kind is JudgementKind.SPLIT:
            return split_off(batch, mention, decision, identify=identify)
        if mention:
            return judge_passage(batch, mention, decision, identify=identify)
        return judge_people(batch, decision)


def test_export_import_export_gives_the_same_bytes(
    ledger: Ledger, second: Ledger, tmp_path: Path
) -> None:
    add(ledger, reading(url="https://example.org/a"), reading(OTHER, published=None, outlet=None))
    silent = reading(f"{OTHER} Rain fell.")
    add(ledger, replace(silent, statements=(), quotations=(), quantities=()), name="silent.txt")
    assert carry(ledger, second, tmp_path) == [Kept.NEW] * 3
    assert lines(second) == lines(ledger)
    assert [one.reading for one in held(second)] == [one.reading for one in held(ledger)]
    batches = words_of(second, "select id from batch")
    assert carry(ledger, second, tmp_path) == [Kept.SAME] * 3
    assert words_of(second, "select id from batch") == batches


def test_what_people_decided_goes_along_and_can_be_undone(
    ledger: Ledger, second: Ledger, tmp_path: Path
) -> None:
    add(ledger, reading(), reading(OTHER, speaker="Tom Brandt"))
    (one, other) = sorted(held(ledger), key=lambda it: it.reading.report.text != TEXT)
    mention = one.reading.statements[0].id
    decide(ledger, JudgementKind.SPEAKER, mention, speaker="Ana Fell")
    decide(ledger, JudgementKind.QUANTITY, one.reading.quantities[0].id, value="4300")
    decide(ledger, JudgementKind.VERDICT, mention, verdict="altered_wording")
    decide(ledger, JudgementKind.SPLIT, other.reading.statements[0].id, name="Tom Brandt (docks)")
    before = lines(ledger)
    carry(ledger, second, tmp_path)
    assert lines(second) == before
    speakers = {entry.speaker for entry in second.find(Search())}
    assert speakers == {"Ana Fell", "Tom Brandt (docks)"}
    assert {quantity.value for it in held(second) for quantity in it.reading.quantities} == {
        Decimal(4300)
    }
    carry(ledger, second, tmp_path)
    assert lines(second) == before


def test_judgements_reach_a_report_that_is_there_already(
    ledger: Ledger, second: Ledger, tmp_path: Path
) -> None:
    for one in (ledger, second):
        add(one, reading(), name="a.txt")
    decide(ledger, JudgementKind.SPEAKER, reading().statements[0].id, speaker="Ana Fell")
    assert carry(ledger, second, tmp_path) == [Kept.SAME]
    assert [entry.speaker for entry in second.find(Search())] == ["Ana Fell"]


def test_what_was_filled_in_goes_along(ledger: Ledger, second: Ledger, tmp_path: Path) -> None:
    add(ledger, reading(OTHER, outlet=None))
    decision = Decision(kind=JudgementKind.FILL, made_by="ana", change={"outlet": "Tarnwick Post"})
    with ledger.batch(now=NOW, maker="test") as batch:
        judge_report(batch, "file 0", decision, identify=identify)
    carry(ledger, second, tmp_path)
    assert [entry.outlet for entry in second.find(Search())] == ["Tarnwick Post"]
    assert lines(second) == lines(ledger)


def test_people_keep_the_names_they_were_given(
    ledger: Ledger, second: Ledger, tmp_path: Path
) -> None:
    short = reading(OTHER, speaker="Varga")
    add(ledger, reading(), replace(short, people=(replace(short.people[0], name="Varga"),)))
    people = dict(zip(words_of(ledger, "select name from person"), (1, 2), strict=True))
    decide(ledger, JudgementKind.MERGE, person=people["Varga"], into=people["Ilse Varga"])
    decide(ledger, JudgementKind.RENAME, person=people["Ilse Varga"], name="I. V. (minister)")
    carry(ledger, second, tmp_path)
    assert {entry.speaker for entry in second.find(Search())} == {"I. V. (minister)"}
    assert len({entry.person for entry in second.find(Search())}) == 1
    assert lines(second) == lines(ledger)


def test_bytes_as_they_came_go_along(ledger: Ledger, second: Ledger) -> None:
    add(ledger, reading())
    (one,) = held(ledger)
    page = replace(one, item=replace(one.item, data=b"<p>\xff", media_type="text/html"))
    parsed = parse_row(kept_line(page), name="row 1")
    with second.batch(now=NOW, maker="test") as batch:
        take_in(batch, parsed, identify)
    (kept,) = held(second)
    assert (kept.item.data, kept.item.media_type) == (b"<p>\xff", "text/html")


def test_only_what_fits_is_exported_and_said_to_be(ledger: Ledger) -> None:
    add(ledger, reading(), reading(OTHER))
    (one,) = held(ledger, Search(words="strike"))
    assert [it.entry.id for it in one.found] == [one.reading.statements[0].id]
    assert held(ledger, Search(words="nothingofthekind")) == []


def test_best_first_is_no_order_of_time(ledger: Ledger) -> None:
    add(ledger, reading(published=DAY.replace(year=2023)), reading(OTHER))
    found = held(ledger, Search(words="dockers", order=Order.RANK))
    assert [it.reading.report.published for it in found] == [DAY.replace(year=2023), DAY]
    newest = held(ledger, Search(words="dockers", order=Order.NEW))
    assert newest == found[::-1]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=30),
    value=st.decimals(allow_nan=False, allow_infinity=False),
    name=st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=10),
)
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_any_report_comes_back_as_it_went(
    ledger: Ledger, text: str, value: Decimal, name: str
) -> None:
    one = reading(f"{text} said {text} 4,200.", speaker=f"Varga {name}")
    quantities = tuple(replace(it, value=value) for it in one.quantities)
    add(ledger, replace(one, quantities=quantities), name=f"{text}{value}{name}")
    with ledger.seen() as connection:
        names = names_in(connection)
        for kept in find_reports(connection, Search(order=Order.OLD), names=names):
            parsed = parse_row(kept_line(kept), name="row")
            assert replace(parsed, found=kept.found, added_at=kept.added_at) == kept
            assert kept_line(replace(parsed, found=kept.found)) == kept_line(kept)


def test_a_person_without_a_known_name_stays_one_of_the_report(
    ledger: Ledger, second: Ledger, tmp_path: Path
) -> None:
    one = reading()
    add(ledger, replace(one, people=(Person(id="p1", name="officials"),)))
    carry(ledger, second, tmp_path)
    assert lines(second) == lines(ledger)


@pytest.mark.parametrize(
    "judged",
    [
        pytest.param({"kind": "merge", "change": {"person": 1, "into": 2}}, id="of people"),
        pytest.param({"kind": "speaker", "change": {}}, id="of nobody"),
        pytest.param({"kind": "speaker", "change": {"office": "Mayor"}}, id="of an office only"),
        pytest.param({"kind": "split", "change": {"person": 1}}, id="of a number"),
        pytest.param({"kind": "quantity", "change": {"value": ","}}, id="of no figure"),
        pytest.param({"kind": "time", "change": {"earliest": "2024-02-31"}}, id="of no day"),
        pytest.param({"kind": "span", "change": {"content": "0-9999"}}, id="beyond the text"),
        pytest.param({"kind": "verdict", "change": {"verdict": {"a": 1}}}, id="of no word"),
    ],
)
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_what_nobody_can_decide_is_a_bad_row(
    ledger: Ledger, second: Ledger, tmp_path: Path, judged: dict[str, object]
) -> None:
    add(ledger, reading())
    line = json.loads(lines(ledger)[0])
    told = {"made_by": "eve", "made_at": "2024-11-05", **judged}
    line["kept"]["judgements"] = [told]
    file = tmp_path / "hostile.jsonl"
    file.write_bytes(json.dumps(line).encode() + b"\n" + lines(ledger)[0])
    bad, good = import_each(second, [str(file)], clock=lambda: NOW)
    assert (bad.kept, good.kept) == (None, Kept.NEW)
    assert "nobody can decide" in (bad.failure or "")
