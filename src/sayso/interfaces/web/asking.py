"""What the address of a page asks for: the filters of `sayso search`."""

import datetime
from collections.abc import Collection, Mapping
from typing import Annotated

from fastapi import Request
from pydantic import Field

from sayso import pipeline
from sayso.errors import BadRequestError

__all__ = ["LOOKED_AT", "Number", "asked_for", "search_for"]

Number = Annotated[int, Field(ge=0, le=2**63 - 1)]
"""A number of something that is kept: no ledger holds a larger one."""

LOOKED_AT = 100
"""Reports, the newest, that a page lays beside one another; whoever wants others narrows it."""

_DAYS = ("since", "until", "said_since", "said_until")


def asked_for(
    request: Request, *, known: Collection[str] = pipeline.FILTERS | {"words"}
) -> dict[str, str]:
    """The filters in an address; what is none is left out, what is empty asks for nothing."""
    given = request.query_params
    return {name: value.strip() for name, value in given.items() if name in known and value.strip()}


def search_for(asked: Mapping[str, str]) -> pipeline.Search:
    """The search that those filters mean."""
    days = {name: _day(asked[name]) for name in _DAYS if name in asked}
    return pipeline.search_of({**asked, **days})


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"{text!r} is no day; write it like 2024-10-31.") from error
