"""Why a telling drifted: one plain sentence with the words that decided it."""

from collections.abc import Mapping, Sequence

from sayso.comparing.explanation import quoted
from sayso.comparing.statements.departure import Departure
from sayso.records import DriftKind

__all__ = ["explain"]

_MOST_SHOWN = 3
_SENTENCES: Mapping[DriftKind, str] = {
    DriftKind.SPEAKER_CHANGED: "In the record somebody else says this",
    DriftKind.VALUE_CHANGED: "The figure is another one",
    DriftKind.UNIT_CHANGED: "The figure counts in another unit",
    DriftKind.HEDGE_DROPPED: "What was left open is told as settled",
    DriftKind.HEDGE_ADDED: "What was settled is left open",
    DriftKind.HEDGE_CHANGED: "The figure is left open on another side",
    DriftKind.NEGATION_CHANGED: "What is not so is told as so, or the other way",
    DriftKind.CONDITION_DROPPED: "What the claim hangs on is not told",
    DriftKind.CERTAINTY_RAISED: "It is told as surer than it was said",
    DriftKind.CERTAINTY_LOWERED: "It is told as less sure than it was said",
    DriftKind.FORECAST_TO_FACT: "What was expected is told as a fact",
    DriftKind.TIME_CHANGED: "The time is another one",
    DriftKind.SCOPE_CHANGED: "More or less of the whole is meant",
    DriftKind.WORDING_CHANGED: "Another word stands there, which says something else",
    DriftKind.WORDS_LOST: "A word that belongs to the figure is not told",
}


def explain(
    departures: Sequence[Departure], *, without: Sequence[str] = (), interpreted: bool = False
) -> str:
    """One sentence on what changed most, or that nothing did of all that is compared.

    `without` are words of the report that have no counterpart in the record: nothing was found to
    differ, but a reader may want to look at them.
    """
    sentence = "The record says this in its own words."
    if departures:
        drift = departures[0].drift
        sentence = f"{_SENTENCES[drift.kind]}: {_sides(drift.was, drift.became)}."
    elif without:
        words = ", ".join(f"“{word}”" for word in without[:_MOST_SHOWN])
        sentence = f"Nothing that is compared differs; the record has no word for {words}."
    return f"Through an interpreter: {sentence}" if interpreted else sentence


def _sides(was: str | None, became: str | None) -> str:
    if not became:
        return f"{quoted(was)} was left out"
    if not was:
        return f"{quoted(became)} was added"
    return f"{quoted(was)} became {quoted(became)}"
