"""What is shown where there is nothing to show: an error, or what is not worked out yet."""

from sayso.views.pages.frame import Frame, framed

__all__ = ["trouble_page", "waiting_page"]

_HEADINGS = {
    400: "That cannot be asked so",
    401: "Who are you?",
    403: "Refused, to keep your ledger safe",
    404: "Nothing here",
    405: "Not like that",
    409: "Somebody was quicker",
    413: "Too big",
    422: "That cannot be read",
    503: "The ledger is out of reach",
}


def trouble_page(status: int, message: str, frame: Frame) -> str:
    """One sentence about what is wrong, and where to go from here."""
    heading = _HEADINGS.get(status, "sayso stopped at a fault of its own")
    return framed("trouble.html", frame, heading=heading, message=message, status=status)


def waiting_page(again: str, frame: Frame, *, part: bool) -> str:
    """What stands in the place of a page, or of a `part` of one, until it is worked out."""
    return framed("parts/waiting.html" if part else "waiting.html", frame, again=again)
