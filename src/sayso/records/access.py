"""Who may ask a ledger and write into it: users, tokens, and who stands behind a request."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["KnownToken", "TokenScope", "User", "UserRole", "Visitor"]


class UserRole(StrEnum):
    """What somebody may do; each may what those before him may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, other: "UserRole") -> bool:
        """Whether who has this role may do what `other` may.

        >>> UserRole.ADMIN.covers(UserRole.EDITOR), UserRole.READER.covers(UserRole.EDITOR)
        (True, False)
        """
        ranks = list(UserRole)
        return ranks.index(self) >= ranks.index(other)


class TokenScope(StrEnum):
    """What a token is good for: asking alone, or writing too."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who may log in; `made_at` is in UTC."""

    name: str
    role: UserRole
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownToken:
    """A token without its secret: what it is for, in whose name, from when to when, in UTC."""

    number: int
    label: str
    owner: str
    scope: TokenScope
    made_at: str
    expires_at: str
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who stands behind a request, and what he may do; `name` is None where nobody is named."""

    name: str | None
    role: UserRole
