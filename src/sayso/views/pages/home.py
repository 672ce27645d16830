"""Where one begins: what came last, who speaks most, and where to put more."""

from collections.abc import Sequence

from sayso.records import Failure, Overview, Shelved
from sayso.views.pages.frame import Frame, framed

__all__ = ["failures_page", "home_page", "reports_page"]

# The parts of both columns, each a template in parts/; another one is a word here.
_COLUMNS = (("stories", "newest"), ("due", "heard", "adding"))


def home_page(overview: Overview, frame: Frame) -> str:
    """The first page; an empty ledger shows how to fill it."""
    return framed("home.html", frame, overview=overview, columns=_COLUMNS)


def reports_page(reports: Sequence[tuple[int, Shelved]], frame: Frame, *, limit: int) -> str:
    """All reports, a page of `limit` at a time."""
    more = reports[-1][0] if len(reports) == limit else None
    return framed("reports.html", frame, reports=[one for _, one in reports], more=more)


def failures_page(failures: Sequence[Failure], frame: Frame) -> str:
    """What could not be added, each with its reason."""
    return framed("failures.html", frame, failures=failures)
