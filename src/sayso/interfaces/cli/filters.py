"""The options by which statements of a ledger are chosen; `search` and others have them."""

import datetime
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.interfaces.sources import day

if TYPE_CHECKING:
    from sayso.pipeline import Search

__all__ = ["Filters", "SpokenFilters", "day_option", "text_option"]


def text_option(metavar: str, words: str) -> typer.models.OptionInfo:
    """An option that takes a text."""
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=words)
    return option


def day_option(words: str) -> typer.models.OptionInfo:
    """An option that takes a day."""
    option: typer.models.OptionInfo = typer.Option(parser=day, metavar="DATE", help=words)
    return option


_Text = str | None
_Day = datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenFilters:
    """Who spoke, how, when, and who published it."""

    speaker: Annotated[
        _Text, text_option("NAME", "Who spoke, under any name the ledger links.")
    ] = None
    office: Annotated[_Text, text_option("OFFICE", "An office the speaker is given.")] = None
    outlet: Annotated[_Text, text_option("OUTLET", "Who published it.")] = None
    mode: Annotated[_Text, text_option("MODE", "direct, indirect or mixed.")] = None
    kind: Annotated[_Text, text_option("KIND", "speech, belief, intention or document.")] = None
    certainty: Annotated[
        _Text, text_option("CERTAINTY", "asserted, probable, possible or unknown.")
    ] = None
    said_since: Annotated[_Day, day_option("Said on that day or later.")] = None
    said_until: Annotated[_Day, day_option("Said on that day or earlier.")] = None
    since: Annotated[_Day, day_option("Published on that day or later.")] = None
    until: Annotated[_Day, day_option("Published on that day or earlier.")] = None

    def search(self, **others: object) -> "Search":
        """The search that these mean, with other arguments of the command."""
        from sayso.pipeline import search_of

        return search_of({**asdict(self), **others})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters(SpokenFilters):
    """These, and what was said: its words, places and figures."""

    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help='Words, "phrases", AND, OR, NOT, (groups), endings* in what was said.',
        ),
    ] = None
    place: Annotated[_Text, text_option("PLACE", "A place named in what was said.")] = None
    quantity: Annotated[
        _Text, text_option("FIGURE", 'A figure in what was said, like "troops > 5,000".')
    ] = None
