"""The options that several commands of the ledger have."""

import datetime
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from sayso.errors import BadRequestError
from sayso.interfaces.printing import Format

__all__ = [
    "By",
    "Color",
    "Debug",
    "FormatOption",
    "LedgerOption",
    "Reason",
    "admitting",
    "clock",
    "deciding",
    "known_user",
    "one_of",
    "user",
]

if TYPE_CHECKING:
    from sayso.pipeline import Access, Decider, Ledger

_Choice = TypeVar("_Choice", bound=StrEnum)
_VARIABLE = "SAYSO_LEDGER"


def clock() -> datetime.datetime:
    """The moment it is."""
    return datetime.datetime.now(datetime.UTC)


def one_of(choices: type[_Choice]) -> Callable[[str], _Choice]:
    """How typer should understand a word of a closed set, with the words in the error."""

    def parse(text: str) -> _Choice:
        try:
            return choices(text)
        except ValueError as error:
            known = " | ".join(choices)
            raise typer.BadParameter(f"{text!r} is none of {known}") from error

    return parse


@contextmanager
def deciding(ledger: str, by: str, reason: str | None) -> "Iterator[tuple[Ledger, Decider]]":
    """The ledger, open, and who decides something about it now."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        yield kept, pipeline.Decider(name=by, now=clock(), reason=reason)


@contextmanager
def admitting(ledger: str) -> "Iterator[Access]":
    """Who may ask that ledger; no ledger is begun by asking."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False), pipeline.Access(ledger) as access:
        yield access


def known_user() -> str | None:
    """Who is at the machine, None where it does not know."""
    return os.environ.get("SAYSO_USER") or os.environ.get("USER")


def user() -> str:
    """Who decides where nobody is named; BadRequestError where the machine does not know."""
    named = known_user()
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
        default_factory=user,
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
        parser=one_of(Format),
        metavar="table|jsonl",
        help="A table to look at, or JSON lines.",
    ),
]
Color = Annotated[
    bool | None,
    typer.Option("--color/--no-color", help="Colours always or never, not just on a terminal."),
]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error arose.")]
