"""Whether a report that comes from elsewhere is sound, before anything of it is kept."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from itertools import chain
from math import isfinite
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.errors import UnreadableReportError
from sayso.intake.metadata import as_url
from sayso.records import Holding, Item, Reading, Span, text_id

__all__ = ["check_report"]

_ODD = re.compile("[\0\ud800-\udfff]")  # what no database keeps
_Rule = Callable[[Any, int], str | None]
_LARGEST = 2**53  # the largest whole number that JSON keeps for everybody


def check_report(report: Holding, name: str, *, letters: bool = True) -> Holding:
    """The report, or UnreadableReportError that says what is wrong with it.

    Its `letters` are looked at unless it is known that none can be odd.
    """
    for fault in _faults(report, _ALL if letters else _BUT_LETTERS):
        raise UnreadableReportError(f"{name} cannot be imported: {fault}.")
    return report


def _faults(report: Holding, rules: "_Rules") -> Iterator[str]:
    readings = [report.reading, *filter(None, [report.unjudged])]
    if len({reading.report.id for reading in readings}) > 1:
        yield "it was read in two different texts"
    for reading in readings:
        yield from _faults_of(reading, rules)
    told = (report.item.name, report.item.media_type, report.reader, report.known)
    yield from rules.odd((*told, report.judgements), 2**31)


def _faults_of(reading: Reading, rules: "_Rules") -> Iterator[str]:
    text = reading.report.text
    if not text.strip():
        yield "it has no text"
    elif reading.report.id != text_id(text):
        yield "its id is not that of its text"
    if reading.report.url is not None and as_url(reading.report.url) is None:
        yield "its address is no web address"
    yield from rules.odd(reading, len(text))
    yield from _links(reading)


def _links(reading: Reading) -> Iterator[str]:
    """What is named twice, and what points to nothing."""
    statements = {one.id for one in reading.statements}
    people = {one.id for one in reading.people}
    for named, ids in ((reading.statements, statements), (reading.people, people)):
        if len(ids) < len(named):
            yield f"{_twice([one.id for one in named])} stands in it twice"
    told = [one.speaker for one in reading.statements]
    within = [one.within for one in reading.statements]
    of = [one.statement for one in reading.quantities]
    of += [one.statement for one in reading.quotations]
    for links, ids in ((told, people), ((*within, *of), statements)):
        yield from (f"{one!r} is not in it" for one in links if one is not None and one not in ids)
    if any(one.within == one.id for one in reading.statements):
        yield "a statement stands within itself"
    if not all(one.spans for one in reading.quotations):
        yield "a quotation stands nowhere"


def _twice(ids: Sequence[str]) -> str:
    return next(one for one, times in Counter(ids).items() if times > 1)


class _Rules:
    """What finds what cannot be kept, anywhere in a value; `sound` are kinds that are never odd."""

    def __init__(self, *sound: type) -> None:
        self._sound = (NoneType, bool, Enum, datetime.date, *sound)
        self._known: dict[type, _Rule] = {}

    def odd(self, value: Any, length: int) -> Iterator[str]:
        """The first fault: a span outside a text so long, odd letters, a number too large."""
        fault = self._rule(type(value))(value, length)
        if fault is not None:
            yield fault

    def _rule(self, kind: type) -> _Rule:
        """What looks at values of a kind: found out once, for every value of every row passes."""
        if kind not in self._known:
            self._known[kind] = self._new_rule(kind)
        return self._known[kind]

    def _new_rule(self, kind: type) -> _Rule:
        if issubclass(kind, self._sound):
            return _no_fault
        own = (rule for kinds, rule in _RULES if issubclass(kind, kinds))
        return next(own, None) or self._rule_of_parts(kind)

    def _rule_of_parts(self, kind: type) -> _Rule:
        """The first fault of any part of values of a kind."""
        parts, known, new = self._parts_of(kind), self._known, self._rule
        if parts is None:
            return _no_fault

        def rule(value: Any, length: int) -> str | None:
            for part in parts(value):
                look = known.get(type(part)) or new(type(part))
                if look is not _no_fault and (fault := look(part, length)) is not None:
                    return fault
            return None

        return rule

    def _parts_of(self, kind: type) -> Callable[[Any], Iterable[Any]] | None:
        """What gives the parts that may be odd; None where there are none."""
        if issubclass(kind, Mapping):
            return lambda value: (*value.keys(), *value.values())
        if issubclass(kind, (list, tuple)):
            return iter
        if not is_dataclass(kind) or issubclass(kind, Item):
            return None
        hints = get_type_hints(kind)
        return _getter({name: hints[name] for name in hints if self._may_be_odd(hints[name])})

    def _may_be_odd(self, hint: Any) -> bool:
        """Whether what has that type may hold anything to look at."""
        if get_origin(hint) in (Union, UnionType, tuple):
            return any(self._may_be_odd(part) for part in get_args(hint) if part is not ...)
        if not isinstance(hint, type) or get_origin(hint) or hint is Any:
            return True
        return self._rule(hint) is not _no_fault


def _getter(hints: Mapping[str, Any]) -> Callable[[Any], Iterable[Any]] | None:
    """What gives those fields of a record, and the members of those that are tuples."""
    many = [name for name, hint in hints.items() if get_origin(hint) is tuple]
    members_of, others_of = _values(many), _values([name for name in hints if name not in many])

    def parts(value: Any) -> Iterable[Any]:
        return chain(others_of(value), *members_of(value))

    return (parts if many else others_of) if hints else None


def _values(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gets these fields, always as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return lambda value: (get(value),)


def _no_fault(_: Any, __: int) -> None:
    return None


def _fault_of_span(span: Span, length: int) -> str | None:
    inside = 0 <= span.start <= span.end <= length
    return None if inside else f"{span.start}-{span.end} is outside its text"


def _fault_of_letters(letters: str, _: int) -> str | None:
    odd = "\0" in letters or (not letters.isascii() and _ODD.search(letters))
    return "a NUL or half a character stands in it" if odd else None


def _fault_of_number(number: float | Decimal, _: int) -> str | None:
    return None if _is_number(number) else f"{str(number)[:40]} is too large, or no number"


def _is_number(value: float | Decimal) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return isfinite(value) and (not isinstance(value, int) or abs(value) <= _LARGEST)


_RULES: tuple[tuple[tuple[type, ...], _Rule], ...] = (
    ((Span,), _fault_of_span),
    ((str,), _fault_of_letters),
    ((int, float, Decimal), _fault_of_number),
)
# JSON has no number without end, and none that is none but in words, which only figures may be.
_ALL, _BUT_LETTERS = _Rules(), _Rules(str, float)
