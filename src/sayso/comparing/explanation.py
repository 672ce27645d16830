"""Why a verdict: one plain sentence for each, with the words that decided it."""

from collections.abc import Callable, Mapping, Sequence

from sayso.comparing.comparison import Comparison, Departure
from sayso.records import DriftKind, Verdict

__all__ = ["explain", "explain_unfound", "quoted"]

_LONGEST = 90

_GRAVE: Mapping[DriftKind, str] = {
    DriftKind.VALUE_CHANGED: "The figure is another one",
    DriftKind.UNIT_CHANGED: "The figure counts in another unit",
    DriftKind.NEGATION_CHANGED: "A negation is gone or was put in",
    DriftKind.CONDITION_DROPPED: "What the claim hangs on is gone",
    DriftKind.CERTAINTY_RAISED: "The words are surer than they were said",
    DriftKind.CERTAINTY_LOWERED: "The words are less sure than they were said",
    DriftKind.FORECAST_TO_FACT: "What was expected is told as a fact",
    DriftKind.TIME_CHANGED: "The time is another one",
    DriftKind.SCOPE_CHANGED: "More or less of the whole is meant",
    DriftKind.PERSON_CHANGED: "Somebody else is meant",
    DriftKind.WORDS_LOST: "The sentence lost the word it is about",
    DriftKind.WORDING_CHANGED: "The words say something else",
}


def explain(verdict: Verdict, comparison: Comparison, departures: Sequence[Departure]) -> str:
    """One sentence on why the words found in the record deserve that verdict."""
    sentence = _SENTENCES[verdict](comparison, departures)
    return f"Through an interpreter: {sentence}" if _is_interpreted(comparison) else sentence


def _is_interpreted(comparison: Comparison) -> bool:
    index = comparison.placement.index
    return any(
        index.turns[index.turn_of[piece.was[0]]].interpreted
        for piece in comparison.placement.pieces
    )


def explain_unfound(verdict: Verdict, *, foreign: bool = False) -> str:
    """One sentence on words that were not found; it never says that nobody said them."""
    if foreign:
        return "The quotation is in another language than the record, so words cannot be compared."
    return _UNFOUND[verdict]


_UNFOUND: Mapping[Verdict, str] = {
    Verdict.NOT_IN_RECORD: (
        "These words are not in this record; they may come from another occasion or document."
    ),
    Verdict.OUTSIDE_RECORD: (
        "These words were not found, but the record has gaps and they may stand in one of them."
    ),
    Verdict.NOT_A_QUOTATION: "The marks set off a name or a term; nobody is quoted.",
}


def _verbatim(comparison: Comparison, departures: Sequence[Departure]) -> str:
    return f"The record has exactly these words{_cut_short(departures)}."


def _edited(comparison: Comparison, departures: Sequence[Departure]) -> str:
    return (
        "The record has these words; only marks, case, spelling or brackets differ"
        f"{_cut_short(departures)}."
    )


def _reworded(comparison: Comparison, departures: Sequence[Departure]) -> str:
    return f"The record puts it in other words: {_sides(departures)}{_cut_short(departures)}."


def _altered(comparison: Comparison, departures: Sequence[Departure]) -> str:
    grave = departures[0].drift
    return f"{_GRAVE.get(grave.kind, 'The meaning is another one')}: {_sides(departures)}."


def _spliced(comparison: Comparison, departures: Sequence[Departure]) -> str:
    return (
        "Words from different places of the record stand here as one quotation, with nothing to "
        "show what was left out between them."
    )


def _misattributed(comparison: Comparison, departures: Sequence[Departure]) -> str:
    if comparison.placement.voice is not False:
        return "The quotation says who is speaking, so it holds the report's own words."
    label = ", ".join(comparison.placement.labels) or "somebody else"
    return f"In the record these are words of {label}, not of the speaker named here."


def _in_gap(comparison: Comparison, departures: Sequence[Departure]) -> str:
    return (
        "Part of these words stands in the record; the rest may stand where the record has a gap."
    )


_SENTENCES: Mapping[Verdict, Callable[[Comparison, Sequence[Departure]], str]] = {
    Verdict.VERBATIM: _verbatim,
    Verdict.TRIVIALLY_EDITED: _edited,
    Verdict.ALTERED_WORDING: _reworded,
    Verdict.ALTERED_MEANING: _altered,
    Verdict.SPLICED: _spliced,
    Verdict.MISATTRIBUTED: _misattributed,
    Verdict.OUTSIDE_RECORD: _in_gap,
}


def _sides(departures: Sequence[Departure]) -> str:
    """What the gravest change was and became."""
    drift = departures[0].drift
    if not drift.became:
        return f"{quoted(drift.was)} was left out"
    if not drift.was:
        return f"{quoted(drift.became)} was added"
    return f"{quoted(drift.was)} became {quoted(drift.became)}"


_CUT: Mapping[DriftKind, str] = {
    DriftKind.CONDITION_DROPPED: "a condition",
    DriftKind.HEDGE_DROPPED: "a hedge",
    DriftKind.NEGATION_CHANGED: "a negation",
    DriftKind.CERTAINTY_RAISED: "a doubt",
}


def _cut_short(departures: Sequence[Departure]) -> str:
    """What the words cut beside the quotation held, where that matters."""
    for found in departures:
        if found.change is None and found.drift.became is None and found.drift.kind in _CUT:
            held = _CUT[found.drift.kind]
            return f"; what was cut beside them held {held}: {quoted(found.drift.was)}"
    return ""


def quoted(words: str | None) -> str:
    """Words in quotation marks, cut where they are long; the sentence around them has its own stop.

    >>> quoted("if the wind  drops.")
    '“if the wind drops”'
    """
    text = " ".join((words or "").split()).rstrip(".")
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0].rstrip(",.;:") + " …"
    return f"“{text}”"
