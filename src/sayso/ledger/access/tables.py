"""The tables of who may enter, apart from those of the ledger.

A ledger never forgets and is handed on whole, as evidence or as a copy for a colleague. Who may
enter must be forgotten once it is removed, and must not travel: a copied ledger would carry the
hashes of everybody's passwords. So beside the file of a ledger lies another, which only its owner
can read; in PostgreSQL, which is not handed on as a file, these tables stand in the same database.
They are not part of the chain of hashes, and no migration of the ledger touches them.
"""

from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

__all__ = ["SESSIONS", "TOKENS", "USERS", "metadata"]

metadata = MetaData()
"""All three tables, for SQLite and PostgreSQL alike; `sayso` keeps them apart from others'."""


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


USERS = Table(
    "sayso_user",
    metadata,
    Column("key", Text, primary_key=True),
    *_texts("name", "role", "password", "made_at"),
)
"""Users by their names in small letters; `password` is a hash with its salt, by Argon2."""
TOKENS = Table(
    "sayso_token",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("hash", LargeBinary, nullable=False, unique=True),
    *_texts("label", "owner", "scope", "made_at", "expires_at"),
    Column("revoked_at", Text),
    sqlite_autoincrement=True,  # a number that was given once is never another token's
)
"""Tokens by number, with the SHA-256 of their secrets."""
SESSIONS = Table(
    "sayso_session",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("user", Text, nullable=False, index=True),
    *_texts("expires_at"),
)
"""Who is logged in, by the SHA-256 of what the browser holds."""
