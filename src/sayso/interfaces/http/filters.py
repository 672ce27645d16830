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


def _day(words: str) -> Any:
    return Query(description=words, examples=["2024-10-31"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The options of `sayso search`; all that is given must hold."""

    words: Annotated[
        str, _text('Words, "phrases", AND, OR, NOT, (groups), endings*.', "troops")
    ] = ""
    speaker: Annotated[str | None, _text("Who spoke, under any linked name.", "Blinken")] = None
    person: Annotated[int | None, Query(ge=0, description="Who spoke, by number.")] = None
    office: Annotated[str | None, _text("An office of the speaker.", "foreign minister")] = None
    outlet: Annotated[str | None, _text("Who published it.", "Reuters")] = None
    place: Annotated[str | None, _text("A place named in what was said.", "Kursk")] = None
    quantity: Annotated[str | None, _text("A figure in it.", "troops > 5,000")] = None
    mode: Annotated[Mode | None, Query(description="In quotation marks, or not.")] = None
    kind: Annotated[Kind | None, Query(description="Said, believed, intended, written.")] = None
    certainty: Annotated[Certainty | None, Query(description="How sure it is said.")] = None
    said_since: Annotated[datetime.date | None, _day("Said on that day or later.")] = None
    said_until: Annotated[datetime.date | None, _day("Said on that day or earlier.")] = None
    since: Annotated[datetime.date | None, _day("Published on that day or later.")] = None
    until: Annotated[datetime.date | None, _day("Published on that day or earlier.")] = None
    story: Annotated[int | None, Query(ge=1, le=2**31 - 1, description="Told in that story.")] = (
        None
    )
    sort: Annotated[Literal["new", "old", "rank"], Query(description="What comes first.")] = "new"
    all: Annotated[bool, Query(description="What older versions hold, too.")] = False


def _chosen(filters: Annotated[Filters, Depends()]) -> Search:
    given = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return pipeline.search_of(given)


Chosen = Annotated[Search, Depends(_chosen)]
"""The search that the filters of a request mean, as a parameter of a route."""
