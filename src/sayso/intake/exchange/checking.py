"""Whether a report that comes from elsewhere is sound, before anything of it is kept."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from math import isfinite
from operator import attrgetter
from types import NoneType
from typing import Any

from sayso.errors import UnreadableReportError
from sayso.intake.metadata import as_url
from sayso.records import Holding, Item, Reading, Span, text_id

__all__ = ["check_report"]

_ODD = re.compile("[\0\ud800-\udfff]")  # what no database keeps
_Rule = Callable[[Any, int], str | None]
_LARGEST = 2**53  # the largest whole number that JSON keeps for everybody


def check_report(report: Holding, name: str) -> Holding:
    """The report, or UnreadableReportError that says what is wrong with it."""
    for fault in _faults(report):
        raise UnreadableReportError(f"{name} cannot be imported: {fault}.")
    return report


def _faults(report: Holding) -> Iterator[str]:
    readings = [report.reading, *filter(None, [report.unjudged])]
    if len({reading.report.id for reading in readings}) > 1:
        yield "it was read in two different texts"
    for reading in readings:
        yield from _faults_of(reading)
    told = (report.item.name, report.item.media_type, report.reader, report.known)
    yield from _odd((*told, report.judgements), 2**31)


def _faults_of(reading: Reading) -> Iterator[str]:
    text = reading.report.text
    if not text.strip():
        yield "it has no text"
    elif reading.report.id != text_id(text):
        yield "its id is not that of its text"
    if reading.report.url is not None and as_url(reading.report.url) is None:
        yield "its address is no web address"
    yield from _odd(reading, len(text))
    yield from _links(reading)


def _links(reading: Reading) -> Iterator[str]:
    """What is named twice, and what points to nothing."""
    statements = Counter(one.id for one in reading.statements)
    people = Counter(one.id for one in reading.people)
    for ids in (statements, people):
        yield from (f"{one} stands in it twice" for one, times in ids.items() if times > 1)
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


def _odd(value: Any, length: int) -> Iterator[str]:
    """What cannot be kept, anywhere in a value: spans outside a text so long, odd letters."""
    fault = _rule(type(value))(value, length)
    if fault is not None:
        yield fault


def _rule(kind: type) -> _Rule:
    """What looks at values of a kind: found out once, for every value of every row passes here."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _new_rule(kind)
    return _KNOWN[kind]


def _new_rule(kind: type) -> _Rule:
    if issubclass(kind, Enum):
        return _no_fault
    own = (rule for kinds, rule in _RULES if issubclass(kind, kinds))
    return next(own, None) or _rule_of_parts(kind)


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


def _rule_of_parts(kind: type) -> _Rule:
    """The first fault of any part of values of a kind."""
    parts = _parts_of(kind)

    def rule(value: Any, length: int) -> str | None:
        for part in parts(value):
            look = _KNOWN.get(type(part)) or _rule(type(part))
            if look is not _no_fault and (fault := look(part, length)) is not None:
                return fault
        return None

    return rule


def _parts_of(kind: type) -> Callable[[Any], Iterable[Any]]:
    if is_dataclass(kind) and not issubclass(kind, Item):
        names = [field.name for field in fields(kind)]
        return attrgetter(names[0], *names)  # always several, so that it gives a tuple
    if issubclass(kind, Mapping):
        return lambda value: (*value.keys(), *value.values())
    return iter if issubclass(kind, (list, tuple)) else lambda _: ()


_KNOWN: dict[type, _Rule] = {NoneType: _no_fault, bool: _no_fault}
_RULES: tuple[tuple[tuple[type, ...], _Rule], ...] = (
    ((Span,), _fault_of_span),
    ((str,), _fault_of_letters),
    ((int, float, Decimal), _fault_of_number),
)
