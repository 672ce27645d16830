"""Statements that render passages of a record: one passage is one utterance, two are two."""

from dataclasses import replace

import pytest

from sayso.comparing.utterances import fitting_records, group_statements
from sayso.comparing.utterances.passages import passages_said
from sayso.reading import read_quantities
from sayso.records import Reading
from tests.comparing.factory import LINDQVIST, VARGA, reading_of, record_of, telling_of

RECORD = record_of()
HARBOR = (
    "We have not yet closed the northern harbor, but we would expect that to happen in the "
    "coming weeks"
)
DOCKERS = (
    "Some 4,200 dock workers are on strike, and as many as 900 of those workers have been sent "
    "home without pay"
)


def named(reading: Reading, name: str) -> Reading:
    """The same reading as of the report of that name."""
    return replace(
        reading,
        report=replace(reading.report, id=name),
        statements=tuple(replace(it, id=f"{name}.{it.id}") for it in reading.statements),
        quotations=tuple(replace(it, statement=f"{name}.s1") for it in reading.quotations),
        quantities=tuple(
            replace(it, statement=f"{name}.s1")
            for it in read_quantities(reading.report.text, report_id=name)
        ),
    )


SAID = {
    "quoted": (reading_of(HARBOR), "northern harbor"),
    "told": (telling_of("4,200 dock workers were on strike"), "4,200 dock workers"),
    "told in part": (telling_of("as many as 900 workers were sent home unpaid"), "900"),
}


@pytest.mark.parametrize(("reading", "words"), SAID.values(), ids=SAID)
def test_a_statement_is_placed_in_the_record(reading: Reading, words: str) -> None:
    ((record, number),) = passages_said(reading, [RECORD]).values()
    assert record == RECORD.id
    sentences = RECORD.text[: RECORD.text.index(words)].count(". ")
    assert number == sentences


NOWHERE = {
    "words that nobody said": reading_of("The moon is made of green cheese"),
    "another speaker's words": telling_of("4,200 dock workers were on strike", speaker=LINDQVIST),
    "nobody named": telling_of("4,200 dock workers were on strike", speaker=None),
}


@pytest.mark.parametrize("reading", NOWHERE.values(), ids=NOWHERE)
def test_what_the_record_does_not_surely_hold_has_no_place(reading: Reading) -> None:
    assert passages_said(reading, [RECORD]) == {}


def test_two_tellings_of_one_passage_are_one_utterance() -> None:
    one = named(reading_of("Some 4,200 dock workers are on strike"), "a")
    other = named(telling_of("the walkout counts 4,200 dock workers on strike"), "b")
    assert group_statements([one, other], [RECORD]) == [["a.s1", "b.s1"]]


def test_two_passages_are_two_utterances() -> None:
    one = named(reading_of("these ships will become a danger to everybody on the coast"), "a")
    other = named(
        reading_of("these ships will make themselves a danger to everybody", speaker=LINDQVIST), "b"
    )
    assert group_statements([one, other], [RECORD]) == [["a.s1"], ["b.s1"]]


def test_a_record_without_a_day_fits_where_it_holds_quotations() -> None:
    reports = [named(reading_of(HARBOR), "a"), named(reading_of(DOCKERS), "b")]
    assert fitting_records(reports, [RECORD]) == [RECORD]
    assert fitting_records(reports[:1], [RECORD]) == []
    other = record_of([("MINISTER VARGA", "The lighthouse is lit again since Monday morning.")])
    assert fitting_records(reports, [other]) == []


def test_voices_are_known() -> None:
    assert passages_said(telling_of("4,200 dock workers were on strike", speaker=VARGA), [RECORD])
