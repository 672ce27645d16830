"""A story as a matrix: what was said down the side, the reports across."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import RenderableType

from sayso.records import (
    KnownStory,
    Origin,
    OriginKind,
    Rendering,
    ReportCard,
    Utterance,
    Verdict,
)
from sayso.views.story_table import story_table

Show = Callable[[RenderableType, int], str]

CARDS = tuple(
    ReportCard(id=name, outlet=outlet)
    for name, outlet in (("r1", "The Harbour Post"), ("r2", "Inland Radio"))
)
STORY = KnownStory(id=3, title="The lock", reports=CARDS)


def _said(number: int, *reports: str, verdict: Verdict | None = None) -> Utterance:
    renderings = [
        Rendering(statement=f"{report}.{number}", report=report, verdict=verdict if at else None)
        for at, report in enumerate(reports)
    ]
    return Utterance(
        id=str(number),
        speaker="Siri Odden",
        said_on=None,
        words=f"the lock opens in October {number}",
        reference=renderings[0].statement,
        renderings=tuple(renderings),
    )


def _origin(report: str, origin: str) -> Origin:
    kind = OriginKind.OWN if report == "r1" else OriginKind.COPY
    source = None if report == "r1" else "r1"
    return Origin(report=report, origin=origin, source=source, kind=kind, because="same words")


ORIGINS = tuple(_origin(report, "The Harbour Post") for report in ("r1", "r2"))


@pytest.mark.parametrize("width", [80, 120])
def test_what_one_report_alone_tells_is_folded(show: Show, width: int) -> None:
    told = [_said(1, "r1", "r2", verdict=Verdict.ALTERED_MEANING), _said(2, "r1"), _said(3, "r2")]
    shown = show(story_table(STORY, told, ORIGINS), width)
    assert "October 1" in shown
    assert "≠" in shown
    assert "October 2" not in shown
    assert "2 more told by one report: sayso utterances --story 3" in shown
    assert all(len(line) <= width for line in shown.splitlines())


def test_the_most_told_are_shown(show: Show) -> None:
    both = [_said(at, "r1", "r2") for at in range(8)]
    most = replace(both[7], renderings=(*both[7].renderings, Rendering(statement="x", report="r3")))
    shown = show(story_table(STORY, [*both[:7], most], ORIGINS), 80)
    assert "October 7" in shown
    assert "October 6" not in shown
    assert "2 more told by fewer: sayso utterances --story 3" in shown


def test_with_nothing_shared_all_is_shown(show: Show) -> None:
    shown = show(story_table(STORY, [_said(1, "r1"), _said(2, "r2")], ORIGINS), 80)
    assert "October 1" in shown
    assert "October 2" in shown
    assert "told by one report" not in shown


def test_an_echo_is_hollow(show: Show) -> None:
    shown = show(story_table(STORY, [_said(1, "r1", "r2")], ORIGINS), 80)
    assert "○ Inland Radio" in shown
    assert "● The Harbour Post" in shown
