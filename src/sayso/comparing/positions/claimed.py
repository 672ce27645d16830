"""What a claim says, as words that can be laid beside those of another claim."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from sayso.comparing.days import days_said
from sayso.comparing.kinship import family, stem
from sayso.comparing.sentences import sentence_at
from sayso.comparing.series.things import countries_in
from sayso.comparing.statements.clauses import plain_forms
from sayso.comparing.words import is_function, is_light, is_number
from sayso.lexicon import document_share, table
from sayso.records import (
    Certainty,
    Claim,
    Interval,
    KeptReading,
    Polarity,
    Position,
    Role,
    Span,
    SpeechAct,
    Stance,
    Statement,
    Tense,
)

__all__ = ["Claimed", "claimed", "clause_at", "read_claimed", "stance_of"]

_MARK = r"[,;:—–]\s|\s[-–—]\s|[.!?][\"”’']?\s"
# A word that stands in no more than one of so many news texts tells the most.
_RAREST = 1e-4
_LIGHT = 0.5
_FEWEST = 2  # telling words of a clause; one with fewer takes in the clause before it
# Who asks or orders holds nothing to be so.
_SILENT = frozenset({SpeechAct.ASK, SpeechAct.ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A position with what it is known by: its head's and its words' keys, countries, and weight.

    `weights` gives for each telling word, by its stem, how much it tells.
    """

    position: Position
    claim: Claim
    head: frozenset[str]
    weights: dict[str, float]
    countries: frozenset[str]

    @property
    def is_future(self) -> bool:
        """Whether it is about what will be."""
        return self.position.tense is Tense.FUTURE

    def telling(self, count: int) -> tuple[str, ...]:
        """The words that tell most, the rarest first."""
        return tuple(sorted(self.weights, key=lambda it: (-self.weights[it], it))[:count])


def read_claimed(kept: KeptReading, *, own: bool = False) -> Iterator[Claimed]:
    """What the speakers of a report hold to be so or not, in the order of its statements.

    What hangs on a condition, is asked or ordered is left out. With `own` the report's own claims
    come last.
    """
    said = days_said(kept.reading)
    for statement in kept.statements:
        for claim in statement.claims:
            stance = stance_of(claim)
            if stance is not None and statement.speaker is not None:
                yield claimed(kept, claim, (stance, statement, said.get(statement.id)))
    for claim in kept.reading.own_claims if own and kept.holds(None) else ():
        stance = stance_of(claim)
        if stance is not None:
            yield claimed(kept, claim, (stance, None, None))


def stance_of(claim: Claim) -> Stance | None:
    """What is said to it; None where that leaves open what the speaker holds."""
    if claim.role is Role.CONDITION or claim.condition or claim.speech_act in _SILENT:
        return None
    match claim.certainty:
        case Certainty.UNKNOWN:
            return None
        case Certainty.PROBABLE | Certainty.POSSIBLE:
            return Stance.PERHAPS
        case _:
            return Stance.YES if claim.polarity is Polarity.POSITIVE else Stance.NO


def claimed(
    kept: KeptReading, claim: Claim, told: tuple[Stance, Statement | None, Interval | None]
) -> Claimed:
    """A claim with its position: the stance to it, the statement that makes it, the day of that."""
    stance, statement, said_on = told
    text, report = kept.reading.report.text, kept.reading.report
    whole = sentence_at(text, claim.head.start)
    speaker = kept.reading.person(statement.speaker) if statement else None
    span = clause_at(text, claim.head, statement.content if statement else (whole,))
    position = Position(
        id=claim.id,
        stance=stance,
        tense=claim.tense,
        words=" ".join(span.of(text).split()),
        span=span,
        passage=" ".join(whole.of(text).split()),
        speaker=speaker.name if speaker else None,
        person=kept.numbers.get(speaker.id) if speaker else None,
        said_on=said_on,
        published=report.published,
        outlet=report.outlet,
        statement=statement.id if statement else None,
        report=report.id,
        address=kept.address,
    )
    return Claimed(
        position=position,
        claim=claim,
        head=frozenset(it for form in _telling(text, claim.head) for it in family(form)),
        weights={stem(form): _weight(form) for form in _telling(text, span)},
        countries=countries_in(span.of(text)),
    )


def clause_at(text: str, head: Span, content: Sequence[Span]) -> Span:
    """The clause of what is said in which the head stands."""
    piece = next((it for it in content if it.overlaps(head)), head)
    breaks = [it.end() for it in _break().finditer(text, piece.start, piece.end)]
    start = max((it for it in breaks if it <= head.start), default=piece.start)
    end = min((it for it in breaks if it >= head.end), default=piece.end)
    earlier = [it for it in (piece.start, *breaks) if it < start]
    while len(_telling(text, Span(start, end))) < _FEWEST and earlier:
        start = earlier.pop()
    return Span(start, end)


def _telling(text: str, span: Span) -> list[str]:
    """The words that vouch for something; figures are the business of series."""
    negations = frozenset(table("drift")["negation"]["words"])
    return [
        form
        for form in plain_forms(text, span.start, span.end)
        if not (is_function(form) or is_number(form) or form in negations)
    ]


def _weight(form: str) -> float:
    share = max(document_share(form), _RAREST)
    return -log(share) * (_LIGHT if is_light(form) else 1.0)


@cache
def _break() -> re.Pattern[str]:
    """A mark, or a word before which a clause ends."""
    opening = "|".join(table("tellings")["breaks"])
    return re.compile(rf"{_MARK}|\s(?=(?:{opening})\s)", re.IGNORECASE)
