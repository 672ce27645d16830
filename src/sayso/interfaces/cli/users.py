"""`sayso user`: the people of a team, who log in to the pages by name and password."""

from typing import Annotated

import typer

from sayso.interfaces.access_printing import asked_password, print_users
from sayso.interfaces.cli.options import (
    Color,
    Debug,
    FormatOption,
    LedgerOption,
    admitting,
    clock,
    one_of,
)
from sayso.interfaces.printing import Format
from sayso.records import UserRole

__all__ = ["add", "app", "password", "remove", "role", "users"]

app = typer.Typer(
    name="user",
    epilog="""\b
Examples:
  sayso user add ana --role admin
  sayso user list
  sayso user role ben editor
  sayso user remove ben
""",
    help="Add, list and remove the people who log in to `sayso serve`.",
)

_Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to log in by.")]
_ROLES = "reader|editor|admin"
_RoleOption = Annotated[
    UserRole,
    typer.Option(
        "--role",
        parser=one_of(UserRole),
        metavar=_ROLES,
        help="A reader sees everything, an editor adds and corrects, an admin looks after users.",
    ),
]
_RoleArgument = Annotated[
    UserRole,
    typer.Argument(
        parser=one_of(UserRole), metavar="ROLE", help="What the user may do: reader|editor|admin."
    ),
]


@app.command(
    epilog="""\b
Examples:
  sayso user add ana --role admin
  pass show sayso/ben | sayso user add ben
"""
)
def add(
    name: _Name,
    *,
    role: _RoleOption = UserRole.READER,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Let somebody log in; the password is asked for, or is the first line of standard input."""
    with admitting(ledger) as access:
        access.users.add(name, asked_password(), role, now=clock())
        print(_IS.format(name, role))


@app.command(
    "list",
    epilog="""\b
Examples:
  sayso user list
  sayso user list --format jsonl
""",
)
def users(
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List who may log in, in which role, since when."""
    with admitting(ledger) as access:
        print_users(access.users.all(), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso user role ben editor
"""
)
def role(
    name: _Name, role: _RoleArgument, *, ledger: LedgerOption = "sayso.db", debug: Debug = False
) -> None:
    """Let a user do more, or less, from the next request on."""
    with admitting(ledger) as access:
        access.users.set_role(name, role)
        print(_IS.format(name, role))


@app.command(
    epilog="""\b
Examples:
  sayso user password ben
"""
)
def password(name: _Name, *, ledger: LedgerOption = "sayso.db", debug: Debug = False) -> None:
    """Give a user another password; wherever the user is logged in, that ends."""
    with admitting(ledger) as access:
        access.users.set_password(name, asked_password())
        print(f"{name} logs in by another password now.")


@app.command(
    epilog="""\b
Examples:
  sayso user remove ben
"""
)
def remove(name: _Name, *, ledger: LedgerOption = "sayso.db", debug: Debug = False) -> None:
    """Forget a user and the password; what was decided under the name stays in the ledger."""
    with admitting(ledger) as access:
        access.users.remove(name, now=clock())
        print(f"{name} is no user any more; the tokens in that name are revoked.")


_IS = "{} may log in, with the role {}."
