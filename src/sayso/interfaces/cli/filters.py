"""The options by which statements of a ledger are chosen; `search` and others have them."""

import datetime
from typing import Annotated

import typer

from sayso.interfaces.sources import day

__all__ = [
    "CertaintyFilter",
    "KindFilter",
    "ModeFilter",
    "OfficeFilter",
    "OutletFilter",
    "PersonFilter",
    "PlaceFilter",
    "QuantityFilter",
    "SaidSince",
    "SaidUntil",
    "Since",
    "SpeakerFilter",
    "StoryFilter",
    "Until",
    "WordsFilter",
    "day_option",
    "text_option",
]


def text_option(metavar: str, words: str) -> typer.models.OptionInfo:
    """An option that takes a text."""
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=words)
    return option


def day_option(words: str) -> typer.models.OptionInfo:
    """An option that takes a day."""
    option: typer.models.OptionInfo = typer.Option(parser=day, metavar="DATE", help=words)
    return option


WordsFilter = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS", help='Words, "phrases", AND, OR, NOT, (groups), endings* in what was said.'
    ),
]
SpeakerFilter = Annotated[
    str | None, text_option("NAME", "Who spoke, under any name the ledger links.")
]
PersonFilter = Annotated[
    int | None,
    typer.Option("--person", metavar="NUMBER", help="Who spoke, by the number from sayso people."),
]
OfficeFilter = Annotated[str | None, text_option("OFFICE", "An office the speaker is given.")]
OutletFilter = Annotated[str | None, text_option("OUTLET", "Who published it.")]
PlaceFilter = Annotated[str | None, text_option("PLACE", "A place named in what was said.")]
QuantityFilter = Annotated[
    str | None, text_option("FIGURE", 'A figure in what was said, like "troops > 5,000".')
]
ModeFilter = Annotated[str | None, text_option("MODE", "direct, indirect or mixed.")]
KindFilter = Annotated[str | None, text_option("KIND", "speech, belief, intention or document.")]
CertaintyFilter = Annotated[
    str | None, text_option("CERTAINTY", "asserted, probable, possible or unknown.")
]
StoryFilter = Annotated[
    int | None, typer.Option("--story", metavar="N", help="Told in that story, by its number.")
]
SaidSince = Annotated[datetime.date | None, day_option("Said on that day or later.")]
SaidUntil = Annotated[datetime.date | None, day_option("Said on that day or earlier.")]
Since = Annotated[datetime.date | None, day_option("Published on that day or later.")]
Until = Annotated[datetime.date | None, day_option("Published on that day or earlier.")]
