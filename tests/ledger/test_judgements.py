"""What people decide takes effect, outlives re-reading and changed pages, and can be undone."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.errors import BadRequestError, ConflictError
from sayso.ledger import (
    Decision,
    Ledger,
    Search,
    correct_version,
    current_readings,
    judge_passage,
    judge_people,
    judgements_in,
    keep_reading,
    load_reading,
    lost_in,
    names_in,
    people_in,
    split_off,
    supersede,
    take_back,
)
from sayso.records import JudgementKind, Reading, Span
from tests.ledger.factory import NOW, TEXT, add, identify, read_by, reading

BY = ("ana", "heard the tape")


def decide(
    ledger: Ledger, kind: JudgementKind, change: dict[str, object], mention: str = ""
) -> int:
    decision = Decision(kind=kind, made_by="ana", reason="heard the tape", change=change)
    with ledger.batch(now=NOW, maker="test") as batch:
        if kind is JudgementKind.SPLIT:
            return split_off(batch, mention, decision, identify=identify)
        if mention:
            return judge_passage(batch, mention, decision, identify=identify)
        return judge_people(batch, decision)


def take(ledger: Ledger, number: int) -> int:
    with ledger.batch(now=NOW, maker="test") as batch:
        return take_back(batch, number, by=BY, identify=identify)


def now(ledger: Ledger) -> Reading:
    with ledger.seen() as connection:
        (number,) = current_readings(connection)
        return load_reading(connection, number)


def speakers(ledger: Ledger) -> list[str | None]:
    return [entry.speaker for entry in ledger.find(Search())]


def lost(ledger: Ledger) -> list[int]:
    with ledger.seen() as connection:
        return sorted(lost_in(connection, judgements_in(connection).values()))


def read_again(ledger: Ledger, better: Reading) -> None:
    """As newer weights would."""
    with ledger.batch(now=NOW, maker="test") as batch:
        (version,) = batch.find("version", "text_id", better.report.id)
        read = read_by(better, reader="test 2")
        supersede(batch, version=version, successor=keep_reading(batch, read, version=version))
        correct_version(batch, read, version=version)


def test_a_speaker_is_corrected_and_the_correction_undone(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    number = decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, one.statements[0].id)
    assert speakers(ledger) == ["Tom Brandt"]
    undoing = take(ledger, number)
    assert speakers(ledger) == ["Ilse Varga"]
    take(ledger, undoing)
    assert speakers(ledger) == ["Tom Brandt"]
    with ledger.seen() as connection:
        stands = [one.stands for one in judgements_in(connection).values()]
    assert stands == [True, False, True]
    with pytest.raises(ConflictError, match="already"):
        take(ledger, undoing)


def test_a_figure_is_corrected_where_it_is_searched(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    decide(ledger, JudgementKind.QUANTITY, {"value": "42000"}, one.quantities[0].id)
    assert now(ledger).quantities[0].value == Decimal(42000)
    assert now(ledger).quantities[0].counted == "dockers"


def test_words_are_corrected(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    decide(ledger, JudgementKind.SPAN, {"content": "34-53"}, one.statements[0].id)
    assert [entry.words for entry in ledger.find(Search())] == [TEXT[34:53]]


def test_a_correction_is_applied_again_after_reading_again(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, one.statements[0].id)
    shorter = Span(one.statements[0].content[0].start, len(TEXT) - 9)
    better = replace(one, statements=(replace(one.statements[0], id="new", content=(shorter,)),))
    read_again(ledger, better)
    assert speakers(ledger) == ["Tom Brandt"]
    assert now(ledger).statements[0].content == (shorter,)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(f"Corrected. {TEXT}", "Tom Brandt", id="the passage stands elsewhere"),
        pytest.param(TEXT.replace("4,200", "42,000"), "Ilse Varga", id="the passage changed"),
        pytest.param(f"{TEXT} {TEXT}", "Ilse Varga", id="the passage stands there twice"),
    ],
)
def test_a_correction_follows_its_words_into_a_new_version(
    ledger: Ledger, text: str, speaker: str
) -> None:
    one = reading(url="https://example.org/a")
    add(ledger, one)
    decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, one.statements[0].id)
    add(ledger, reading(text, url="https://example.org/a"))
    assert speakers(ledger) == [speaker]
    assert lost(ledger) == ([] if speaker == "Tom Brandt" else [1])


def test_a_judgement_that_changes_nothing_is_flagged_too(ledger: Ledger) -> None:
    one = reading(url="https://example.org/a")
    add(ledger, one)
    decide(ledger, JudgementKind.FORECAST, {"outcome": "did_not"}, one.statements[0].claims[0].id)
    assert lost(ledger) == []
    add(ledger, reading("Nobody said anything.", url="https://example.org/a"))
    assert lost(ledger) == [1]


def test_what_was_taken_back_is_not_flagged(ledger: Ledger) -> None:
    one = reading(url="https://example.org/a")
    add(ledger, one)
    decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, one.statements[0].id)
    add(ledger, reading("Nobody said anything.", url="https://example.org/a"))
    assert lost(ledger) == [1]
    take(ledger, 1)
    assert lost(ledger) == []


def test_what_a_person_decides_about_findings_is_only_kept(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    decide(ledger, JudgementKind.FORECAST, {"outcome": "did_not"}, one.statements[0].claims[0].id)
    assert now(ledger) == one


def test_people_are_merged_renamed_and_parted(ledger: Ledger) -> None:
    add(ledger, reading(), reading(f"{TEXT} Again.", speaker="I. Varga Doe"))
    merged = decide(ledger, JudgementKind.MERGE, {"person": 2, "into": 1})
    assert speakers(ledger) == ["Ilse Varga", "Ilse Varga"]
    assert len(list(ledger.find(Search(speaker="Ilse Varga")))) == 2
    decide(ledger, JudgementKind.RENAME, {"person": 1, "name": "Ilse Maria Varga"})
    assert speakers(ledger) == ["Ilse Maria Varga", "Ilse Maria Varga"]
    assert len(list(ledger.find(Search(speaker="Maria")))) == 2
    take(ledger, merged)
    assert sorted(map(str, speakers(ledger))) == ["I. Varga Doe", "Ilse Maria Varga"]


def test_one_statement_is_parted_from_a_person(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one, reading(f"{TEXT} Again."))
    decide(ledger, JudgementKind.SPLIT, {"name": "Ilse Varga (the younger)"}, one.statements[0].id)
    assert sorted(map(str, speakers(ledger))) == ["Ilse Varga", "Ilse Varga (the younger)"]
    with ledger.seen() as connection:
        people = people_in(connection, names_in(connection), name=None, limit=9)
    assert [person.name for person in people] == ["Ilse Varga", "Ilse Varga (the younger)"]


@pytest.mark.parametrize("mention", ["0123.s1-2", "nothing"])
def test_a_mention_that_is_not_there(ledger: Ledger, mention: str) -> None:
    add(ledger, reading())
    with pytest.raises(BadRequestError, match="search"):
        decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, mention)


def test_a_person_that_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(BadRequestError, match="no person 7"):
        decide(ledger, JudgementKind.RENAME, {"person": 7, "name": "Nobody"})


def test_everything_decided_is_in_the_chain(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    decide(ledger, JudgementKind.SPEAKER, {"speaker": "Tom Brandt"}, one.statements[0].id)
    decide(ledger, JudgementKind.RENAME, {"person": 1, "name": "Nobody"})
    assert list(ledger.verify()) == [(1, True), (2, True), (3, True)]


@pytest.mark.parametrize(
    ("kind", "change", "told"),
    [
        (JudgementKind.GROUPING, {"same_as": "xx"}, "holds no report of xx"),
        (JudgementKind.GROUPING, {"other_than": "{text}.s0-1"}, "Nothing is read at"),
        (JudgementKind.GROUPING, {"same_as": "{statement}"}, "is itself"),
        (JudgementKind.GROUPING, {"same_as": "{claim}"}, "is no statement"),
        (JudgementKind.FORECAST, {"outcome": "came_true"}, "is no forecast"),
    ],
    ids=["no report", "no mention", "itself", "a claim", "no forecast"],
)
def test_what_means_nothing_is_refused(
    ledger: Ledger, kind: JudgementKind, change: dict[str, str], told: str
) -> None:
    one = reading()
    add(ledger, one)
    (statement,) = one.statements
    names = {"text": one.report.id, "statement": statement.id, "claim": statement.claims[0].id}
    meant: dict[str, object] = {name: it.format_map(names) for name, it in change.items()}
    with pytest.raises(BadRequestError, match=told):
        decide(ledger, kind, meant, statement.id)
    with ledger.seen() as connection:
        assert not judgements_in(connection)


def test_a_forecast_comes_out(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    claim = one.statements[0].claims[0]
    assert decide(ledger, JudgementKind.FORECAST, {"outcome": "came_true"}, claim.id) == 1
