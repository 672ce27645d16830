"""The people of a team: their names, roles and passwords."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from sayso.errors import BadRequestError, ConflictError, NotKeptError
from sayso.ledger.access.moments import moment
from sayso.ledger.access.opening import Register, rows_of
from sayso.ledger.access.secrets import hashed
from sayso.ledger.access.tables import SESSIONS, TOKENS, USERS
from sayso.records import User, UserRole

__all__ = ["Users", "key_of", "user_row"]

_NAME = re.compile(r"[^\W_][\w .'’@-]{0,63}")


class Users:
    """Everybody who may log in."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def all(self) -> list[User]:
        """Everybody, by name."""
        with self._register.seen() as connection:
            rows = rows_of(connection, USERS)
        return [_user(row) for row in sorted(rows, key=lambda row: row["key"])]

    def add(self, name: str, password: str, role: UserRole, *, now: datetime.datetime) -> User:
        """Let somebody log in from now on; ConflictError where there is one of that name."""
        if not _NAME.fullmatch(name):
            raise BadRequestError(f"{name!r} is no name; letters, digits and spaces make one.")
        row = {"key": key_of(name), "name": name, "role": role, "made_at": moment(now)}
        kept = hashed(password)
        with self._register.changed() as connection:
            if user_row(connection, name):
                raise ConflictError(f"There is a user {name} already; take another name.")
            connection.execute(insert(USERS).values(**row, password=kept))
        return _user(row)

    def set_role(self, name: str, role: UserRole) -> None:
        """Let a user do more, or less, from his next request on."""
        self._change(name, {"role": role})

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password; whoever is logged in under that name is so no more."""
        self._change(name, {"password": hashed(password)}, ends=True)

    def remove(self, name: str, *, now: datetime.datetime) -> None:
        """Forget a user and the password; sessions end, and tokens are good no more."""
        with self._register.changed() as connection:
            _needed(connection, name)
            connection.execute(delete(USERS).where(USERS.c.key == key_of(name)))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.user == key_of(name)))
            good = rows_of(connection, TOKENS, TOKENS.c.revoked_at.is_(None))
            own = [row["number"] for row in good if key_of(row["owner"]) == key_of(name)]
            revoked = update(TOKENS).where(TOKENS.c.number.in_(own)).values(revoked_at=moment(now))
            connection.execute(revoked)

    def _change(self, name: str, values: Mapping[str, str], *, ends: bool = False) -> None:
        with self._register.changed() as connection:
            _needed(connection, name)
            connection.execute(update(USERS).where(USERS.c.key == key_of(name)).values(**values))
            if ends:
                connection.execute(delete(SESSIONS).where(SESSIONS.c.user == key_of(name)))


def key_of(name: str) -> str:
    """A name as it is compared.

    >>> key_of("Ana") == key_of("ana")
    True
    """
    return name.casefold()


def user_row(connection: Connection | None, name: str) -> Mapping[str, Any] | None:
    """The row of a user with the hash of the password; None where there is none of that name."""
    found = rows_of(connection, USERS, USERS.c.key == key_of(name))
    return found[0] if found else None


def _needed(connection: Connection, name: str) -> None:
    if not user_row(connection, name):
        raise NotKeptError(f"There is no user {name}; `sayso user list` lists them.")


def _user(row: Mapping[str, Any]) -> User:
    return User(name=row["name"], role=UserRole(row["role"]), made_at=row["made_at"])
