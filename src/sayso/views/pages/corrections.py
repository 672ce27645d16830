"""What people decided, with what can be undone; and pairs of people who may be one."""

from collections.abc import Sequence

from sayso.records import Judgement, KnownPerson
from sayso.views.pages.frame import Frame, framed

__all__ = ["corrections_page"]


def corrections_page(
    judgements: Sequence[Judgement],
    candidates: Sequence[tuple[KnownPerson, KnownPerson]],
    frame: Frame,
) -> str:
    """The newest decision first; of two people the shorter name is taken for the longer."""
    pairs = [sorted(pair, key=lambda one: len(one.name)) for pair in candidates]
    return framed(
        "corrections.html", frame, judgements=list(reversed(judgements)), candidates=pairs
    )
