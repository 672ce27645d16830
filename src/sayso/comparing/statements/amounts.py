"""Drift of the figures in a telling: what was found about each, and what they are figures of."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from sayso.comparing.kinship import kin
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.sentences import telling_words
from sayso.comparing.words import read_words
from sayso.lexicon import table, words
from sayso.records import DriftKind, Finding, Quantity, Span

__all__ = [
    "figure_swapped",
    "figures_moved",
    "of_telling",
    "place_lost",
    "qualifier_lost",
    "rate_moved",
    "unit_moved",
]

# Characters behind a figure among which the place stands that it holds for.
_REACH = 60
_PLACE = 3
# Figures without a unit are sums, or counts of many, from here on.
_SUM = 10_000
_CLAUSE_END = re.compile(r"[,;:.!?\n—–()]\s")
_MARKS = frozenset(".,;:!?\n—–()")


def figures_moved(rendering: Rendering) -> Iterator[Departure]:
    """A figure, or how far it is left open, is another one."""
    for finding in rendering.figures:
        for drift in finding.drift:
            yield Departure(drift=drift, grave=drift.kind is DriftKind.VALUE_CHANGED)


def unit_moved(rendering: Rendering) -> Iterator[Departure]:
    """The figure is the same, but it counts in another unit, or for another one."""
    text = rendering.sentences.index.record.text
    for was, now, finding in _same_values(rendering):
        if _is_other(was, now):
            yield departure(
                DriftKind.UNIT_CHANGED, was.span.of(text), finding.report_text, grave=True
            )


def rate_moved(rendering: Rendering) -> Iterator[Departure]:
    """So much a month is told as so much a year."""
    durations: list[str] = table("units")["durations"]
    for was, now, _ in _same_values(rendering):
        if was.per != now.per and {was.per, now.per} <= set(durations):
            kind = DriftKind.TIME_CHANGED
            yield departure(kind, f"a {was.per}", f"a {now.per}", grave=True)


def _same_values(rendering: Rendering) -> Iterator[tuple[Quantity, Quantity, Finding]]:
    """Figures of one value in the record and in the telling, with what was found about them."""
    told = {it.span.start: it for it in rendering.telling.quantities}
    said = {it.span: it for it in _sources(rendering)}
    for finding in rendering.figures:
        now = told.get(finding.report_span[0].start)
        was = said.get(finding.record_span[0]) if finding.record_span else None
        if now and was and now.value == was.value:
            yield was, now, finding


def _is_other(was: Quantity, now: Quantity) -> bool:
    return _is_other_unit(was, now) or _is_other_money(was, now) or _is_other_money(now, was)


def _is_other_money(one: Quantity, other: Quantity) -> bool:
    """Whether one is money, and the other counts something, coins of another kind perhaps."""
    money = one.unit in table("currencies")["words"]
    return money and other.unit is None and other.counted is not None


def _is_other_unit(was: Quantity, now: Quantity) -> bool:
    """Whether both name a unit, and not the same; those of time are compared as times."""
    durations: list[str] = table("units")["durations"]
    units, rates = (was.unit, now.unit), (was.per, now.per)
    return any(
        None not in pair and pair[0] != pair[1] and not set(pair) & set(durations)
        for pair in (units, rates)
    )


def figure_swapped(rendering: Rendering) -> Iterator[Departure]:
    """What was paid is told with the figure that was pledged, both in one breath of the record."""
    text = rendering.sentences.index.record.text
    told = rendering.telling.text
    for was, now, finding in _same_values(rendering):
        deed, done = _deed(told, now.span), _deed(text, was.span)
        if not deed or kin([deed], [done]) or done in rendering.telling.forms:
            continue
        told_too = {it.value for it in rendering.telling.quantities}
        for other in _in_one_breath(rendering, was):
            if other.value not in told_too and kin([deed], [_deed(text, other.span)]):
                kind = DriftKind.VALUE_CHANGED
                yield departure(kind, other.span.of(text), finding.report_text, grave=True)
                return


def _deed(text: str, span: Span) -> str:
    """The last word of weight before a figure, in its clause: `paid` of `has paid some 30`."""
    before = _CLAUSE_END.split(text[max(span.start - _REACH, 0) : span.start])[-1]
    return next(iter(telling_words(word.form for word in read_words(before))[::-1]), "")


def _in_one_breath(rendering: Rendering, was: Quantity) -> Iterator[Quantity]:
    """Other figures of the same unit that its speaker gives in that sentence or beside it."""
    sentences = rendering.sentences
    index = sentences.index
    own = index.sentence_number(index.word_at(was.span.start))
    near = range(max(own - 1, 0), min(own + 2, len(sentences.sentences)))
    told = [it for it in near if sentences.speaker(it) == sentences.speaker(own)]
    places = [span for it in told for span in index.slices(*sentences.sentences[it])]
    for other in index.record.quantities:
        alike = other.unit == was.unit and other.value is not None and _is_such(was, other)
        if alike and any(place.covers(other.span) for place in places):
            yield other


def _is_such(was: Quantity, other: Quantity) -> bool:
    """Whether the figures differ, and may be of one kind."""
    sums = min(was.value or 0, other.value or 0) >= _SUM
    return was.value != other.value and (was.unit is not None or sums)


def place_lost(rendering: Rendering) -> Iterator[Departure]:
    """A rate is told without the place that it holds for."""
    for quantity in _sources(rendering):
        place = _place(rendering.sentences.index.record.text, quantity)
        if quantity.per and place and not kin(place, rendering.telling.frame):
            yield departure(DriftKind.SCOPE_CHANGED, " ".join(place), None)


def qualifier_lost(rendering: Rendering) -> Iterator[Departure]:
    """What kind of figure it is - a median, a first estimate - is not told."""
    told = set(rendering.telling.frame)
    same = table("tellings")["qualifiers"]["same"]
    for quantity in _sources(rendering):
        clause = _clause_of(rendering, quantity)
        for form in dict.fromkeys(clause):
            kind = form in table("tellings")["qualifiers"]["words"]
            if kind and told.isdisjoint({form, *same.get(form, ())}) and not kin([form], told):
                yield departure(DriftKind.WORDS_LOST, form, None)


def _sources(rendering: Rendering) -> Iterator[Quantity]:
    """The figures of the record that the figures of the telling retell."""
    record = rendering.sentences.index.record
    found = {span for finding in rendering.figures for span in finding.record_span}
    return (
        quantity
        for quantity in record.quantities
        if quantity.span in found and _is_rendered(rendering, quantity.span)
    )


def _is_rendered(rendering: Rendering, span: Span) -> bool:
    """Whether that place of the record is one of the sentences rendered."""
    index = rendering.sentences.index
    return index.sentence_number(index.word_at(span.start)) in rendering.numbers


def _place(text: str, quantity: Quantity) -> list[str]:
    """`in the east` behind `1,200 casualties a day`."""
    after = "".join(takewhile(lambda it: it not in _MARKS, text[quantity.span.end :][:_REACH]))
    forms: Sequence[str] = [word.form for word in read_words(after)]
    rate = list(dropwhile(lambda form: form != quantity.per, forms))[1:]
    if not rate or rate[0] not in words("tellings", "places"):
        return []
    return telling_words(rate[1 : 1 + _PLACE])


def _clause_of(rendering: Rendering, quantity: Quantity) -> tuple[str, ...]:
    text = quantity.span.of(rendering.sentences.index.record.text)
    return next((clause.forms for clause in rendering.said if text in clause.text), ())


def of_telling(findings: Sequence[Finding], spans: Sequence[Span]) -> tuple[Finding, ...]:
    """The findings on figures that stand in those stretches of the report."""
    return tuple(
        it
        for it in findings
        if any(span.covers(place) for span in spans for place in it.report_span)
    )
