"""Forecasts: windows, conditions, evidence, what a person decided, tallies."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.forecasts import find_forecasts
from sayso.records import (
    Anchor,
    Board,
    Interval,
    Judgement,
    JudgementKind,
    KeptReading,
    Outcome,
    Person,
    Role,
    Span,
    Tense,
)
from tests.comparing.counts import day, foretelling, kept


def foretold(
    *, outlet: str = "The Harbour Ledger", speaker: str = "Ilse Varga", until: int = 30
) -> KeptReading:
    one = kept(
        "The harbour of Port Ness will reopen in winter.",
        head="reopen",
        outlet=outlet,
        speaker=speaker,
    )
    return foretelling(one, "in winter", (day(10), day(until)))


def reopened(on: int, *, speaker: str = "Tom Brandt") -> KeptReading:
    words = "The harbour of Port Ness has reopened."
    return kept(words, head="reopened", speaker=speaker, said=day(on))


def judged(mention: str, outcome: str, *, number: int = 1, stands: bool = True) -> Judgement:
    return Judgement(
        number=number,
        kind=JudgementKind.FORECAST,
        made_by="ana",
        made_at="2024-12-01T00:00:00+00:00",
        reason="seen",
        anchor=Anchor(mention=mention, span=Span(0, 1), words=""),
        change={"outcome": outcome},
        stands=stands,
    )


def test_an_open_forecast_has_its_window() -> None:
    (one,) = find_forecasts([foretold()]).forecasts
    assert (one.window_words, one.due, one.outcome, one.evidence) == (
        "in winter",
        day(30),
        None,
        (),
    )


@pytest.mark.parametrize(("until", "found"), [(29, 0), (30, 1)])
def test_what_is_due(until: int, found: int) -> None:
    board = find_forecasts([foretold()], due=day(until))
    assert (len(board.forecasts), board.tallies[0].made) == (found, 1)


def test_a_window_that_is_over_is_the_day_of_speaking() -> None:
    over = foretelling(kept("Ships will leave today.", head="leave"), "today", (day(0), day(0)))
    (one,) = find_forecasts([over]).forecasts
    assert (one.window, one.due) == (None, None)


@pytest.mark.parametrize(("on", "found"), [(5, 0), (9, 0), (10, 1), (40, 1)])
def test_evidence_is_not_before_the_window(on: int, found: int) -> None:
    board = find_forecasts([foretold()], later=[foretold(), reopened(on)])
    assert len(board.forecasts[0].evidence) == found


def test_evidence_is_about_the_same() -> None:
    other = kept("The market of Ostra has burned.", head="burned", said=day(20))
    assert find_forecasts([foretold()], later=[other]).forecasts[0].evidence == ()


def test_a_condition_is_no_forecast() -> None:
    one = foretold()
    statement = one.reading.statements[0]
    claims = tuple(replace(it, role=Role.CONDITION) for it in statement.claims)
    hanging = replace(one.reading, statements=(replace(statement, claims=claims),))
    assert find_forecasts([replace(one, reading=hanging)]).forecasts == ()


@pytest.mark.parametrize("outcome", Outcome)
def test_a_person_decides(outcome: Outcome) -> None:
    (one,) = find_forecasts([foretold()]).forecasts
    board = find_forecasts([foretold()], judgements=[judged(one.id, outcome)])
    assert (board.forecasts[0].outcome, board.forecasts[0].judged_by) == (outcome, "ana")
    assert board.tallies[0].outcomes == ((outcome, 1),)
    assert (board.tallies[0].judged, board.tallies[0].made) == (1, 1)


def test_what_was_taken_back_is_open_and_the_last_word_counts() -> None:
    (one,) = find_forecasts([foretold()]).forecasts
    back = judged(one.id, "void", stands=False)
    assert find_forecasts([foretold()], judgements=[back]).forecasts[0].outcome is None
    twice = [judged(one.id, "void"), judged(one.id, "partly", number=2)]
    assert find_forecasts([foretold()], judgements=twice).forecasts[0].outcome is Outcome.PARTLY


def test_echoes_are_one_forecast_and_a_judgement_of_any_counts() -> None:
    reports = [foretold(outlet=f"Outlet {number}") for number in range(20)]
    (one,) = find_forecasts(reports).forecasts
    assert len(one.repeated) == 19
    any_id = next(
        it.reading.statements[0].claims[0].id
        for it in reports
        if it.reading.report.id == one.repeated[3]
    )
    assert find_forecasts(reports, judgements=[judged(any_id, "void")]).tallies[0].judged == 1


def test_tallies_show_their_base() -> None:
    reports = [foretold(), foretold(speaker="Tom Brandt"), foretold(speaker="Tom Brandt", until=60)]
    made = [(it.speaker, it.made, it.judged) for it in find_forecasts(reports).tallies]
    assert made == [("Tom Brandt", 2, 0), ("Ilse Varga", 1, 0)]


REPORTS = [foretold(), foretold(outlet="Other"), foretold(speaker="Ada Holm"), reopened(12)]
BOARD: Board = find_forecasts(REPORTS, later=REPORTS)


@given(st.permutations(REPORTS))
def test_the_order_of_reports_does_not_matter(reports: list[KeptReading]) -> None:
    assert find_forecasts(reports, later=reports) == BOARD


def test_who_tells_of_a_forecast_is_no_evidence() -> None:
    one = foretold()
    said = one.reading.statements[0]
    claim = replace(said.claims[0], id="r.c9", tense=Tense.PAST, forecast=None)
    later = Interval(earliest=day(12), latest=day(12))
    told = replace(said, id="r.s9", speaker="p2", said_on=later, claims=(claim,))
    people = (*one.reading.people, Person(id="p2", name="Tom Brandt"))
    reading = replace(one.reading, statements=(said, told), people=people)
    (apart,) = find_forecasts([one], later=[one, reopened(12)]).forecasts
    assert len(apart.evidence) == 1
    both = replace(one, reading=reading)
    (forecast,) = find_forecasts([both], later=[both]).forecasts
    assert forecast.evidence == ()
