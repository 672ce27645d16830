"""What can go wrong, each said as one sentence that tells the reader what to do next.

SaysoError
├── UnreadableReportError        a file that is no report sayso can read
│   └── BusyServerError          a server that asks to be left alone for a while
├── UnreadableRecordError        a file that is no record of what was said
├── UnreadableSuppressionsError  a list of suppressed findings that cannot be understood
├── DamagedWeightsError          the weights shipped with sayso are missing or changed
├── DamagedGazetteerError        the places shipped with sayso are missing or changed
├── LedgerError                  a ledger that cannot be opened, read or written
├── BatchError                   a batch whose folder or workers cannot be used
├── BadRequestError              a question put in a way sayso cannot answer
├── NotKeptError                 something asked for that the ledger does not hold
├── ConflictError                a decision that another one came before
├── NotAdmittedError             a request of somebody who is not known here
└── NotAllowedError              a request of somebody who may not do that
"""

import datetime

__all__ = [
    "BadRequestError",
    "BatchError",
    "BusyServerError",
    "ConflictError",
    "DamagedGazetteerError",
    "DamagedWeightsError",
    "LedgerError",
    "NotAdmittedError",
    "NotAllowedError",
    "NotKeptError",
    "SaysoError",
    "UnreadableRecordError",
    "UnreadableReportError",
    "UnreadableSuppressionsError",
]


class SaysoError(Exception):
    """Anything sayso raises on purpose; its text is a sentence for the person at the keyboard."""


class UnreadableReportError(SaysoError):
    """A file that is no report sayso can read."""


class BusyServerError(UnreadableReportError):
    """A server that asks to be left alone for a while; `until` is the end of it."""

    def __init__(self, told: str, *, until: datetime.datetime) -> None:
        super().__init__(told)
        self.until = until


class UnreadableRecordError(SaysoError):
    """A file that is no record of what was said."""


class UnreadableSuppressionsError(SaysoError):
    """A list of suppressed findings that cannot be understood."""


class DamagedWeightsError(SaysoError):
    """The weights shipped with sayso are missing or not the ones that were shipped."""


class DamagedGazetteerError(SaysoError):
    """The gazetteer shipped with sayso is missing or not the one that was shipped."""


class LedgerError(SaysoError):
    """A ledger that cannot be opened, read or written, or that was changed by other hands."""


class BatchError(SaysoError):
    """A batch that cannot be run: a folder of another run, a full disk, a cluster out of reach."""


class BadRequestError(SaysoError):
    """A question put in a way sayso cannot answer: an unknown format, a day that is no day."""


class NotKeptError(SaysoError):
    """Something asked for that the ledger does not hold."""


class ConflictError(SaysoError):
    """A decision about what somebody else decided on meanwhile."""


class NotAdmittedError(SaysoError):
    """A request of somebody who is not known: no token, or one that is good no more."""


class NotAllowedError(SaysoError):
    """A request of somebody who is known, and who may not do that."""
