"""Tokens, by which programs ask and write: only a hash of each is kept."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, update

from sayso.errors import BadRequestError, NotAdmittedError, NotKeptError
from sayso.ledger.access.moments import moment
from sayso.ledger.access.opening import Register, rows_of
from sayso.ledger.access.secrets import fingerprint, new_secret
from sayso.ledger.access.tables import TOKENS, USERS
from sayso.ledger.access.users import key_of
from sayso.records import KnownToken, TokenScope, UserRole, Visitor

__all__ = ["Tokens"]

_LABEL = re.compile(r"[^\x00-\x1f\x7f]{1,100}")
_ROLES = {TokenScope.READ: UserRole.READER, TokenScope.WRITE: UserRole.EDITOR}


class Tokens:
    """Every token that was made; one that is good no more stays listed."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def all(self) -> list[KnownToken]:
        """Every token, the oldest first, without its secret."""
        with self._register.seen() as connection:
            rows = rows_of(connection, TOKENS)
        return [_token(row) for row in sorted(rows, key=lambda row: row["number"])]

    def make(
        self, label: str, scope: TokenScope, *, owner: str, now: datetime.datetime, days: int
    ) -> tuple[KnownToken, str]:
        """A token in the name of its owner, good for so many days, and its secret.

        The secret is told this once. Where there are users, the owner must be one of them:
        BadRequestError where he is none.
        """
        if not _LABEL.fullmatch(label):
            raise BadRequestError("A token needs a name of 1 to 100 letters, on one line.")
        until = moment(now + datetime.timedelta(days=days))
        row = {"label": label, "owner": owner, "scope": scope, "made_at": moment(now)}
        secret = new_secret()
        kept = {**row, "hash": fingerprint(secret), "expires_at": until}
        with self._register.changed() as connection:
            users = {user["key"] for user in rows_of(connection, USERS)}
            if users and key_of(owner) not in users:
                raise BadRequestError(f"There is no user {owner}; `sayso user list` lists them.")
            connection.execute(insert(TOKENS).values(**kept))
            made = rows_of(connection, TOKENS, TOKENS.c.hash == kept["hash"])
        return _token(made[0]), secret

    def revoke(self, number: int, *, now: datetime.datetime) -> None:
        """Let a token be good no more; NotKeptError where there is none of that number."""
        with self._register.changed() as connection:
            found = rows_of(connection, TOKENS, TOKENS.c.number == number)
            if not found:
                raise NotKeptError(f"There is no token {number}; `sayso token list` lists them.")
            if found[0]["revoked_at"] is None:
                own = update(TOKENS).where(TOKENS.c.number == number)
                connection.execute(own.values(revoked_at=moment(now)))

    def visitor(self, secret: str, *, now: datetime.datetime) -> Visitor:
        """Who asks by a token, and what he may; NotAdmittedError where it is good no more.

        Where there are users, nobody may more by a token than its owner may.
        """
        with self._register.seen() as connection:
            found = rows_of(connection, TOKENS, TOKENS.c.hash == fingerprint(secret))
            users = rows_of(connection, USERS)
        if not found:
            raise NotAdmittedError("No such token is known here; make one by `sayso token make`.")
        token = _token(found[0])
        _refuse_old(token, now)
        role = _ROLES[token.scope]
        if users:
            role = min(role, _role_of(token, users), key=[*UserRole].index)
        return Visitor(name=token.owner, role=role)


def _refuse_old(token: KnownToken, now: datetime.datetime) -> None:
    """Say what became of a token, so that who holds it knows what to do."""
    if token.revoked_at:
        day = token.revoked_at[:10]
        raise NotAdmittedError(f"Token {token.number} was revoked on {day}; make another one.")
    if token.expires_at <= moment(now):
        day = token.expires_at[:10]
        raise NotAdmittedError(f"Token {token.number} ran out on {day}; make another one.")


def _role_of(token: KnownToken, users: list[Mapping[str, Any]]) -> UserRole:
    for user in users:
        if user["key"] == key_of(token.owner):
            return UserRole(user["role"])
    raise NotAdmittedError(
        f"Token {token.number} is {token.owner}'s, who is no user here; make one for a user."
    )


def _token(row: Mapping[str, Any]) -> KnownToken:
    values = {name: row[name] for name in KnownToken.__slots__}
    return KnownToken(**{**values, "scope": TokenScope(row["scope"])})
