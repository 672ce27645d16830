"""`sayso token`: by which programs write, or ask a server that asks who comes."""

from typing import Annotated

import typer

from sayso.interfaces.access_printing import print_token, print_tokens
from sayso.interfaces.cli.options import (
    By,
    Color,
    Debug,
    FormatOption,
    LedgerOption,
    admitting,
    clock,
    one_of,
)
from sayso.interfaces.printing import Format
from sayso.records import TokenScope

__all__ = ["app", "make", "revoke", "tokens"]

app = typer.Typer(
    name="token",
    epilog="""\b
Examples:
  sayso token make newsroom --scope write
  sayso token list
  sayso token revoke 1
""",
    help="Make, list and revoke tokens, by which programs ask and write over HTTP.",
)

_Label = Annotated[str, typer.Argument(metavar="NAME", help="What it is for, as you will list it.")]
_Scope = Annotated[
    TokenScope,
    typer.Option(
        parser=one_of(TokenScope),
        metavar="read|write",
        help="What it is good for: asking alone, or writing too.",
    ),
]
_Days = Annotated[
    int, typer.Option(min=1, max=3650, metavar="N", help="For how many days it is good.")
]
_Number = Annotated[int, typer.Argument(metavar="NUMBER", help="A number from sayso token list.")]


@app.command(
    epilog="""\b
Examples:
  sayso token make newsroom --scope write
  sayso token make dashboard --days 30 --by ana
"""
)
def make(
    label: _Label,
    *,
    scope: _Scope = TokenScope.READ,
    days: _Days = 90,
    by: By,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Make a token and print it, this once: only a hash of it is kept."""
    with admitting(ledger) as access:
        print_token(*access.tokens.make(label, scope, owner=by, now=clock(), days=days))


@app.command(
    "list",
    epilog="""\b
Examples:
  sayso token list
  sayso token list --format jsonl
""",
)
def tokens(
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List the tokens: what each is for, in whose name, until when."""
    with admitting(ledger) as access:
        print_tokens(access.tokens.all(), now=clock(), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso token revoke 1
"""
)
def revoke(number: _Number, *, ledger: LedgerOption = "sayso.db", debug: Debug = False) -> None:
    """Let a token be good no more, from its next request on."""
    with admitting(ledger) as access:
        access.tokens.revoke(number, now=clock())
        print(f"Token {number} is good no more.")
