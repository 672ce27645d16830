"""Stories in a list, each with how many reports and origins it has."""

from collections.abc import Sequence

from sayso.records import KnownStory, Origin
from sayso.views.figures import day_words
from sayso.views.pages.frame import Frame, framed

__all__ = ["stories_page", "stories_part"]


def stories_page(
    told: Sequence[tuple[KnownStory, Sequence[Origin]]], frame: Frame, *, limit: int
) -> str:
    """All stories, the one that began last first, a page of `limit` at a time."""
    before = told[-1][0].id if len(told) == limit else None
    return framed("stories.html", frame, stories=_lines(told), before=before)


def stories_part(told: Sequence[tuple[KnownStory, Sequence[Origin]]], frame: Frame) -> str:
    """The newest few, for the first page."""
    return framed("parts/story_list.html", frame, stories=_lines(told))


def _lines(
    told: Sequence[tuple[KnownStory, Sequence[Origin]]],
) -> list[tuple[KnownStory, int, str]]:
    return [(story, len({it.origin for it in origins}), _days(story)) for story, origins in told]


def _days(story: KnownStory) -> str:
    days = [day_words(card.published) for card in story.reports if card.published]
    return " – ".join(dict.fromkeys((*days[:1], *days[-1:]))) or "no day given"
