"""Pairs of positions to one claim; nothing says who is right."""

from collections.abc import Mapping, Sequence

from sayso.lexicon import table
from sayso.records import Contradiction
from sayso.views.contradiction_table import contradiction_sections
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import narrowing

__all__ = ["contradictions_page"]

_MOST = 200  # pairs of one kind


def contradictions_page(
    found: Sequence[Contradiction], asked: Mapping[str, str], frame: Frame, *, more: bool = False
) -> str:
    """Under each kind its pairs, the earlier position left; `more` reports fit than looked at."""
    return framed(
        "contradictions.html",
        frame,
        sections=[
            (heading, pairs[:_MOST], len(pairs)) for heading, pairs in contradiction_sections(found)
        ],
        stances=table("signs")["stances"],
        narrowed=narrowing("/contradictions", asked, more=more),
    )
