"""Every kind of drift of a quotation, by rows."""

import pytest

from sayso.records import DriftKind, Verdict
from tests.comparing.factory import LINDQVIST, VARGA, check_one, record_of

K = DriftKind

ROWS = [
    (K.VALUE_CHANGED, "Some 42,000 dock workers are on strike", "4,200", "42,000"),
    (K.VALUE_CHANGED, "We hadn't seen waves like these in sixty years.", "fifty", "sixty"),
    (K.HEDGE_DROPPED, "and 900 of those workers have been sent home", "as many as 900", "900"),
    (
        K.HEDGE_CHANGED,
        "and at least 900 of those workers have been sent home",
        "as many as 900",
        "at least 900",
    ),
    (K.NEGATION_CHANGED, "We have closed the northern harbor,", "not yet", None),
    (K.NEGATION_CHANGED, "we would not expect that to happen in the coming weeks", None, "not"),
    (K.CONDITION_DROPPED, "the talks fail, we may ask the army to unload", None, None),
    (K.CERTAINTY_RAISED, "we will ask the army to unload the medicine", "may", "will"),
    (K.CERTAINTY_RAISED, "most of the cranes will work again next Monday", "probably", None),
    (K.CERTAINTY_LOWERED, "The islands may be supplied by helicopter", "will", "may"),
    (K.TIME_CHANGED, "expect that to happen in the coming months", "weeks", "months"),
    (K.TIME_CHANGED, "the cranes will probably work again next Friday", "Monday", "Friday"),
    (K.TIME_CHANGED, "expect that to happen in the past weeks", "coming", "past"),
    (K.SCOPE_CHANGED, "all of the cranes will probably work again", "most", "all"),
    (K.PERSON_CHANGED, "I may ask the army to unload the medicine", "we", "I"),
    (K.WORDING_CHANGED, "the ferry company will play its debts", "pay", "play"),
    (K.WORDS_LOST, "The islands will be supplied, and nobody there has to go", None, None),
    (K.FORECAST_TO_FACT, "The islands have been supplied by helicopter", "will be", "have been"),
]


@pytest.mark.parametrize(
    ("kind", "words", "was", "became"), [pytest.param(*row, id=row[1][:40]) for row in ROWS]
)
def test_kind(kind: DriftKind, words: str, was: str | None, became: str | None) -> None:
    drift = [it for it in check_one(words).drift if it.kind is kind]
    assert drift, check_one(words)
    if was or became:
        assert (drift[0].was, drift[0].became) == (was, became)


OTHERS = [
    (K.UNIT_CHANGED, "Prices rose by 3 dollars in the capital", Verdict.ALTERED_MEANING),
    (K.WORDING_CHANGED, "Prices fell by 3 percent in the capital", Verdict.ALTERED_MEANING),
    (K.HEDGE_ADDED, "we will finish the repairs within about 12 days", Verdict.ALTERED_WORDING),
]


@pytest.mark.parametrize(
    ("kind", "words", "verdict"), [pytest.param(*row, id=row[1][:40]) for row in OTHERS]
)
def test_kind_and_verdict(kind: DriftKind, words: str, verdict: Verdict) -> None:
    finding = check_one(words, speaker=LINDQVIST)
    assert kind in {it.kind for it in finding.drift}, finding
    assert finding.verdict is verdict


FAITHFUL = [
    "about 4,200 dock workers are on strike, and up to 900 of those workers",
    "We haven't yet closed the northern harbor",
    "and nobody there has to go hungry",
]


@pytest.mark.parametrize("words", FAITHFUL)
def test_other_words_for_the_same_are_no_drift_of_meaning(words: str) -> None:
    finding = check_one(words)
    assert {it.kind for it in finding.drift} <= {K.WORDING_CHANGED, K.WORDS_LOST}
    assert finding.verdict is not Verdict.ALTERED_MEANING


def test_a_cut_condition_is_told_and_the_words_keep_their_verdict() -> None:
    finding = check_one("We may ask the army to unload the medicine.")
    assert finding.verdict is Verdict.TRIVIALLY_EDITED
    assert [it.kind for it in finding.drift] == [K.CONDITION_DROPPED]
    assert "If the talks fail," in finding.explanation


def test_a_cut_hedge_is_told() -> None:
    finding = check_one("Most of the cranes will probably work again next Monday.")
    assert finding.verdict is Verdict.TRIVIALLY_EDITED
    assert [(it.kind, it.was) for it in finding.drift] == [
        (K.HEDGE_DROPPED, "As far as I can see,")
    ]


def test_a_sentence_stopped_before_its_noun_says_something_else() -> None:
    finding = check_one("By the law of the sea the idle tugs are rescue.")
    assert finding.verdict is Verdict.ALTERED_MEANING
    assert [(it.kind, it.was) for it in finding.drift] == [(K.WORDS_LOST, "vessels.")]


def test_a_negation_cut_off_is_told_unless_the_report_has_one() -> None:
    finding = check_one("Yet closed the northern harbor, but we would expect that", speaker=VARGA)
    assert K.NEGATION_CHANGED in {it.kind for it in finding.drift}


CALL = [
    (
        "MINISTER VARGA",
        "It may be that they were smugglers. The option runs until the end of March.",
    ),
    (
        "MINISTER VARGA",
        "We need each of them. I can't rule out that some will go to the night shift.",
    ),
    ("MINISTER VARGA", "It seems that a pilot slipped, but the inquiry is not closed at all yet."),
    ("MINISTER VARGA", "We have set up a fund for the cooks, and it may grow if the crew asks."),
    ("MINISTER VARGA", "We ask everyone east of the pier to stay at home until tomorrow noon."),
    ("MINISTER VARGA", "We ask everyone west of the pier to stay at home until the gale is over."),
    ("MINISTER VARGA", "The tug costs us at least 190 crowns in a good week of the winter."),
]


@pytest.mark.parametrize(
    ("words", "kinds", "verdict"),
    [
        pytest.param(
            "The option runs until the end of May.",
            [K.TIME_CHANGED],
            Verdict.ALTERED_MEANING,
            id="a month that is a verb",
        ),
        pytest.param(
            "They were smugglers.", [K.CERTAINTY_RAISED], Verdict.TRIVIALLY_EDITED, id="it may be"
        ),
        pytest.param(
            "We need each of them ... go to the night shift.",
            [K.CERTAINTY_RAISED],
            Verdict.ALTERED_MEANING,
            id="dots over a doubt",
        ),
        pytest.param(
            "The inquiry is not closed at all yet.", [], Verdict.TRIVIALLY_EDITED, id="but"
        ),
        pytest.param(
            "We have set up a fund for the cooks.", [], Verdict.VERBATIM, id="another clause's if"
        ),
        pytest.param(
            "We ask everyone east of the pier to stay at home.",
            [],
            Verdict.VERBATIM,
            id="until a time",
        ),
        pytest.param(
            "We ask everyone west of the pier to stay at home.",
            [K.CONDITION_DROPPED],
            Verdict.VERBATIM,
            id="until it is so",
        ),
        pytest.param(
            "The tug costs us no less than 190 crowns in a good week of the winter.",
            [K.WORDING_CHANGED],
            Verdict.ALTERED_WORDING,
            id="no less than",
        ),
    ],
)
def test_what_was_cut_or_bounds(words: str, kinds: list[DriftKind], verdict: Verdict) -> None:
    finding = check_one(words, record=record_of(CALL))
    assert [it.kind for it in finding.drift] == kinds
    assert finding.verdict is verdict


def test_an_explanation_ends_with_one_stop() -> None:
    finding = check_one("If the talks fail, we may ask the army to load the medicine.")
    assert finding.explanation.endswith("”.")
    assert not finding.explanation.endswith(".”.")
