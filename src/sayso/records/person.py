"""Who speaks."""

from dataclasses import dataclass

from sayso.records.text import Spans

__all__ = ["Person"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, organization or office of one report, with every place that names it."""

    id: str
    name: str
    office: str | None = None
    affiliation: str | None = None
    mentions: Spans = ()
