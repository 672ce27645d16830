"""Records as plain values and back, whatever fields they have."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sayso.records import Span

__all__ = ["record_of", "spans_of", "spans_text"]

_Record = TypeVar("_Record")
_DAY_LENGTH = 10  # 2024-10-31; what is longer has an hour


def record_of(kind: Callable[..., _Record], values: Mapping[str, Any]) -> _Record:
    """The record of that class with these values; what it has no field for is left out.

    >>> from sayso.records import Interval
    >>> record_of(Interval, {"earliest": "2024-10-31", "latest": None}).earliest
    datetime.date(2024, 10, 31)
    """
    makers = _makers(kind)
    return kind(**{name: makers[name](value) for name, value in values.items() if name in makers})


def spans_text(spans: Sequence[Sequence[int]]) -> str | None:
    """Spans in short, None where there are none.

    >>> spans_text([[0, 5], [9, 11]])
    '0-5+9-11'
    """
    if len(spans) == 1:  # nearly always, and quicker
        start, end = spans[0]
        return f"{start}-{end}"
    return "+".join(f"{start}-{end}" for start, end in spans) or None


def spans_of(text: str | None) -> list[list[int]]:
    """The spans that were put in short.

    >>> spans_of("0-5+9-11")
    [[0, 5], [9, 11]]
    """
    return [[int(end) for end in piece.split("-")] for piece in text.split("+")] if text else []


@cache
def _makers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(kind)
    return {field.name: _maker(hints[field.name]) for field in fields(kind)}


def _maker(hint: Any) -> Callable[[Any], Any]:
    """What makes a value of that type of a plain one."""
    if get_origin(hint) in (Union, UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not NoneType]
        make = _maker(kinds[0])
        return lambda value: None if value is None else make(value)
    if get_origin(hint) is tuple:
        make = _maker(get_args(hint)[0])
        return lambda values: tuple(make(value) for value in values)
    return _maker_of_one(hint)


def _maker_of_one(kind: type) -> Callable[[Any], Any]:
    if kind is Span:
        return lambda span: Span(*span)
    if is_dataclass(kind):
        return lambda values: record_of(kind, values)
    if issubclass(kind, datetime.date):
        return _moment
    if issubclass(kind, (StrEnum, Decimal, bool, float)):
        return kind
    return lambda value: value


def _moment(text: str) -> datetime.date:
    if len(text) == _DAY_LENGTH:
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text)
