"""What hangs on something, what is only estimated, and which sentence is told at all."""

import pytest

from tests.comparing.factory import check_told, record_of

RECORD = record_of(
    [
        (
            "MINISTER VARGA",
            "Now, should they cross the bar, they would be lawful prey of us.",
        ),
        ("MINISTER VARGA", "Some 90 boats lie idle, and we will sail by noon, weather permitting."),
        ("MINISTER VARGA", "We have evidence of perhaps 40 stowaways."),
        ("MINISTER VARGA", "The first crane should be here in three weeks."),
        ("MINISTER VARGA", "If the ice returns, we may have to ask crews to stay ashore."),
        ("MINISTER VARGA", "No sailor was hurt, from what I've been told."),
        (
            "MINISTER VARGA",
            "A letter came. It did not say that rust would reach the hull.",
        ),
        ("MINISTER VARGA", "The hull was painted in red by the yard."),
        ("QUESTION", "Families say that the search has been called off. Is it so?"),
        ("MINISTER VARGA", "It hasn't been called off. It is slow."),
        ("QUESTION", "Will you hire more harbor pilots?"),
        ("MINISTER VARGA", "Eleven came in May. We will not hire pilots unless traffic grows."),
        ("MINISTER VARGA", "I want at least the 60 oldest anchors checked."),
        ("MINISTER VARGA", "I met the pilots on Monday and we didn't talk about wages."),
        ("MINISTER VARGA", "The inspectors had warned the owner twice."),
        ("MINISTER VARGA", "We lost about 5,200 crates in less than a minute."),
    ]
)


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("they were lawful prey", {"condition_dropped", "certainty_raised"}),
        ("they would be lawful prey if they crossed the bar", set()),
        ("around 90 boats were idle", set()),
        ("they would sail by noon", {"condition_dropped"}),
        ("there was evidence of 40 stowaways", {"hedge_dropped"}),
        ("the first crane will be here in three weeks", {"certainty_raised"}),
        ("crews will have to stay ashore if the ice returns", {"certainty_raised"}),
        ("no sailor had been hurt", {"hedge_dropped"}),
        ("the letter said that rust would reach the hull", {"negation_changed"}),
        ("the search has not been called off", set()),
        ("no pilots would be hired unless traffic grew", set()),
        ("at least 60 of the oldest anchors should be checked", set()),
        ("more than 5,200 crates were lost", {"hedge_changed"}),
        ("he had talked with the pilots about wages on Monday", {"negation_changed"}),
        ("the inspectors had failed to warn the owner", {"negation_changed"}),
        ("the inspectors had warned the owner", set()),
    ],
)
def test_drift(told: str, kinds: set[str]) -> None:
    (finding,) = check_told(told, record=RECORD)
    assert {str(drift.kind) for drift in finding.drift} == kinds
