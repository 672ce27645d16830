"""How often sayso is right, and what it is made of."""

from collections.abc import Sequence

from sayso.lexicon import table
from sayso.views.pages.frame import Frame, framed

__all__ = ["about_page"]


def about_page(facts: Sequence[tuple[str, str]], frame: Frame) -> str:
    """The error rates of the readers on named test sets, what made each mark, what is not seen."""
    told = table("accuracy")
    return framed(
        "about.html",
        frame,
        facts=facts,
        rows=told["rows"],
        limits=told["limits"],
        legend=table("signs")["marks"],
    )
