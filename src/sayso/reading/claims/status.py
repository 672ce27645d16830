"""Whether a clause is so, how sure that is and when: read from its own words, or passed on."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.records import Certainty, Tense

__all__ = ["Status", "weakest"]

_FIRMNESS = {certainty: rank for rank, certainty in enumerate(reversed(Certainty))}


class Status(NamedTuple):
    """What the words of a clause say of it; `open` where they leave the time to what governs it."""

    negative: bool = False
    certainty: Certainty = Certainty.ASSERTED
    tense: Tense = Tense.PRESENT
    perfect: bool = False
    open: bool = False
    conditional: bool = False


def weakest(certainties: Sequence[Certainty]) -> Certainty:
    """The least sure of them.

    >>> weakest([Certainty.ASSERTED, Certainty.POSSIBLE])
    <Certainty.POSSIBLE: 'possible'>
    """
    return min(certainties, key=_FIRMNESS.__getitem__)
