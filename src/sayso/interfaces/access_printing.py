"""What `sayso token` and `sayso user` print, and the password they ask for."""

import datetime
import getpass
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sayso.errors import BadRequestError
from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from rich.console import RenderableType

    from sayso.records import KnownToken, User

__all__ = ["asked_password", "print_token", "print_tokens", "print_users"]


def asked_password() -> str:
    """The password, typed twice where somebody is there to type it; BadRequestError if it differs.

    It is no option of a command: those can be seen by others on the machine, and are remembered.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise BadRequestError("Those were two passwords; run the command again.")
    return first


def print_token(token: "KnownToken", secret: str) -> None:
    """The secret alone on standard output, so that it can be piped; what it is good for beside."""
    print(secret)
    complain(
        f"token {token.number} ({token.label}) lets a program {token.scope} as {token.owner} until "
        f"{token.expires_at[:10]}; it is shown this once, so keep it now"
    )


def print_tokens(
    tokens: "Sequence[KnownToken]",
    *,
    now: datetime.datetime,
    format: Format,  # noqa: A002
    color: bool | None,
) -> None:
    """Print every token, without its secret."""
    from sayso.views.access_table import token_table

    shown = partial(token_table, tokens, now=now)
    _print_list(tokens, shown, none="No program has a token.", how=(format, color))


def print_users(users: "Sequence[User]", *, format: Format, color: bool | None) -> None:  # noqa: A002
    """Print everybody who may log in."""
    from sayso.views.access_table import user_table

    shown = partial(user_table, users)
    none = "Nobody needs to log in: there are no users."
    _print_list(users, shown, none=none, how=(format, color))


def _print_list(
    records: "Sequence[object]",
    shown: "Callable[[], RenderableType]",
    *,
    none: str,
    how: tuple[Format, bool | None],
) -> None:
    from sayso.views.jsonl import record_line

    format_, color = how
    if format_ is Format.JSONL:
        for record in records:
            write_line(record_line(record))
    elif records:
        console(color=color).print(shown())
    else:
        print(none)
