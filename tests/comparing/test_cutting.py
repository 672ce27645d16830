"""What the scissors take beside a quotation, however short it is."""

import pytest

from sayso.records import DriftKind, Verdict
from tests.comparing.factory import check_one, record_of

SAID = """Good morning. We may sail on Sunday if the wind drops. I think the pier is safe. It \
would be a grave mistake to sail now. The closing of the pier was not a sign of weakness. Taxes \
rose again, as far as I know. Perhaps the pumps failed. We will never sell the old ferry. Should \
the tide allow it, divers go down. I do not believe the pilots slept. We close the pier if we are \
to mend it. We know what they paid, unless I am wrong. I am not in a position to say that the dam \
is broken. It was mine. We tried the siren nine times. I see no ship before May, because we won't \
sail until the ice is gone."""
RECORD = record_of([("MINISTER VARGA", SAID), ("QUESTION", "When?")])
LOST = [
    ("We may sail on Sunday,", DriftKind.CONDITION_DROPPED),
    ("We may sail on Sunday", DriftKind.CONDITION_DROPPED),
    ("we may sail on Sunday", DriftKind.CONDITION_DROPPED),
    ("Divers go down,", DriftKind.CONDITION_DROPPED),
    ("The pier is safe,", DriftKind.HEDGE_DROPPED),
    ("Taxes rose again,", DriftKind.HEDGE_DROPPED),
    ("The pumps failed.", DriftKind.HEDGE_DROPPED),
    ("The pilots slept,", DriftKind.NEGATION_CHANGED),
    ("Sell the old ferry,", DriftKind.NEGATION_CHANGED),
    ("A sign of weakness,", DriftKind.NEGATION_CHANGED),
    ("The dam is broken,", DriftKind.NEGATION_CHANGED),
    ("We tried the siren every time,", DriftKind.VALUE_CHANGED),
]


@pytest.mark.parametrize(("words", "kind"), LOST, ids=[row[0] for row in LOST])
def test_what_was_cut_beside_a_few_words_is_told(words: str, kind: DriftKind) -> None:
    finding = check_one(words, record=RECORD)
    assert [drift.kind for drift in finding.drift] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "a grave mistake",
        "A grave mistake,",
        "may sail on Sunday",
        "on Sunday,",
        "what they paid",
        "Good morning.",
    ],
)
def test_a_phrase_or_a_whole_sentence_alarms_nobody(words: str) -> None:
    finding = check_one(words, record=RECORD)
    assert finding.verdict in {Verdict.VERBATIM, Verdict.TRIVIALLY_EDITED}
    assert finding.drift == ()
    assert finding.clip is None


def test_a_purpose_is_no_condition() -> None:
    finding = check_one("We close the pier,", record=RECORD)
    assert (finding.drift, finding.clip is None) == ((), False)


def test_a_mark_behind_the_quotation_ends_its_sentence_too() -> None:
    finding = check_one("We may sail on Sunday", record=RECORD)
    assert finding.clip is not None
    assert finding.clip.after == "if the wind drops."


def test_a_sentence_of_small_words_is_found_as_a_sentence_of_its_speaker() -> None:
    assert check_one("It was mine,", record=RECORD).verdict is Verdict.VERBATIM


def test_what_a_reason_hangs_on_is_no_condition_of_what_it_is_given_for() -> None:
    assert check_one("I see no ship before May,", record=RECORD).drift == ()


def test_a_not_of_the_clause_before_denies_nothing_of_the_quotation() -> None:
    said = "Some 90 boats are without crews, and we expect to man nearly all of those by noon."
    record = record_of([("MINISTER VARGA", said)])
    finding = check_one("We expect to man nearly all of those by noon.", record=record)
    assert DriftKind.NEGATION_CHANGED not in {drift.kind for drift in finding.drift}
    dropped = check_one("We expect to man all of those by noon.", record=record)
    assert DriftKind.HEDGE_DROPPED in {drift.kind for drift in dropped.drift}
