"""What a story counts and when it was: worked out after its words, and shown under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sayso.records import Moment, Series
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.moments import moment_rows
from sayso.views.pages.strips import strips_of

__all__ = ["Beside", "beside_part", "beside_values"]

_MOMENTS = 8  # of the timeline, before a link to all


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The figures of a story, and its days."""

    counted: Sequence[Series] = ()
    moments: Sequence[Moment] = ()


def beside_part(story: int, beside: Beside, frame: Frame) -> str:
    """The figures and days of the story of that number, as a part of its page."""
    return framed("parts/beside.html", frame, **beside_values(story, beside))


def beside_values(story: int, beside: Beside | None) -> dict[str, Any]:
    """What the part is filled in with; without anything it is yet to come."""
    told = beside or Beside()
    return {
        "number": story,
        "later": beside is None,
        "strips": [(one, strips_of(one)) for one in told.counted],
        "moments": moment_rows(told.moments[:_MOMENTS]),
        "more": len(told.moments) - _MOMENTS,
    }
