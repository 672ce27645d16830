"""What a watch tells, in one line for a person, and as one message for programs."""

from collections.abc import Sequence

import msgspec

from sayso.records import Notice
from sayso.views.printable import folded, printable
from sayso.views.signs import verdict_sign

__all__ = ["notice_message", "notice_text"]

_HEAD, _TAIL = 40, 10  # words
_MARKS = ' "“”„'  # a quotation gets marks of our own
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def notice_text(notice: Notice) -> str:
    """Who, which words, what is new about it, and where it stands, on one line.

    >>> from sayso.records import NoticeKind
    >>> print(notice_text(Notice(id="1", kind=NoticeKind.STATEMENT, speaker="Tom Brandt",
    ...     words="We will not pay.", statement="1.s0-9", address="pay.txt", outlet="Courier")))
    statement: Tom Brandt: “We will not pay.” (Courier, pay.txt)
    """
    said = f"{printable(notice.speaker or 'somebody')}: “{_short(notice.words)}”"
    day = notice.published.isoformat() if notice.published else None
    where = ", ".join(printable(it) for it in (notice.outlet, day, notice.address) if it)
    return f"{notice.kind}: {said}{_departure(notice)}{_due(notice)} ({where})"


def notice_message(notices: Sequence[Notice]) -> bytes:
    """JSON for a webhook: `text` as chats show it, a line a notice, and the `notices` in full."""
    text = "\n".join(map(notice_text, notices))
    return _ENCODER.encode({"text": text, "notices": notices})


def _departure(notice: Notice) -> str:
    if notice.verdict is None:
        return ""
    beside = f" where others have “{_short(notice.beside)}”" if notice.beside else ""
    kinds = ", ".join(dict.fromkeys(it.kind.replace("_", " ") for it in notice.drift))
    told = f" [{kinds}]" if kinds else ""
    return f" {verdict_sign(notice.verdict).word}{told}{beside}"


def _due(notice: Notice) -> str:
    return f" due on {notice.due.isoformat()}" if notice.due else ""


def _short(words: str) -> str:
    return folded(printable(words).strip(_MARKS), head=_HEAD, tail=_TAIL)
