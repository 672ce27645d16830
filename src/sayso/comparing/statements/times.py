"""Drift of when: days told as weeks, another month, another day, another hour."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from sayso.comparing.statements.clauses import Clause, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.sentences import telling_words
from sayso.comparing.words import is_number, read_words
from sayso.lexicon import table
from sayso.records import DriftKind, Timex

__all__ = ["time_changed"]

_RENDERS = 0.5
# The day, the month or the hour of a TIMEX3 value; one with a hedge is no other one.
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_MONTH = re.compile(r"(?<=^\d{4}-)\d\d$")
_HOUR = re.compile(r"(?<=T)\d\d:\d\d")
_GRAINS = (_HOUR, _DAY, _MONTH)
_WEEK = 7

_Named = tuple[Timex, str]


def time_changed(rendering: Rendering) -> Iterator[Departure]:
    """Another time is told: of another name, or another moment under any name."""
    alike = (pair for pair in rendering.pairs if share(*pair) >= _RENDERS)
    for told, said in alike:
        if _is_renamed(told, said, rendering.said_forms) or _is_moved(rendering, told, said):
            yield departure(DriftKind.TIME_CHANGED, said.text, told.text, grave=True)


def _is_renamed(told: Clause, said: Clause, all_said: Sequence[str]) -> bool:
    """Whether days became weeks, or one month another, with all else the same."""
    for row in _names():
        was, became = (_in_row(clause.forms, row) for clause in (said, told))
        same_figure = {figure for figure, _ in was} & {figure for figure, _ in became}
        if same_figure and became.isdisjoint(_in_row(all_said, row)):
            return not {name for _, name in was} & {name for _, name in became}
    return False


def _is_moved(rendering: Rendering, told: Clause, said: Clause) -> bool:
    """Whether both clauses name a moment, and that told is none of those of the record."""
    text = rendering.sentences.index.record.text
    theirs = [(it, it.span.of(text)) for it in rendering.times]
    ours = [(it, it.span.of(rendering.telling.text)) for it in rendering.telling.times]
    for named, grain in product(ours, _GRAINS):
        if named[1] in told.text and _moment(named[0], grain) and not named[0].mod:
            near = any(words in said.text and _moment(it, grain) for it, words in theirs)
            if near and not any(_is_same(named, it, grain) for it in theirs):
                return True
    return False


def _moment(time: Timex, grain: re.Pattern[str]) -> str | None:
    found = grain.search(time.value or "")
    return found.group() if found else None


def _is_same(told: _Named, said: _Named, grain: re.Pattern[str]) -> bool:
    """Whether both go by one name, or are one moment.

    Days whole weeks apart are one weekday, which two texts may reckon from two days.
    """
    one, other = _moment(told[0], grain), _moment(said[0], grain)
    if one == other or _is_named_alike(told[1], said[1]):
        return True
    if grain is not _DAY or not one or not other:
        return False
    apart = datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)
    return apart.days % _WEEK == 0 or one[5:] == other[5:]


def _is_named_alike(told: str, said: str) -> bool:
    """`tomorrow` and `tomorrow`, `midnight on Tuesday` and `midnight`."""
    one, other = ({word.form for word in read_words(text)} for text in (told, said))
    if any(is_number(form) for form in one | other):
        return one == other
    one, other = set(telling_words(one)), set(telling_words(other))
    return one <= other or other <= one


@cache
def _names() -> tuple[Mapping[str, str], ...]:
    """Units of time, days of the week, months: each word with the one that stands for it."""
    units: list[list[str]] = table("drift")["times"]["units"]
    cased = table("calendar")["cased"]
    months = [name for name in table("calendar")["months"] if name not in {*cased, "march"}]
    days = [name for name in table("calendar")["weekdays"] if name not in cased]
    return (
        {form: row[0] for row in units if row[0] in table("units")["durations"] for form in row},
        dict(zip(months, months, strict=True)),
        dict(zip(days, days, strict=True)),
    )


def _in_row(forms: Sequence[str], row: Mapping[str, str]) -> set[tuple[str, str]]:
    """The times of a row with the figure before them: three weeks and three months differ."""
    return {
        (forms[at - 1] if at and is_number(forms[at - 1]) else "", row[form])
        for at, form in enumerate(forms)
        if form in row
    }
