"""The figures of one report that count a thing, each with its days, its place and its bounds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.days import as_day, days_said
from sayso.comparing.sentences import sentence_at
from sayso.comparing.series.bounds import bounds_of
from sayso.comparing.series.places import place_of
from sayso.comparing.series.things import (
    Thing,
    countries_in,
    is_total,
    named_count,
    thing_of,
)
from sayso.comparing.words import read_words
from sayso.lexicon import words
from sayso.records import (
    Claim,
    Interval,
    KeptReading,
    Place,
    Point,
    Quantity,
    Scope,
    Span,
    Statement,
    Timex,
)

__all__ = ["find_points"]

_FOLLOWING = 40  # letters after what is counted in which a word may make another thing of it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What a figure counts, and whether it is all of it."""

    words: str
    thing: Thing
    total: bool


def find_points(
    kept: KeptReading, thing: Thing, *, around: Callable[[Place], tuple[str, ...]]
) -> Iterator[Point]:
    """The figures of a report that count this thing, in the order of the text.

    `around` names what a place lies in.
    """
    page = _Page(kept)
    for quantity in kept.reading.quantities:
        if not kept.holds(quantity.statement) or quantity.id in page.changes:
            continue
        counted = page.counted(quantity)
        if counted is not None and page.counts(quantity, counted.thing, thing):
            place = page.place(quantity)
            yield replace(page.point(quantity, counted), within=around(place) if place else ())


class _Page:
    """One report with what is looked up beside its figures."""

    def __init__(self, kept: KeptReading) -> None:
        self._kept = kept
        self._reading = kept.reading
        self._text = kept.reading.report.text
        self._said = days_said(kept.reading)
        self._quantities = {it.id: it for it in kept.reading.quantities}
        self._times = {it.id: it for it in kept.reading.times}
        self._statements = {it.id: it for it in kept.reading.statements}
        self.changes = {it.change for it in kept.reading.quantities}

    def counted(self, quantity: Quantity) -> _Counted | None:
        """What the figure counts: as it was read, or as the words before it say."""
        named: tuple[str, bool] | None = (quantity.counted or quantity.unit or "", False)
        if quantity.counted is None and quantity.unit is None:
            before = Span(self._sentence(quantity).start, quantity.span.start)
            named = named_count(before.of(self._text)) or self._of_whole(quantity)
        if named is None:
            return None
        thing = thing_of(named[0].replace("_", " "))
        total = quantity.total or named[1] or is_total(named[0])
        return None if thing is None else _Counted(words=named[0], thing=thing, total=total)

    def counts(self, quantity: Quantity, own: Thing, wanted: Thing) -> bool:
        """Whether the figure counts what is wanted; whose it is may stand elsewhere beside it."""
        if not wanted.covers(own) or self._is_parted(quantity, wanted):
            return False
        if wanted.countries <= own.countries:
            return True
        whole = self._quantities.get(quantity.part_of or "")
        counted = self.counted(whole) if whole is not None and whole is not quantity else None
        if counted is not None and counted.thing.countries:
            return wanted.countries <= counted.thing.countries
        named = countries_in(self._sentence(quantity).of(self._text))
        if named - self._where(quantity):
            return wanted.countries <= named
        return wanted.countries <= countries_in(self._reading.report.title or "")

    def point(self, quantity: Quantity, counted: _Counted) -> Point:
        """The figure as a point of a series."""
        report = self._reading.report
        statement = self._statements.get(quantity.statement or "")
        place, claim = self.place(quantity), _claim(quantity, statement)
        speaker = self._reading.person(statement.speaker) if statement else None
        low, high = bounds_of(quantity)
        return Point(
            id=quantity.id,
            words=quantity.span.of(self._text),
            passage=" ".join(self._sentence(quantity).of(self._text).split()),
            value=quantity.value,
            low=low,
            high=high,
            relation=quantity.relation,
            counted=counted.words,
            unit=quantity.unit,
            per=quantity.per,
            scope=_scope(quantity, counted),
            place=place.name if place else None,
            certainty=claim.certainty if claim else None,
            expected=claim is not None and claim.forecast is not None,
            as_of=_interval(self._times.get(quantity.as_of or "")),
            said_on=self._said.get(quantity.statement or ""),
            published=report.published,
            speaker=speaker.name if speaker else None,
            person=self._kept.numbers.get(speaker.id) if speaker else None,
            outlet=report.outlet,
            statement=quantity.statement,
            report=report.id,
            address=self._kept.address,
        )

    def _sentence(self, quantity: Quantity) -> Span:
        return sentence_at(self._text, quantity.span.start)

    def _of_whole(self, quantity: Quantity) -> tuple[str, bool] | None:
        """What `3,000 of them` counts: what the figure that it is a part of does."""
        whole = self._quantities.get(quantity.part_of or "")
        if whole is None or whole.span.start >= quantity.span.start:
            return None
        counted = self.counted(whole)
        return (counted.words, False) if counted else None

    def _is_parted(self, quantity: Quantity, wanted: Thing) -> bool:
        """Whether a word after it makes another thing of it: `soldiers killed`."""
        start = quantity.span.end
        if quantity.counted and self._text.startswith(quantity.counted, start + 1):
            start += 1 + len(quantity.counted)
        after = read_words(self._text, start, min(len(self._text), start + _FOLLOWING))[:2]
        parting = words("things", "parting") - {wanted.noun} - wanted.beside
        return any(word.form in parting for word in after)

    def _where(self, quantity: Quantity) -> frozenset[str]:
        place = self.place(quantity)
        return countries_in(place.name) if place else frozenset()

    def place(self, quantity: Quantity) -> Place | None:
        """Where it is counted."""
        return place_of(quantity, self._reading)


def _claim(quantity: Quantity, statement: Statement | None) -> Claim | None:
    """The claim that the figure is part of: the last whose head stands before it, or the first."""
    claims: Sequence[Claim] = statement.claims if statement else ()
    before = [claim for claim in claims if claim.head.start <= quantity.span.start]
    return before[-1] if before else next(iter(claims), None)


def _scope(quantity: Quantity, counted: _Counted) -> Scope | None:
    if quantity.part_of is not None:
        return Scope.PART
    return Scope.TOTAL if counted.total else None


def _interval(time: Timex | None) -> Interval | None:
    if time is None or not (time.earliest or time.latest):
        return None
    return Interval(
        earliest=as_day(time.earliest), latest=as_day(time.latest), anchor=time.anchor or time.id
    )
