"""Who may enter, for a terminal."""

import datetime
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.records import KnownToken, User
from sayso.views.printable import printable

__all__ = ["token_table", "user_table"]


def token_table(tokens: Iterable[KnownToken], *, now: datetime.datetime) -> RenderableType:
    """A line a token: what it is for, in whose name, and whether it is good."""
    return Group(*(_token_line(one, now.astimezone(datetime.UTC).isoformat()) for one in tokens))


def user_table(users: Iterable[User]) -> RenderableType:
    """A line a user: the role, and since when."""
    return Group(
        *(Text(f"{printable(it.name)} · {it.role} · since {it.made_at[:10]}") for it in users)
    )


def _user_line(user: User) -> Text:
    return Text(f"{printable(user.name)} · {user.role} · since {user.made_at[:10]}")


def _token_line(token: KnownToken, now: str) -> Text:
    head = f"{token.number}  {printable(token.label)} · {token.scope} · {printable(token.owner)}"
    if token.revoked_at:
        return Text(f"{head} · revoked {token.revoked_at[:10]}", "dim")
    if token.expires_at <= now:
        return Text(f"{head} · ran out {token.expires_at[:10]}", "dim")
    return Text(f"{head} · until {token.expires_at[:10]}")
