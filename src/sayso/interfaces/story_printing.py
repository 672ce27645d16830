"""What the commands across reports print: stories, the matrix of one, drift, origins."""

from typing import TYPE_CHECKING

from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import console

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.pipeline import Said, Told
    from sayso.records import KnownStory

__all__ = ["print_origins", "print_said", "print_stories", "print_story"]

_NONE = "No story yet; sayso add reports/ begins one."
_NOTHING = "Nobody said anything that is kept here; sayso add reports/ keeps some."


def print_stories(stories: "Sequence[KnownStory]", *, format: Format, color: bool | None) -> None:  # noqa: A002
    """Print every story."""
    from sayso.views.story_rows import story_line
    from sayso.views.story_table import stories_table

    if format is Format.JSONL:
        for story in stories:
            write_line(story_line(story))
    elif stories:
        console(color=color).print(stories_table(stories))
    else:
        print(_NONE)


def print_story(told: "Told", *, format: Format, color: bool | None) -> None:  # noqa: A002
    """Print one story as a matrix; its utterances as lines."""
    from sayso.views.story_rows import utterance_line
    from sayso.views.story_table import story_table

    if format is Format.JSONL:
        for utterance in told.utterances:
            write_line(utterance_line(utterance))
    else:
        console(color=color).print(story_table(told.story, told.utterances, told.origins))


def print_said(said: "Said", *, drift: bool, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print what was said, with `drift` how each rendering departs; 1 where there is nothing."""
    from sayso.views.story_rows import utterance_line
    from sayso.views.story_table import drift_table, utterance_table

    table = drift_table if drift else utterance_table
    if format is Format.JSONL:
        for utterance in said.utterances:
            write_line(utterance_line(utterance))
    elif said.utterances:
        console(color=color).print(table(said.utterances, said.reports))
    else:
        print("Nothing departs." if drift and said.reports else _NOTHING)
    return int(not said.utterances)


def print_origins(told: "Sequence[Told]", *, format: Format, color: bool | None) -> None:  # noqa: A002
    """Print where each report has its words from, story by story."""
    from sayso.views.story_rows import origin_line
    from sayso.views.story_table import origin_table

    for one in told:
        if format is Format.JSONL:
            cards = {it.id: it for it in one.story.reports}
            for origin in one.origins:
                write_line(origin_line(origin, cards))
        else:
            console(color=color).print(origin_table(one.story, one.origins))
    if not told and format is Format.TABLE:
        print(_NONE)
