"""Who is logged in: a browser holds a secret, of which a hash is kept here until it ends."""

import datetime

from sqlalchemy import delete, insert, select

from sayso.ledger.access.moments import moment
from sayso.ledger.access.opening import Register
from sayso.ledger.access.secrets import fingerprint, fits, new_secret
from sayso.ledger.access.tables import SESSIONS, USERS
from sayso.ledger.access.users import user_row
from sayso.records import UserRole, Visitor

__all__ = ["LENGTH", "Sessions"]

LENGTH = datetime.timedelta(days=7)
"""How long a session is good; who works here every week gives the password once in it."""


class Sessions:
    """Sessions are kept and not only signed: whoever logs out or is removed is out at once."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def begin(self, name: str, password: str, *, now: datetime.datetime) -> str | None:
        """The secret of a new session; None where name and password do not fit."""
        with self._register.seen() as connection:
            row = user_row(connection, name)
        if not fits(password, row["password"] if row else None) or row is None:
            return None
        secret = new_secret()
        kept = {"hash": fingerprint(secret), "expires_at": moment(now + LENGTH)}
        with self._register.changed() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.expires_at < moment(now)))
            connection.execute(insert(SESSIONS).values(**kept, user=row["key"]))
        return secret

    def end(self, secret: str) -> None:
        """Log out."""
        with self._register.changed() as connection:
            connection.execute(delete(SESSIONS).where(SESSIONS.c.hash == fingerprint(secret)))

    def visitor(self, secret: str, *, now: datetime.datetime) -> Visitor | None:
        """Who holds a session, with the role he has now; None where it has ended."""
        query = (
            select(USERS)
            .join(SESSIONS, SESSIONS.c.user == USERS.c.key)
            .where(SESSIONS.c.hash == fingerprint(secret), SESSIONS.c.expires_at > moment(now))
        )
        with self._register.seen() as connection:
            found = connection and connection.execute(query).mappings().one_or_none()
        return Visitor(name=found["name"], role=UserRole(found["role"])) if found else None
