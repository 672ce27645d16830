"""What a report tells, beside how other reports have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records import KnownStory, Rendering, Utterance
from sayso.views.pages.frame import Frame, framed
from sayso.views.signs import Sign
from sayso.views.story_columns import cells_of, is_shared, rendering_sign

__all__ = ["others_part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """How the report renders an utterance, and how many others do."""

    utterance: Utterance
    rendering: Rendering
    sign: Sign
    others: int


def others_part(
    report: str, frame: Frame, *, story: KnownStory | None, utterances: Sequence[Utterance]
) -> str:
    """What the report and others tell, with its drift; without a story there are no others."""
    shared = [one for one in utterances if is_shared(one) and report in cells_of(one)]
    lines = [_line(one, cells_of(one)[report], len(cells_of(one)) - 1) for one in shared]
    return framed("parts/others_list.html", frame, story=story, lines=lines)


def _line(one: Utterance, rendering: Rendering, others: int) -> _Line:
    sign = rendering_sign(rendering, one)
    return _Line(utterance=one, rendering=rendering, sign=sign, others=others)
