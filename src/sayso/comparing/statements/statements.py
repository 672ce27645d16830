"""Every statement told in other words against the records of what was said."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.explanation import explain_unfound
from sayso.comparing.speakers import Voice, voice_of
from sayso.comparing.statements.amounts import (
    figure_swapped,
    figures_moved,
    of_telling,
    place_lost,
    qualifier_lost,
    rate_moved,
    unit_moved,
)
from sayso.comparing.statements.answers import answer_denied, answer_left_open
from sayso.comparing.statements.certainty import (
    certainty_lowered,
    certainty_raised,
    hedge_lost,
)
from sayso.comparing.statements.conditions import condition_behind, condition_dropped
from sayso.comparing.statements.deeds import deed_denied
from sayso.comparing.statements.departure import Departure
from sayso.comparing.statements.explanation import explain
from sayso.comparing.statements.negations import (
    failure_told,
    negation_changed,
    part_denied,
    undone_told,
)
from sayso.comparing.statements.opposites import opposite_told
from sayso.comparing.statements.rendering import Rendering, find_rendering
from sayso.comparing.statements.scope import scope_changed
from sayso.comparing.statements.sentences import SentenceIndex, sentences_of
from sayso.comparing.statements.sources import speaker_changed
from sayso.comparing.statements.telling import Telling, tellings_of
from sayso.comparing.statements.times import time_changed
from sayso.records import Finding, FindingKind, Kind, Reading, Record, Verdict

__all__ = ["CHECKS", "Placed", "check_statements", "place_tellings"]

# A telling of which no more than this stands anywhere is not in the record: the least of any true
# telling at hand, of a press conference of 9,000 words, was 0.12.
_NOWHERE = 0.1
# Where the record has a gap it may well stand there: the finding alarms nobody.
_MAY_STAND_IN_GAP = 0.3
_FEWEST_WORDS = 4
_MOSTLY, _FEW_LEFT = 0.5, 2

CHECKS: tuple[Callable[[Rendering], Iterator[Departure]], ...] = (
    speaker_changed,
    figures_moved,
    figure_swapped,
    unit_moved,
    rate_moved,
    negation_changed,
    part_denied,
    undone_told,
    failure_told,
    deed_denied,
    answer_denied,
    answer_left_open,
    opposite_told,
    condition_dropped,
    condition_behind,
    certainty_raised,
    certainty_lowered,
    time_changed,
    scope_changed,
    place_lost,
    qualifier_lost,
    hedge_lost,
)
"""Every check, the gravest first; the sentence of each is what a reader is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A sentence told, and where the records say it.

    `nearest` is how much of it stands in the sentence that comes nearest, 0 to 1; `known` whether
    its speaker is one of the records' own.
    """

    telling: Telling
    rendering: Rendering | None
    nearest: float
    known: bool


def place_tellings(reading: Reading, records: Sequence[Record]) -> tuple[Placed, ...]:
    """Every sentence told in other words with its best place in the records, in order."""
    labels = {turn.speaker for record in records for turn in record.turns}
    nobody = voice_of(None, labels)
    voices = {person.id: voice_of(person, labels) for person in reading.people}
    indexes = [sentences_of(record) for record in sorted(records, key=lambda record: record.id)]
    return tuple(
        _placed(telling, indexes, voices.get(telling.statement.speaker or "", nobody))
        for telling in tellings_of(reading)
    )


def _placed(telling: Telling, indexes: Sequence[SentenceIndex], voice: Voice) -> Placed:
    renderings = (find_rendering(telling, index, voice) for index in indexes)
    best = max(
        (it for it in renderings if it),
        key=lambda it: (it.coverage, it.voice is True),
        default=None,
    )
    near = (it.nearest(telling.wanted, _anybody)[:1] for it in indexes)
    return Placed(
        telling=telling,
        rendering=best,
        nearest=max((match.coverage for row in near for match in row), default=0.0),
        known=any(voice(label) is True for it in indexes for label in it.index.record.speakers),
    )


def _anybody(sentence: int) -> bool:
    return True


def check_statements(
    placed: Sequence[Placed], figures: Sequence[Finding], *, complete: bool
) -> tuple[Finding, ...]:
    """A finding for each sentence told whose place is known, or that surely has none.

    `figures` are the findings on the report's quantities; those of a sentence are part of its
    drift. `complete` says whether the records claim to hold all that was said.
    """
    found = []
    for it in placed:
        own = of_telling(figures, it.telling.spans)
        if it.rendering:
            finding = _finding(replace(it.rendering, figures=own))
            said = finding.verdict is not Verdict.SAME or _vouches(it.rendering)
            if said and not _is_passed_on(it.rendering):
                found.append(finding)
        elif _is_missing(it, complete=complete) and not any(figure.record for figure in own):
            found.append(_unfound(it, complete=complete))
    return tuple(found)


def _vouches(rendering: Rendering) -> bool:
    """Whether "the same" can be said: no quotation, compared by itself, no stranger's few words.

    Who speaks is nobody whom the record knows, and half of what is told stands nowhere near.
    """
    few = rendering.coverage < _MOSTLY and len(rendering.without) >= _FEW_LEFT
    stranger = rendering.voice is None and few
    return not (rendering.telling.is_mostly_quoted or stranger)


def _is_passed_on(rendering: Rendering) -> bool:
    """Whether it stands within what another is told to have said, and its own speaker is not there.

    The record then holds the words of the one who passes it on, and these are compared.
    """
    return rendering.telling.statement.within is not None and rendering.voice is not True


def _is_missing(placed: Placed, *, complete: bool) -> bool:
    """Whether words of a speaker whom the record knows are so far from it that it has them not."""
    enough = len(placed.telling.wanted) >= _FEWEST_WORDS
    spoken = placed.telling.statement.kind in {None, Kind.SPEECH}
    near = _NOWHERE if complete else _MAY_STAND_IN_GAP
    return placed.known and enough and spoken and placed.nearest <= near


def _unfound(placed: Placed, *, complete: bool) -> Finding:
    verdict = Verdict.NOT_IN_RECORD if complete else Verdict.OUTSIDE_RECORD
    return Finding(
        kind=FindingKind.STATEMENT,
        verdict=verdict,
        report_span=placed.telling.spans,
        report_text=placed.telling.printed(),
        speaker=_name(placed.telling),
        explanation=explain_unfound(verdict),
    )


def _finding(rendering: Rendering) -> Finding:
    departures = sorted(
        (found for check in CHECKS for found in check(rendering)), key=lambda it: not it.grave
    )
    index = rendering.sentences.index
    return Finding(
        kind=FindingKind.STATEMENT,
        verdict=Verdict.DRIFTED if departures else Verdict.SAME,
        report_span=rendering.telling.spans,
        report_text=rendering.telling.printed(),
        speaker=_name(rendering.telling),
        record=index.record.id,
        record_span=rendering.spans,
        record_text=" … ".join(span.of(index.record.text) for span in rendering.spans),
        record_speaker=rendering.label,
        drift=tuple(dict.fromkeys(found.drift for found in departures)),
        explanation=explain(
            departures, without=rendering.without, interpreted=rendering.interpreted
        ),
    )


def _name(telling: Telling) -> str | None:
    return telling.person.name if telling.person else None
