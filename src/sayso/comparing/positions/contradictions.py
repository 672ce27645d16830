"""Pairs of positions to one claim that are not the same: yes and no, or a change of mind."""

import datetime
from collections.abc import Iterable

from sayso.comparing.positions.claimed import Claimed, read_claimed
from sayso.comparing.positions.gathering import like_claims, without_echoes
from sayso.comparing.positions.likeness import is_same_claim, shared_words
from sayso.comparing.speakers import same_speaker
from sayso.comparing.wording import flat
from sayso.records import Contradiction, ContradictionKind, KeptReading, Position, Stance

__all__ = ["find_contradictions"]

_FIRST = datetime.date.min
_MARKS = " .,;:!?…\"'"


def find_contradictions(readings: Iterable[KeptReading]) -> tuple[Contradiction, ...]:
    """Every two positions that differ to one claim, in order of their days.

    Nothing tells who is right. What one speaker is given differently on one day, or on days that
    are not known, is no change of mind: that is drift of his words, or a slip of a report.
    """
    claims = without_echoes(claim for kept in readings for claim in read_claimed(kept))
    found = (
        _contradiction(one, other)
        for one, other in like_claims(claims)
        if _kind(one.position, other.position) is not None and is_same_claim(one, other)
    )
    return tuple(sorted(found, key=_order))


def _kind(one: Position, other: Position) -> ContradictionKind | None:
    if one.stance is other.stance:
        return None
    if one.who == other.who or same_speaker(one.speaker, other.speaker):
        known = one.said_on is not None and other.said_on is not None
        return ContradictionKind.CHANGED if known and one.day != other.day else None
    if Stance.PERHAPS in {one.stance, other.stance}:
        return ContradictionKind.DOUBTED
    return None if _is_same_quotation(one, other) else ContradictionKind.OPPOSED


def _is_same_quotation(one: Position, other: Position) -> bool:
    """The same words of two people: reports differ in who said them, and nobody says no to them."""
    return flat(one.words).strip(_MARKS).lower() == flat(other.words).strip(_MARKS).lower()


def _contradiction(one: Claimed, other: Claimed) -> Contradiction:
    kind = _kind(one.position, other.position)
    assert kind is not None
    return Contradiction(
        kind=kind, one=one.position, other=other.position, shared=shared_words(one, other)
    )


def _order(found: Contradiction) -> tuple[int, datetime.date, datetime.date, str, str]:
    kinds = list(ContradictionKind)
    return (
        kinds.index(found.kind),
        found.one.day or _FIRST,
        found.other.day or _FIRST,
        found.one.id,
        found.other.id,
    )
