"""The command line: `sayso read` and `sayso check`.

What is heavy (the encoder, the tables) is imported by the command that needs it, so that
`sayso --help` answers at once.
"""

import datetime
import sys
from functools import partial
from typing import Annotated

import typer

import sayso
from sayso.errors import BadRequestError, SaysoError
from sayso.interfaces.printing import Format, print_check, print_reading
from sayso.interfaces.terminal import complain, deliver, prepare_streams, told

__all__ = ["app", "check", "main", "read"]

_FAULT = "stopped at a fault of its own; run it again with --debug and report what it prints"

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it like 2024-10-31") from error


def _format(text: str) -> Format:
    try:
        return Format(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is neither table nor jsonl") from error


def _read_once(names: list[str]) -> None:
    if names.count("-") > 1:
        raise BadRequestError("Standard input (-) can be read only once; name a file instead.")


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {sayso.__version__}")
        raise typer.Exit


_Reports = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Reports: plain text or HTML; - is standard input."),
]
_Published = Annotated[
    datetime.date | None,
    typer.Option(
        parser=_day,
        metavar="DATE",
        help="Day of publication, like 2024-10-31, of reports that do not give it themselves.",
    ),
]
_Against = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RECORD",
        help="The record of what was said; once for each record. "
        "Without any, a report is compared with itself.",
    ),
]
_Format = Annotated[
    Format,
    typer.Option(parser=_format, metavar="table|jsonl", help="A table to look at, or JSON lines."),
]
_Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Colours always or never, not just on a terminal."),
]
_Debug = Annotated[bool, typer.Option("--debug", help="Show where an error arose.")]


@app.callback(
    invoke_without_command=True,
    epilog="""\b
Examples:
  sayso read report.txt
  sayso check report.txt --against transcript.txt
  sayso check report.txt
""",
)
def _sayso(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what in the news, in which words, and what became of it on the way."""
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command(
    epilog="""\b
Examples:
  sayso read report.txt page.html
  sayso read reports/*.txt --published 2024-11-01 --format jsonl
  sayso read - < report.txt

Exit status: 0 where every file was read, 2 where one could not be.
"""
)
def read(
    files: _Reports,
    *,
    published: _Published = None,
    format: _Format = Format.TABLE,  # noqa: A002 - the name of the option
    color: _Color = None,
    debug: _Debug = False,
) -> None:
    """Read who said what in reports.

    Every statement is shown with its speaker, cue, words, figures and times.
    """
    _read_once(files)
    from sayso.pipeline import read_each

    outcomes = read_each(files, published=published, stdin=sys.stdin.buffer)
    show = partial(print_reading, format=format, color=color)
    raise typer.Exit(deliver(outcomes, files, show))


@app.command(
    epilog="""\b
Examples:
  sayso check report.txt --against transcript.txt
  sayso check reports/*.txt --against opening.txt --against answers.txt --format jsonl
  sayso check report.txt

Exit status: 0 where nothing departs from the record, 1 where something does, 2 where a file
could not be read.
"""
)
def check(
    reports: _Reports,
    *,
    against: _Against = None,
    format: _Format = Format.TABLE,  # noqa: A002 - the name of the option
    color: _Color = None,
    debug: _Debug = False,
) -> None:
    """Compare reports with the record.

    Every quotation is set beside the words of the record, with the difference marked.
    """
    _read_once([*reports, *(against or [])])
    from sayso.pipeline import check_each, record_each

    loaded = [told(outcome) for outcome in record_each(against or [], stdin=sys.stdin.buffer)]
    records = [record for record in loaded if record]
    if loaded and not records:
        raise typer.Exit(2)
    outcomes = check_each(reports, records, stdin=sys.stdin.buffer)
    status = deliver(outcomes, reports, partial(print_check, format=format, color=color))
    raise typer.Exit(status if None not in loaded else 2)


def main() -> None:
    """The command `sayso`: whatever goes wrong is one line on standard error and exit status 2."""
    prepare_streams()
    try:
        status = app(prog_name="sayso", standalone_mode=False)
    except SaysoError as error:
        status = _failed(str(error), error)
    except typer.TyperException as error:
        status = _failed(f"{error.format_message()} (sayso --help tells more)", error)
    except Exception as error:  # noqa: BLE001 - the last line of defence: nobody meets a traceback
        status = _failed(f"{_FAULT} ({type(error).__name__}: {error})", error)
    sys.exit(status)


def _failed(message: str, error: Exception) -> int:
    complain(message, error=error)
    return 2
