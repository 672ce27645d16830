"""What becomes of documents that were handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.views.pages.frame import Frame, framed

__all__ = ["Handed", "adding_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One document: its name, `state` (waiting, reading, new, version, same, failed) and why."""

    name: str
    state: str
    statements: int = 0
    reason: str | None = None


def adding_page(documents: Sequence[Handed], frame: Frame) -> str:
    """What is being read now, how many are left, and what became of the others."""
    left = [one for one in documents if one.state in {"waiting", "reading"}]
    return framed("adding.html", frame, documents=documents, left=len(left))
