"""Commands for single reports: `read`, `check` and `about`.

What is heavy (the encoder, the tables) is imported by the command that needs it, so that
`sayso --help` answers at once.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

import sayso
from sayso.errors import BadRequestError
from sayso.interfaces.check_printing import CheckFormat, CheckPrinter, FailOn
from sayso.interfaces.cli.options import Color, Debug, FormatOption, one_of
from sayso.interfaces.printing import Format, print_reading
from sayso.interfaces.sources import Columns, Follow, Published, Sources, opening
from sayso.interfaces.terminal import console, deliver, told
from sayso.interfaces.watching import watch as rerun

if TYPE_CHECKING:
    from sayso.comparing import Selection
    from sayso.records import Record

__all__ = ["about", "app", "check", "read"]

app = typer.Typer()


def _load_encoder() -> None:
    """In a thread, beside the imports that follow."""
    from sayso.pipeline import load_encoder

    load_encoder()


def _kind(text: str) -> str:
    from sayso.records import DriftKind, FindingKind, Verdict

    known = sorted({*FindingKind, *Verdict, *DriftKind})
    if text not in known:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(known)}")
    return text


def _read_once(names: list[str]) -> None:
    if names.count("-") > 1:
        raise BadRequestError("Standard input (-) can be read only once; name a file instead.")


_Reports = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Reports: plain text, HTML or PDF; - is standard input."),
]
_Against = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RECORD",
        help="The record of what was said, or another report; once for each. "
        "Without any, a report is compared with itself.",
    ),
]
_CheckFormat = Annotated[
    CheckFormat,
    typer.Option(
        parser=one_of(CheckFormat),
        metavar="table|jsonl|html|sarif|github",
        help="A table to look at, JSON lines, one page with the passages linked, "
        "or annotations for a pipeline.",
    ),
]
_FailOn = Annotated[
    FailOn,
    typer.Option(
        parser=one_of(FailOn),
        metavar="severe|any|never",
        help="Which findings make the exit status 1.",
    ),
]
_Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        parser=_kind,
        metavar="KIND",
        help="Leave out findings of that verdict or kind, like altered_wording; "
        "once for each kind.",
    ),
]
_Suppress = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE",
        help="Leave out the findings listed there, each with its reason (TOML).",
    ),
]
_Explain = Annotated[
    bool, typer.Option("--explain", help="Name the rule or head behind every mark.")
]
_Watch = Annotated[
    bool, typer.Option("--watch", help="Check again whenever one of the files changes.")
]


@app.command(
    epilog="""\b
Examples:
  sayso read report.txt page.html
  sayso read reports/*.txt --published 2024-11-01 --format jsonl
  sayso read archive.zip crawl.warc.gz feed.xml
  sayso read news.csv --column text=body
  sayso read https://example.org/story
  sayso read report.txt --explain

Exit status: 0 where every document was read, 2 where one could not be.
"""
)
def read(
    sources: Sources,
    *,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    explain: _Explain = False,
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Read who said what in reports.

    Every statement is shown with its speaker, cue, words, figures, times, places and claims.
    """
    _read_once(sources)
    _load_encoder()
    from sayso.pipeline import explain_each, read_each

    how = opening(published=published, columns=column, follow=follow)
    outcomes = read_each(sources, stdin=sys.stdin.buffer, **how)
    outcomes = explain_each(outcomes) if explain else outcomes
    show = partial(print_reading, format=format, color=color)
    raise typer.Exit(deliver(outcomes, sources, show))


@app.command(
    epilog="""\b
Examples:
  sayso check report.txt --against transcript.txt
  sayso check reports/*.txt --against opening.txt --against answers.txt --format jsonl
  sayso check report.txt --against transcript.txt --format html > findings.html
  sayso check draft.txt --against transcript.txt --watch
  sayso check report.txt

Exit status: 0 where nothing departs from the record, 1 where something does (--fail-on says
what counts), 2 where a file could not be read.
"""
)
def check(
    reports: _Reports,
    *,
    against: _Against = None,
    format: _CheckFormat = CheckFormat.TABLE,  # noqa: A002 - the name of the option
    fail_on: _FailOn = FailOn.ANY,
    ignore: _Ignored = None,
    suppress: _Suppress = None,
    watch: _Watch = False,
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Compare reports with the record.

    Every quotation is set beside the words of the record, with the difference marked.
    """
    names = [*reports, *(against or []), *(suppress or [])]
    _read_once(names)
    job = _Job(
        reports=reports, against=against or [], ignored=ignore or [], suppress=suppress or []
    )
    run = partial(_check, job, partial(CheckPrinter, format, fail_on, color=color))
    if watch and "-" in names:
        raise BadRequestError("Standard input (-) does not change; name a file to watch instead.")
    _load_encoder()
    raise typer.Exit(rerun(run, names) if watch else run())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What a check is about."""

    reports: list[str]
    against: list[str]
    ignored: list[str]
    suppress: list[str]


def _check(job: _Job, printer_of: Callable[[], CheckPrinter]) -> int:
    from sayso.pipeline import open_each

    opened = open_each(job.reports, stdin=sys.stdin.buffer)
    from sayso.pipeline import check_each

    printer, (selection, loaded) = printer_of(), _beside(job)
    if loaded and not any(loaded):
        return 2
    records = [record for record in loaded if record]
    status = deliver(check_each(opened, records, selection=selection), job.reports, printer.show)
    printer.finish(selection.suppressions)
    return 2 if None in loaded else status


def _beside(job: _Job) -> "tuple[Selection, list[Record | None]]":
    """What not to tell of, and the records; None for one that could not be read."""
    from sayso.pipeline import load_selection, record_each

    selection = load_selection(job.suppress, ignored=job.ignored)
    return selection, [told(it) for it in record_each(job.against, stdin=sys.stdin.buffer)]


@app.command(
    epilog="""\b
Examples:
  sayso about --no-color
"""
)
def about(*, color: Color = None, debug: Debug = False) -> None:
    """Show how often sayso is right, measured on which texts, and what it cannot see."""
    from sayso.reading import weights_digest
    from sayso.views.accuracy_table import accuracy_table

    facts = (
        ("sayso", sayso.__version__),
        ("encoder", f"weights {weights_digest()[:12]}, checked when they are loaded"),
        ("licence", "Apache-2.0; NOTICE names what is shipped with it"),
    )
    console(color=color).print(accuracy_table(facts))
