"""Logging in, and what everybody has of his own."""

from sayso.views.pages.frame import Frame, framed

__all__ = ["account_page", "login_page"]


def login_page(frame: Frame, *, following: str = "/", message: str | None = None) -> str:
    """Where a name and a password are given; `following` is where that leads."""
    return framed("login.html", frame, following=following, message=message)


def account_page(frame: Frame) -> str:
    """Who is logged in, in which role; another password, and the way out."""
    return framed("account.html", frame)
