"""What is told in other words against the record."""

from dataclasses import replace

import pytest

from sayso.records import DriftKind, Finding, PersonKind, Verdict
from tests.comparing.factory import LINDQVIST, VARGA, check_told, record_of

SAID = [
    ("MINISTER VARGA", "We have not closed the harbor. Some 4,200 dock workers are on strike."),
    ("MINISTER VARGA", "If the talks fail, we may ask the army to unload the medicine."),
    ("MINISTER VARGA", "Most of the cranes will probably work again in about three weeks."),
    ("MINISTER VARGA", "We expect the ferry company to pay its debts before the summer."),
    ("MINISTER VARGA", "Should the sea-wall break, the fuel could reach the oyster beds."),
    ("MINISTER VARGA", "The median price of a ticket is 31 crowns."),
    ("MINISTER VARGA", "We lose some 1,200 fish a day in the northern pond."),
    ("MINISTER VARGA", "The tanks hold 90 tons of oil."),
    ("MINISTER VARGA", "From where we stand now, a new lighthouse seems likely."),
    ("MINISTER VARGA", "Our divers believe that the anchor cut the cable."),
    ("MINISTER VARGA", "Three sailors are missing."),
    ("MINISTER VARGA", "Ferry traffic fell by 12 percent last winter."),
    ("MINISTER VARGA", "We do not rule out asking the neighbours for tugs, but have not done so."),
    ("QUESTION", "Minister, have you lost control of the harbor?"),
    ("SECRETARY LINDQVIST", "The bridges remain open to heavy trucks until the end of May."),
]
RECORD = record_of(SAID)


def _kinds(finding: Finding) -> set[str]:
    return {str(drift.kind) for drift in finding.drift}


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("the harbor had not been closed", set()),
        ("the harbor had been closed", {"negation_changed"}),
        ("some 4,200 dock workers were on strike", set()),
        ("about 4,200 dockers were striking", set()),
        ("4,200 dock workers were on strike", {"hedge_dropped"}),
        ("up to 4,200 dock workers were on strike", {"hedge_changed"}),
        ("some 42,000 dock workers were on strike", {"value_changed"}),
        ("some 4,700 dock workers were on strike", {"value_changed"}),
        ("the army might be asked to unload the medicine if the talks failed", set()),
        ("the army may be asked to unload the medicine", {"condition_dropped"}),
        ("the army will unload the medicine if the talks fail", {"certainty_raised"}),
        ("most of the cranes would probably work again in about three weeks", set()),
        (
            "most of the cranes would work again in about three weeks",
            {"certainty_raised", "hedge_dropped"},
        ),
        ("most of the cranes will probably work again in about three months", {"time_changed"}),
        ("all of the cranes will probably work again in about three weeks", {"scope_changed"}),
        ("the ferry company was expected to pay its debts before the summer", set()),
        ("the ferry company will pay its debts before the summer", {"forecast_to_fact"}),
        ("the ferry company might pay its debts before the summer", {"certainty_lowered"}),
        ("the fuel could reach the oyster beds should the sea-wall break", set()),
        ("the fuel could reach the oyster beds", {"condition_dropped"}),
        ("the median price of a ticket was 31 crowns", set()),
        ("the price of a ticket was 31 crowns", {"words_lost"}),
        ("the tanks held 90 gallons of oil", {"unit_changed"}),
        ("the tanks held 90 tons of oil probably", {"certainty_lowered"}),
        ("three sailors were still missing", set()),
        ("three sailors had died", {"wording_changed"}),
        ("ferry traffic was down 12 percent last winter", set()),
        ("ferry traffic rose by 12 percent last winter", {"wording_changed"}),
        ("ferry traffic was up 12 percent last winter", {"wording_changed"}),
        ("the neighbours had been asked for tugs", {"negation_changed", "certainty_raised"}),
        ("the neighbours might be asked for tugs but had not been so far", set()),
        ("the tanks held 90 tons of oil", set()),
        ("some 1,200 fish a day were lost in the northern pond", set()),
        ("some 1,200 fish were lost a day", {"scope_changed"}),
        ("a new lighthouse seemed likely", {"hedge_dropped"}),
        ("the divers believed that the anchor had cut the cable", set()),
        ("the anchor had cut the cable", {"hedge_dropped"}),
    ],
)
def test_drift(told: str, kinds: set[str]) -> None:
    (finding,) = check_told(told, record=RECORD)
    assert _kinds(finding) == kinds
    assert finding.verdict is (Verdict.DRIFTED if kinds else Verdict.SAME)


ASKED = [
    ("MINISTER VARGA", "The fine is 250 crowns. The cost is estimated at 40 million euros."),
    (
        "MINISTER VARGA",
        "We are prepared to lend two tugs. The pier will open in June at the earliest.",
    ),
    ("MINISTER VARGA", "Unless a second mast is built at Fenwick, we will not license the radar."),
    ("MINISTER VARGA", "The guard has lent us eleven trucks, and that is plenty for now."),
    ("MINISTER VARGA", "Waves like these came once in eighty years and could come every winter."),
    ("QUESTION", "Minister, do you blame the fishermen of the upper lake?"),
    ("MINISTER VARGA", "I do not want to blame anyone. It is late."),
    ("QUESTION", "Can you guarantee that the repair will not cost more than 3 billion?"),
    ("MINISTER VARGA", "No. I would like to."),
    ("QUESTION", "Was the lantern stolen by smugglers?"),
    ("MINISTER VARGA", "It's too early. Ask me again."),
    ("MINISTER VARGA", "I should say that the sirens on the quay failed twice."),
    ("MINISTER VARGA", "We pump 22 tons, more than the treaty obliges us to. It says 18."),
]


ANSWERED = [
    ("Moderator", "With us is Ilona Varga, the minister who runs the ferries of the lake."),
    ("MINISTER VARGA", "We have set aside 640 crowns, and if the study is wrong, we'll find more."),
    ("MINISTER VARGA", "If it gets colder, we will look at it again, but the canal stays open."),
    ("MINISTER VARGA", "We will also drop the toll on barges as soon as the council has voted."),
    ("MINISTER VARGA", "The shipyards speak of 15,000 jobs. The clerks have one idea."),
    ("MINISTER VARGA", "They will try to lift the wreck with two cranes. It is late."),
    ("MINISTER VARGA", "I'm not accusing the captains of that. A visit to the docks is possible."),
    (
        "MINISTER VARGA",
        "It depends on who comes. We pledged 45 million for pilots and paid 30 million.",
    ),
    ("MINISTER VARGA", "Norrland has sold nothing to anybody in the harbor since 2031."),
    ("MINISTER VARGA", "The swimmers could not be reached by radio."),
    ("QUESTION", "Do you believe that smugglers sank the lightship?"),
    ("MINISTER VARGA", "I've seen the claims. You'd have to ask others."),
    ("QUESTION", "Could the quay flood once more?"),
    ("MINISTER VARGA", "It's unlikely."),
]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("640 crowns had been set aside", set()),
        ("the canal stays open", set()),
        ("the toll on barges would be dropped in October", {"condition_dropped"}),
        ("the toll on barges would be dropped as soon as the council had voted", set()),
        ("the deal would cost 15,000 jobs", {"hedge_dropped"}),
        ("the wreck will be lifted with two cranes", {"certainty_raised"}),
        ("the wreck might be lifted with two cranes", set()),
        ("a visit to the docks was possible", {"condition_dropped"}),
        ("45 million had been pledged for pilots and 30 million paid", set()),
        ("the ministry had paid 45 million for pilots", {"value_changed"}),
        ("Norrland had sold weapons to the harbor since 2031", {"negation_changed"}),
        ("the swimmers could not be reached by radio", set()),
        ("smugglers sank the lightship", {"certainty_raised"}),
        ("the quay will flood once more", {"certainty_raised"}),
    ],
)
def test_drift_of_answers_attempts_and_what_hangs_on_something(told: str, kinds: set[str]) -> None:
    found = check_told(told, record=record_of(ANSWERED))
    assert [_kinds(finding) for finding in found] == [kinds]


def test_the_words_of_who_leads_the_meeting_are_not_held_against_the_named_speaker() -> None:
    told = "the minister ran the ferries of the lake"
    assert not check_told(told, record=record_of(ANSWERED))


BOUNDED = [
    ("MINISTER VARGA", "We use about 9 million crowns a month on the ferries of the lake."),
    ("MINISTER VARGA", "We now see spending on the radar of at least 190 crowns."),
    ("MINISTER VARGA", "There are some 2,200 buoys left, mostly in the eastern channel."),
    ("MINISTER VARGA", "I want to be clear that no lantern was damaged by the hail."),
    ("MINISTER VARGA", "I can't rule out that the cooks will have to sleep aboard."),
    ("MINISTER VARGA", "The mast can be raised within eight days."),
    ("MINISTER VARGA", "It looks like a slip of the pilot, but the inquiry is not closed."),
    ("MINISTER VARGA", "The insurer has promised to carry half."),
    ("MINISTER VARGA", "We are ready to hire the other 4,000 sailors once the docks reopen."),
]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("the ferries of the lake used about 9 million crowns a year", {"time_changed"}),
        ("the ferries of the lake used about 9 million crowns a month", set()),
        ("spending on the radar was seen at no less than 190 crowns", set()),
        ("some 2,200 buoys were left", set()),
        ("some 2,200 buoys were left, most of them in the eastern channel", set()),
        ("no lantern was damaged by the hail", set()),
        ("the cooks would have to sleep aboard", {"certainty_raised"}),
        ("the mast could be raised within eight days", set()),
        ("the inquiry was not closed", set()),
        ("the insurer had promised to carry all of it", {"scope_changed"}),
        (
            "the government was ready to hire another 40,000 sailors once the docks reopen",
            {"value_changed"},
        ),
    ],
)
def test_drift_beside_bounds_and_hedges(told: str, kinds: set[str]) -> None:
    found = check_told(told, record=record_of(BOUNDED))
    assert [_kinds(finding) for finding in found] == [kinds]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("she blamed the fishermen of the upper lake", {"negation_changed"}),
        ("she did not blame the fishermen of the upper lake", set()),
        ("the repair would not cost more than 3 billion", {"negation_changed"}),
        ("the fine was 250 euros", {"unit_changed"}),
        ("the cost was 40 million euros", {"hedge_dropped"}),
        ("the government will lend two tugs", {"certainty_raised"}),
        ("the government was ready to lend two tugs", set()),
        ("the pier will open in June", {"hedge_dropped"}),
        ("a second mast at Fenwick had to be built before the radar was licensed", set()),
        ("the guard had lent eleven trucks", set()),
        ("waves like these came once in eighty years", set()),
        ("the lantern was stolen by smugglers", {"certainty_raised"}),
        ("it was too early to say whether the lantern was stolen by smugglers", set()),
        ("the sirens on the quay had failed twice", set()),
        ("the treaty obliged the town to pump 18 tons", set()),
    ],
)
def test_drift_of_answers_and_of_clauses(told: str, kinds: set[str]) -> None:
    found = check_told(told, record=record_of(ASKED))
    assert [_kinds(finding) for finding in found] == [kinds]


def test_both_passages() -> None:
    (finding,) = check_told("the ferry company will pay its debts before the summer", record=RECORD)
    assert finding.report_text == "the ferry company will pay its debts before the summer"
    assert finding.record_speaker == "MINISTER VARGA"
    said = "We expect the ferry company to pay its debts before the summer"
    assert [span.of(RECORD.text) for span in finding.record_span] == [said]
    assert finding.explanation == (
        "What was expected is told as a fact: “We expect the ferry company to pay its debts before "
        "the summer” became “the ferry company will pay its debts before the summer”."
    )


@pytest.mark.parametrize(
    ("speaker", "kind", "kinds"),
    [
        (VARGA, PersonKind.PERSON, set()),
        ("Varga", PersonKind.PERSON, set()),
        (None, None, set()),
        ("port officials", PersonKind.GROUP, {"speaker_changed"}),
        (f"{VARGA} and {LINDQVIST}", PersonKind.GROUP, {"speaker_changed"}),
        ("government of Norland", PersonKind.GOVERNMENT, {"speaker_changed"}),
        (LINDQVIST, PersonKind.PERSON, {"speaker_changed"}),
        ("the harbor ministry", PersonKind.ORGANIZATION, set()),
    ],
)
def test_speaker(speaker: str | None, kind: PersonKind | None, kinds: set[str]) -> None:
    told = "the harbor had not been closed"
    (finding,) = check_told(told, speaker=speaker, kind=kind, record=RECORD)
    assert _kinds(finding) == kinds


def test_a_government_may_have_said_what_its_press_officer_did() -> None:
    record = record_of([("PRESS SECRETARY ADA KOLM", "We have not closed the harbor.")])
    told, kind = "the harbor had not been closed", PersonKind.GOVERNMENT
    (finding,) = check_told(told, speaker="government of Norland", kind=kind, record=record)
    assert finding.verdict is Verdict.SAME


def test_what_the_report_adds_behind_the_words_of_saying_may_hold_the_condition() -> None:
    told = "the army may be asked to unload the medicine"
    assert _kinds(check_told(told, record=RECORD, more=", if the talks fail")[0]) == set()


@pytest.mark.parametrize(
    ("gaps", "verdict"), [(False, Verdict.NOT_IN_RECORD), (True, Verdict.OUTSIDE_RECORD)]
)
def test_what_stands_nowhere(*, gaps: bool, verdict: Verdict) -> None:
    told = "the orchestra of the old province plays violins for tourists"
    (finding,) = check_told(told, record=record_of(SAID, has_gaps=gaps))
    assert (finding.verdict, finding.drift, finding.record) == (verdict, (), None)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("the orchestra of the northern province plays violins", "Tove Lindgaard"),
        ("so", VARGA),
        ("nothing", VARGA),
        ("the army band plays violins on strike days in May", VARGA),
    ],
    ids=["not a speaker of the record", "no word", "nothing", "some of the words"],
)
def test_where_nobody_can_tell_nothing_is_said(told: str, speaker: str) -> None:
    assert check_told(told, speaker=speaker, record=RECORD) == []


def test_the_month_of_may_leaves_nothing_open() -> None:
    told = "the bridges would remain open to heavy trucks until the end of May"
    (finding,) = check_told(told, speaker=LINDQVIST, record=RECORD)
    assert finding.verdict is Verdict.SAME


def test_interpreted_words_are_marked() -> None:
    turns = tuple(replace(turn, interpreted=True) for turn in RECORD.turns)
    (finding,) = check_told("the harbor had been closed", record=replace(RECORD, turns=turns))
    assert finding.explanation.startswith("Through an interpreter: What is not so is told as so")
    assert {drift.kind for drift in finding.drift} == {DriftKind.NEGATION_CHANGED}
