"""What a database says when something is wrong, as a sentence that tells what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, DontWrapMixin

from sayso.errors import LedgerError

__all__ = ["told_faults"]

# By the beginning of SQLite's own name of the fault; the first that fits is said.
_SENTENCES = {
    "SQLITE_BUSY": "is being written by another program; try again when that has ended.",
    "SQLITE_LOCKED": "is being written by another program; try again when that has ended.",
    "SQLITE_FULL": "cannot grow, for the disk is full; make room and add the rest again.",
    "SQLITE_READONLY": "may not be written; copy it elsewhere, or ask for the right to write it.",
    "SQLITE_CANTOPEN": "cannot be opened; check that its folder is there and may be written.",
    "SQLITE_NOTADB": "is no ledger; name another file, or a new one to begin a ledger.",
    "SQLITE_CORRUPT": "is damaged; take the last copy of it, or add the sources again.",
    "SQLITE_IOERR": "cannot be read or written (the disk is full or failing); "
    "make room or copy it elsewhere, then add the rest again.",
}


class _FaultError(LedgerError, DontWrapMixin):
    """Let through by SQLAlchemy as it is."""


@contextmanager
def told_faults(name: str, fault: type[Exception]) -> Iterator[None]:
    """Turn every fault of the database inside into a LedgerError that names the ledger.

    `fault` is what its driver raises, where SQLAlchemy does not stand in between.
    """
    try:
        yield
    except DBAPIError as error:
        raise _FaultError(f"The ledger {name} {_sentence(error.orig)}") from error
    except fault as error:
        raise _FaultError(f"The ledger {name} {_sentence(error)}") from error
    except UnicodeDecodeError as error:  # SQLite does not look at what it gives out
        raise _FaultError(f"The ledger {name} {_SENTENCES['SQLITE_CORRUPT']}") from error


def _sentence(error: BaseException | None) -> str:
    fault = getattr(error, "sqlite_errorname", "")
    for beginning, sentence in _SENTENCES.items():
        if fault.startswith(beginning):
            return sentence
    what = " ".join(str(error).split())
    return f"gave an error ({what}); run `sayso verify` on it, or check that it can be reached."
