"""What the ledger tells across reports: stories, utterances, drift, origins.

With a `clock` what is new in the ledger is first laid beside the others, which writes; without one
nothing is written, and what is new waits for whoever adds, or asks with a clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import NotKeptError
from sayso.ledger import (
    Ledger,
    Search,
    last_stories,
    names_in,
    origins_by_story,
    origins_in,
    stories_in,
    story_of,
    topics_in,
    utterances_in,
)
from sayso.pipeline.maker import Clock
from sayso.records import FacetCount, KnownStory, Origin, ReportCard, Utterance

__all__ = [
    "Said",
    "Told",
    "drift",
    "newest_stories",
    "origins",
    "stories",
    "story",
    "story_around",
    "topics",
    "utterances",
    "who",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story with what was said in it and where its reports have it from."""

    story: KnownStory
    utterances: tuple[Utterance, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Utterances, and the reports that render them by their ids."""

    utterances: tuple[Utterance, ...]
    reports: Mapping[str, ReportCard]


def stories(ledger: Ledger, *, clock: Clock | None = None) -> list[KnownStory]:
    """Every story, the one with the newest report last."""
    _prepare(ledger, clock)
    with ledger.seen() as connection:
        return stories_in(connection)


def newest_stories(ledger: Ledger, *, limit: int, before: int | None = None) -> list[Told]:
    """The stories that began last, the newest first, with their origins, so many of them.

    Go on after a page with its last number. What is new in the ledger is not laid beside them.
    """
    with ledger.seen() as connection:
        chosen = last_stories(connection, before=before, limit=limit)
        origins = origins_by_story(connection, [it.id for it in chosen])
        return [Told(story=it, origins=(*origins[it.id],)) for it in chosen]


def story(ledger: Ledger, number: int, *, clock: Clock | None = None) -> Told:
    """The story of that number; NotKeptError where there is none."""
    _prepare(ledger, clock)
    with ledger.seen() as connection:
        found = stories_in(connection, number)
        if not found:
            raise NotKeptError(f"There is no story {number}; `sayso stories` lists them.")
        return Told(
            story=found[0],
            utterances=(*utterances_in(connection, names=names_in(connection), story=number),),
            origins=(*origins_in(connection, number),),
        )


def story_around(ledger: Ledger, report: str) -> Told | None:
    """The story that the report with that text belongs to, with what was said in it."""
    with ledger.seen() as connection:
        number = story_of(connection, report)
    return None if number is None else story(ledger, number)


def topics(ledger: Ledger, search: Search) -> list[FacetCount]:
    """The stories of what a search finds, those of most statements first."""
    with ledger.seen() as connection:
        return topics_in(connection, search, names=names_in(connection))


def utterances(ledger: Ledger, number: int | None = None, *, clock: Clock | None = None) -> Said:
    """Everything that was said, or what was told in the story of that number."""
    return _said(ledger, clock, story=number)


def drift(ledger: Ledger, number: int | None = None, *, clock: Clock | None = None) -> Said:
    """The utterances that some report renders otherwise than the others."""
    said = utterances(ledger, number, clock=clock)
    drifted = (one for one in said.utterances if any(it.drift for it in one.renderings))
    return Said(utterances=(*drifted,), reports=said.reports)


def origins(ledger: Ledger, number: int | None = None, *, clock: Clock | None = None) -> list[Told]:
    """Every story, or the one of that number, with where its reports have their words from."""
    _prepare(ledger, clock)
    with ledger.seen() as connection:
        known = {it.report: it for it in origins_in(connection, number)}
        return [
            Told(story=it, origins=tuple(known[one.id] for one in it.reports if one.id in known))
            for it in stories_in(connection, number)
        ]


def who(ledger: Ledger, name: str, *, clock: Clock | None = None) -> Said:
    """What everybody of that name said, in order of days."""
    return _said(ledger, clock, speaker=name)


def _prepare(ledger: Ledger, clock: Clock | None) -> None:
    if clock is not None:
        # here, for whoever only looks needs none of what reads reports and compares them
        from sayso.pipeline.relating import relate

        relate(ledger, clock=clock)


def _said(ledger: Ledger, clock: Clock | None, **chosen: Any) -> Said:
    _prepare(ledger, clock)
    with ledger.seen() as connection:
        told = utterances_in(connection, names=names_in(connection), **chosen)
        cards = {card.id: card for one in stories_in(connection) for card in one.reports}
    return Said(utterances=(*told,), reports=cards)
