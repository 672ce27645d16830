"""What proves who somebody is: passwords that people choose, and secrets that sayso makes."""

import secrets
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from sayso.errors import BadRequestError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["PREFIX", "fingerprint", "fits", "hashed", "new_secret"]

PREFIX = "sayso_"
"""How every token begins, so that who finds one in a file knows what it opens."""
_SHORTEST, _LONGEST = 10, 1000  # letters of a password; the longest only bounds the work
_BYTES = 32  # of chance in a secret: nobody guesses 256 bits


def new_secret() -> str:
    """A secret that nobody can guess."""
    return PREFIX + secrets.token_urlsafe(_BYTES)


def fingerprint(secret: str) -> bytes:
    """The SHA-256 by which a secret is kept.

    That is enough for chance of 256 bits, and quick; only what people think up needs a slow hash.
    """
    return sha256(secret.encode("utf-8", "replace")).digest()


def hashed(password: str) -> str:
    """A password as it is kept, by Argon2id; BadRequestError where it is too short or too long."""
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise BadRequestError(f"A password has {_SHORTEST} to {_LONGEST:,} letters; take another.")
    return _hasher().hash(password.encode("utf-8", "replace"))


def fits(password: str, kept: str | None) -> bool:
    """Whether that is the password; it takes as long where there is none, so that nobody learns."""
    if not _SHORTEST <= len(password) <= _LONGEST:  # which no password is
        return False
    from argon2.exceptions import VerificationError

    try:
        _hasher().verify(kept or _nobody(), password.encode("utf-8", "replace"))
    except VerificationError:
        return False
    return kept is not None


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()  # the second choice of RFC 9106: 64 MB, three times over


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_bytes())
