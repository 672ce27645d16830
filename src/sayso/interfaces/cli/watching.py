"""The command that watches feeds: `watch`."""

import datetime
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import BadRequestError
from sayso.interfaces.cli.options import Debug, FormatOption, LedgerOption, clock, one_of
from sayso.interfaces.noticing import Channels, deliver_watch
from sayso.interfaces.printing import Format
from sayso.interfaces.sources import Follow

if TYPE_CHECKING:
    from sayso.pipeline import Bookmark, Ledger
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
_Person = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME",
        help="Tell every statement of who has these words in the name, or this number from sayso "
        "people; once for each.",
    ),
]
_Drift = Annotated[
    str,
    typer.Option(
        parser=_gravity,
        metavar="severe|departure|none",
        help="Tell a departure from other reports that is as grave as this or graver; "
        "none tells of no departure.",
    ),
]
_Forecasts = Annotated[
    bool, typer.Option("--forecasts/--no-forecasts", help="Tell of forecasts that fall due.")
]
_Webhook = Annotated[
    str | None, typer.Option(metavar="URL", help="Send it there too, as JSON by POST.")
]
_File = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Add it to this file too, a line each.")
]
_Rss = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Keep it in this file too, as a feed.")
]
_Bookmark = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Where to note how far it is; without it, beside the ledger, or in this folder.",
    ),
]


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
def watch(
    feeds: _Feeds,
    *,
    every: _Every = 15,
    once: _Once = False,
    person: _Person = None,
    drift: _Drift = "severe",
    forecasts: _Forecasts = True,
    follow: Follow = False,
    webhook: _Webhook = None,
    file: _File = None,
    rss: _Rss = None,
    bookmark: _Bookmark = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    debug: Debug = False,
) -> None:
    """Look at feeds again and again, add what is new, and tell what is worth it."""
    from sayso import pipeline

    wanted = pipeline.Wanted(
        people=tuple(person or ()), drift=_threshold(drift), forecasts=forecasts
    )
    channels = Channels(format=format, clock=clock, webhook=webhook, file=file, rss=rss)
    channels.check()
    looking = pipeline.Looking(
        every=datetime.timedelta(minutes=every),
        network=pipeline.fetcher(clock=clock, wait=time.sleep),
        clock=clock,
        follow=follow,
    )
    path = bookmark or _beside(ledger)
    with pipeline.Ledger(ledger) as kept:
        what = pipeline.Watch(
            feeds=feeds,
            wanted=wanted,
            looking=looking,
            tell=channels.tell,
            keep=lambda now: pipeline.save_bookmark(path, now),
            wait=time.sleep,
            once=once,
        )
        raise typer.Exit(deliver_watch(pipeline.watch(kept, _begun(kept, path), what)))


def _threshold(drift: str) -> "Severity | None":
    from sayso.records import Severity

    found = Severity(drift)
    return None if found is Severity.NONE else found


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
