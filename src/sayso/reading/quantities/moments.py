"""When a quantity held: the time that follows it in its clause."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.lexicon import words
from sayso.records import Quantity, Timex

__all__ = ["with_times"]

_NEAR = 60  # characters between a quantity and its time
_MOMENTS = frozenset({"DATE", "TIME"})
_ENDS = re.compile(r"[.!?;\n]\s|[\n\"“”]")
_LEADS = words("counted", "as_of")


def with_times(
    text: str, quantities: Sequence[Quantity], times: Sequence[Timex]
) -> tuple[Quantity, ...]:
    """The quantities, `as_of` being the time that follows in the same clause before any other.

    Both come in order of the text. A time counts that stands alone (yesterday, a week ago) or after
    a preposition that dates what was said before (as of Monday, in June).
    """
    found = []
    place = 0
    for number, quantity in enumerate(quantities):
        while place < len(times) and times[place].span.start < quantity.span.end:
            place += 1
        limit = quantities[number + 1].span.start if number + 1 < len(quantities) else len(text)
        time = next((one for one in times[place : place + 1] if one.span.start <= limit), None)
        if time is None or not _dates(text, quantity, time):
            time = next(
                (one for one in times[max(0, place - 1) : place] if _leads(text, one, quantity)),
                None,
            )
        found.append(replace(quantity, as_of=time.id) if time is not None else quantity)
    return tuple(found)


def _leads(text: str, time: Timex, quantity: Quantity) -> bool:
    """Whether the sentence opens with it: as of Monday, 40 had died."""
    told = text[max(0, time.span.start - 6) : time.span.start].lower() == "as of "
    start, end = time.span.end, quantity.span.start
    return told and 0 < end - start <= _NEAR and not _ENDS.search(text, start, end)


def _dates(text: str, quantity: Quantity, time: Timex) -> bool:
    start, end = quantity.span.end, time.span.start
    if time.type not in _MOMENTS or end - start > _NEAR or _ENDS.search(text, start, end + 1):
        return False
    before = text[start:end].lower().split()
    if not words("cues", "speech").isdisjoint(before):
        return False  # he said on Thursday: the day of the words
    lead = before[-1] if before else ""
    alone = time.span.of(text).lower().split()
    return lead in _LEADS or bool(alone and (alone[0] in _LEADS or alone[-1] in _LEADS))
