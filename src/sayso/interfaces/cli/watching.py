"""The command that watches feeds: `watch`."""

import datetime
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import BadRequestError
from sayso.interfaces.cli.grouping import grouped
from sayso.interfaces.cli.options import Debug, FormatOption, LedgerOption, clock, one_of
from sayso.interfaces.noticing import Channels, deliver_watch
from sayso.interfaces.printing import Format
from sayso.interfaces.sources import Follow

if TYPE_CHECKING:
    from sayso.pipeline import Bookmark, Ledger, Wanted
    from sayso.records import Severity

__all__ = ["app", "watch"]

app = typer.Typer()


def _gravity(text: str) -> "Severity":
    from sayso.records import Severity

    return one_of(Severity)(text)


_Feeds = Annotated[
    list[str],
    typer.Argument(metavar="FEED", help="Addresses of feeds (RSS, Atom, JSON), or files of feeds."),
]
_Every = Annotated[
    float, typer.Option(min=1, metavar="MINUTES", help="How often to look at each feed.")
]
_Once = Annotated[bool, typer.Option("--once", help="Look once, tell, and end.")]
_Bookmark = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Where to note how far it is; without it, beside the ledger, or in this folder.",
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Worth:
    """What is worth telling."""

    person: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Tell every statement of who has these words in the name, or this number from "
            "sayso people; once for each.",
        ),
    ] = None
    drift: Annotated[
        str,
        typer.Option(
            parser=_gravity,
            metavar="severe|departure|none",
            help="Tell a departure from other reports that is as grave as this or graver; "
            "none tells of no departure.",
        ),
    ] = "severe"
    forecasts: Annotated[
        bool, typer.Option("--forecasts/--no-forecasts", help="Tell of forecasts that fall due.")
    ] = True

    def wanted(self) -> "Wanted":
        """The same for the pipeline."""
        from sayso.pipeline import Wanted
        from sayso.records import Severity

        drift = Severity(self.drift)
        return Wanted(
            people=tuple(self.person or ()),
            drift=None if drift is Severity.NONE else drift,
            forecasts=self.forecasts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """Who is told beside standard output."""

    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Send it there too, as JSON by POST.")
    ] = None
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add it to this file too, a line each.")
    ] = None
    rss: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep it in this file too, as a feed.")
    ] = None

    def channels(self, format: Format) -> Channels:  # noqa: A002 - the name of the option
        """The same, ready; BadRequestError where one of them cannot be told."""
        told = Channels(
            format=format, clock=clock, webhook=self.webhook, file=self.file, rss=self.rss
        )
        told.check()
        return told


@app.command(
    epilog="""\b
Examples:
  sayso watch https://example.org/news.rss --person Blinken
  sayso watch feeds/*.xml --once --format jsonl
  sayso watch https://example.org/a.rss https://example.org/b.atom --every 30 --rss found.xml

Ctrl-C ends it; the same command goes on where it was.
Exit status: 0 where Ctrl-C ended it; with --once, 2 where something could not be read.
"""
)
@grouped
def watch(
    feeds: _Feeds,
    worth: _Worth,
    told: _Told,
    *,
    every: _Every = 15,
    once: _Once = False,
    follow: Follow = False,
    bookmark: _Bookmark = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    debug: Debug = False,
) -> None:
    """Look at feeds again and again, add what is new, and tell what is worth it."""
    from sayso import pipeline

    path = bookmark or _beside(ledger)
    what = pipeline.Watch(
        feeds=feeds,
        wanted=worth.wanted(),
        looking=pipeline.Looking(
            every=datetime.timedelta(minutes=every),
            network=pipeline.fetcher(clock=clock, wait=time.sleep),
            clock=clock,
            follow=follow,
        ),
        tell=told.channels(format).tell,
        keep=lambda now: pipeline.save_bookmark(path, now),
        wait=time.sleep,
        once=once,
    )
    with pipeline.Ledger(ledger) as kept:
        raise typer.Exit(deliver_watch(pipeline.watch(kept, _begun(kept, path), what)))


def _beside(ledger: str) -> Path:
    return Path("sayso.watch.json" if "://" in ledger else f"{ledger}.watch.json")


def _begun(kept: "Ledger", path: Path) -> "Bookmark":
    """Where the watch was, or from here on."""
    from sayso import pipeline

    new = pipeline.beginning(kept, today=clock().date())
    found = pipeline.load_bookmark(path) or new
    if found.reading > new.reading or found.rendering > new.rendering:
        raise BadRequestError(
            f"{path} is the bookmark of another ledger; name another with --bookmark, or remove it."
        )
    return found
