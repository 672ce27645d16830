"""Who may log in, and which tokens there are."""

from collections.abc import Sequence

from sayso.records import KnownToken, User, UserRole
from sayso.views.pages.frame import Frame, framed

__all__ = ["team_page"]


def team_page(users: Sequence[User], tokens: Sequence[KnownToken], frame: Frame) -> str:
    """Everybody with a role to be changed, a form for one more, and the tokens."""
    return framed("team.html", frame, users=users, tokens=tokens[::-1], roles=[*UserRole])
