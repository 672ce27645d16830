"""The options that several commands of the ledger have."""

import datetime
import os
from typing import Annotated

import typer

from sayso.errors import BadRequestError
from sayso.interfaces.printing import Format

__all__ = ["By", "Color", "Debug", "FormatOption", "LedgerOption", "Reason", "clock", "day"]

_VARIABLE = "SAYSO_LEDGER"


def clock() -> datetime.datetime:
    """The moment it is."""
    return datetime.datetime.now(datetime.UTC)


def day(text: str) -> datetime.date:
    """The day that was typed."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it like 2024-10-31") from error


def _format(text: str) -> Format:
    try:
        return Format(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is neither table nor jsonl") from error


def _user() -> str:
    named = os.environ.get("SAYSO_USER") or os.environ.get("USER")
    if not named:
        raise BadRequestError("A decision needs a name; give yours with --by.")
    return named


LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        envvar=_VARIABLE,
        show_envvar=False,
        metavar="PATH|URL",
        help="The ledger: a file, or a postgresql:// address. "
        f"Without it, what {_VARIABLE} names, or sayso.db in this folder.",
    ),
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        default_factory=_user,
        show_default=False,
        metavar="NAME",
        help="Who decides; without it, what SAYSO_USER names, or who is logged in.",
    ),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why.")]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        parser=_format,
        metavar="table|jsonl",
        help="A table to look at, or JSON lines.",
    ),
]
Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Colours always or never, not just on a terminal."),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error arose.")]
