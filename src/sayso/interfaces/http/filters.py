"""The filters by which statements are chosen, as parameters of an address."""

import datetime
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from sayso import pipeline
from sayso.pipeline import Search
from sayso.records import Certainty, Kind, Mode

__all__ = ["Chosen", "Filters"]


def _text(words: str, example: str) -> Any:
    return Query(description=words, examples=[example], max_length=1000)


def _day(words: str, example: str) -> Any:
    return Query(description=words, examples=[example])


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The options of `sayso search`; all that is given must hold."""

    words: Annotated[str, _text('Words, "phrases", AND, OR, NOT, (groups), endings*.', "ships")] = (
        ""
    )
    speaker: Annotated[str | None, _text("Who spoke, under any linked name.", "Brandt")] = None
    person: Annotated[
        int | None, Query(ge=0, description="Who spoke, by number.", examples=[1])
    ] = None
    office: Annotated[str | None, _text("An office of the speaker.", "mayor")] = None
    outlet: Annotated[str | None, _text("Who published it.", "Tarnwick Post")] = None
    place: Annotated[str | None, _text("A place named in what was said.", "Rotterdam")] = None
    quantity: Annotated[str | None, _text("A figure in it.", "ships > 40")] = None
    mode: Annotated[
        Mode | None, Query(description="In quotation marks, or not.", examples=["direct"])
    ] = None
    kind: Annotated[
        Kind | None, Query(description="Said, believed, intended, written.", examples=["speech"])
    ] = None
    certainty: Annotated[
        Certainty | None, Query(description="How sure it is said.", examples=["asserted"])
    ] = None
    said_since: Annotated[
        datetime.date | None, _day("Said on that day or later.", "2024-10-31")
    ] = None
    said_until: Annotated[
        datetime.date | None, _day("Said on that day or earlier.", "2024-10-31")
    ] = None
    since: Annotated[
        datetime.date | None, _day("Published on that day or later.", "2024-11-01")
    ] = None
    until: Annotated[
        datetime.date | None, _day("Published on that day or earlier.", "2024-11-02")
    ] = None
    story: Annotated[
        int | None, Query(ge=1, le=2**31 - 1, description="Told in that story.", examples=[1])
    ] = None
    sort: Annotated[
        Literal["new", "old", "rank"], Query(description="What comes first.", examples=["old"])
    ] = "new"
    all: Annotated[bool, Query(description="What older versions hold, too.", examples=[True])] = (
        False
    )


def _chosen(filters: Annotated[Filters, Depends()]) -> Search:
    given = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return pipeline.search_of(given)


Chosen = Annotated[Search, Depends(_chosen)]
"""The search that the filters of a request mean, as a parameter of a route."""
