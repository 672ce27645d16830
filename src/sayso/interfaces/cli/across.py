"""Commands across reports: `stories`, `story`, `utterances`, `drift`, `origins`, `who`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption, clock
from sayso.interfaces.printing import Format
from sayso.interfaces.story_printing import (
    print_origins,
    print_said,
    print_stories,
    print_story,
)

__all__ = ["app", "drift", "origins", "stories", "story", "utterances", "who"]

app = typer.Typer()

_Number = Annotated[int, typer.Argument(metavar="N", help="A number from sayso stories.")]
_Story = Annotated[
    int | None, typer.Option("--story", metavar="N", help="Of that story only, by its number.")
]
_Name = Annotated[str, typer.Argument(metavar="NAME", help="Words of a name.")]


@app.command(
    epilog="""\b
Examples:
  sayso stories --format jsonl
  sayso stories --ledger news.db
"""
)
def stories(
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List the stories: which reports tell of one happening."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        print_stories(pipeline.stories(kept, clock=clock), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso story 1
  sayso story 1 --format jsonl
"""
)
def story(
    number: _Number,
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show who told what in a story: utterances down the side, reports across by origin."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        print_story(pipeline.story(kept, number, clock=clock), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso utterances --story 1
  sayso utterances --format jsonl

Exit status: 0 where there is any, 1 where there is none.
"""
)
def utterances(
    *,
    story: _Story = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List what was said, once for every act of speaking, with the statements that render it."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        said = pipeline.utterances(kept, story, clock=clock)
        raise typer.Exit(print_said(said, drift=False, format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso drift --story 1
  sayso drift --format jsonl

Exit status: 0 where anything departs, 1 where nothing does.
"""
)
def drift(
    *,
    story: _Story = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show how reports depart from each other: hedges lost, figures changed, conditions dropped."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        said = pipeline.drift(kept, story, clock=clock)
        raise typer.Exit(print_said(said, drift=True, format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso origins --story 1
  sayso origins --format jsonl
"""
)
def origins(
    *,
    story: _Story = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show which reports only repeat others, and what tells: credits, copies, shared mistakes."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        print_origins(pipeline.origins(kept, story, clock=clock), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso who Blinken
  sayso who "Kim Yong-hyun" --format jsonl

Exit status: 0 where something was said, 1 where nothing was.
"""
)
def who(
    name: _Name,
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List what somebody said, by day, and in how many reports."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        said = pipeline.who(kept, name, clock=clock)
        raise typer.Exit(print_said(said, drift=False, format=format, color=color))
