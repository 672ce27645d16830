"""Times of a report: their words, what they mean and what they hang on."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.reading.times.finding import find_times
from sayso.reading.times.found import Found, Meaning, Now
from sayso.reading.times.framing import framed, leans_ahead
from sayso.reading.times.readers import hangs_on_another, resolve
from sayso.reading.times.sayings import Saying, day_said, days_by_line, is_saying, quotation_of
from sayso.reading.times.steps import as_day
from sayso.reading.times.tense import Marker, nearest_marker, sentence_ends
from sayso.reading.times.tokens import Tokens, split_tokens
from sayso.records import Span, Spans, Timex, mention_id

__all__ = ["read_times"]

# A clock time or "the third day" hangs on a day at most so many times away in its sentence.
_BESIDE = (-1, 1, -2, 2)
# "Two days later" is counted from one of so many times before it.
_BEFORE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The words of one report, the forms found in them, and their meanings as far as read."""

    report_id: str
    published: datetime.date | None
    tokens: Tokens
    founds: list[Found]
    markers: list[Marker]
    ends: list[int]
    lines: list[int]
    meanings: dict[int, Meaning]


def read_times(
    text: str, *, report_id: str, published: datetime.date | None, quoted: Spans = ()
) -> tuple[Timex, ...]:
    """The times of `text` in order, apart from each other.

    Inside the `quoted` stretches they hang on the day the words were said, elsewhere on the day of
    publication; where no such day is known, what needs one stays unresolved.

    >>> published = datetime.date(2024, 11, 1)
    >>> times = read_times("They met on Thursday.", report_id="r1", published=published)
    >>> [(time.value, time.anchor) for time in times]
    [('2024-10-31', 'publication')]
    """
    page = _page(text, report_id, published)
    places = sorted(range(len(page.founds)), key=lambda at: hangs_on_another(page.founds[at]))
    inside = {at: quotation_of(_span(page.founds[at]), quoted) for at in places}
    for at in places:
        if inside[at] is None:
            page.meanings[at] = _read(page, at, day=published, anchor="publication")
    days = _days_said(page, {quotation for quotation in inside.values() if quotation})
    for at in places:
        quotation = inside[at]
        if quotation is not None:
            page.meanings[at] = _read_quoted(page, at, day=days[quotation])
    return tuple(_timex(page, at) for at in range(len(page.founds)))


def _page(text: str, report_id: str, published: datetime.date | None) -> _Page:
    tokens = split_tokens(text)
    founds = list(find_times(tokens))
    return _Page(
        report_id=report_id,
        published=published,
        tokens=tokens,
        founds=founds,
        markers=[nearest_marker(tokens, found.first, found.end) for found in founds],
        ends=sentence_ends(tokens),
        lines=[match.start() for match in re.finditer("\n", text)],
        meanings={},
    )


def _read(page: _Page, at: int, *, day: datetime.date | None, anchor: str) -> Meaning:
    found, marker = page.founds[at], page.markers[at]
    now = Now(
        day=day,
        anchor=anchor,
        direction=marker.direction or int(leans_ahead(found)),
        planned=marker.planned,
        before=_told_before(page, at),
        beside=_told_beside(page, at),
    )
    return framed(resolve(found, now), found, now)


def _read_quoted(page: _Page, at: int, *, day: datetime.date | None) -> Meaning:
    """Where the day of the words is unknown, they were at least said before they were published."""
    meaning = _read(page, at, day=day, anchor="utterance")
    if day or meaning.anchor != "utterance" or page.published is None:
        return meaning
    return replace(meaning, last=_read(page, at, day=page.published, anchor="utterance").last)


def _days_said(page: _Page, quotations: set[Span]) -> dict[Span, datetime.date | None]:
    """The day told beside each quotation, else the only one told in its line or in the text."""
    sayings = sorted(_sayings(page), key=lambda saying: saying.span)
    by_line = days_by_line(sayings)
    said = {}
    for quotation in quotations:
        first, last = (bisect_right(page.tokens.starts, place) - 1 for place in quotation)
        sentences = _sentence(page, first), _sentence(page, last)
        line = bisect_right(page.lines, quotation.start)
        days = by_line.get(line) or by_line.get(None) or set()
        only = next(iter(days)) if len(days) == 1 else None
        said[quotation] = day_said(quotation, sayings, sentences=sentences) or only
    return said


def _told_before(page: _Page, at: int) -> tuple[str, Meaning] | None:
    """The time with known days that the text told last."""
    for earlier in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        meaning = page.meanings.get(earlier)
        if meaning and meaning.first and not (meaning.value or "").endswith("_REF"):
            return _id(page, earlier), meaning
    return None


def _told_beside(page: _Page, at: int) -> tuple[str, Meaning] | None:
    """The nearest single day told in the same sentence."""
    sentence = _sentence(page, page.founds[at].first)
    for step in _BESIDE:
        meaning = page.meanings.get(at + step)
        if meaning is None or meaning.type != "DATE" or not _is_one_day(meaning):
            continue
        if _sentence(page, page.founds[at + step].first) == sentence:
            return _id(page, at + step), meaning
    return None


def _sayings(page: _Page) -> Iterator[Saying]:
    """The days on which the text says that somebody spoke."""
    for at, meaning in page.meanings.items():
        day, found = as_day(meaning.first), page.founds[at]
        spoken = is_saying(page.markers[at].word) and not _is_dateline(found)
        if day and spoken and _is_one_day(meaning):
            span = _span(found)
            line = bisect_right(page.lines, span.start)
            yield Saying(span=span, day=day, sentence=_sentence(page, found.first), line=line)


def _is_one_day(meaning: Meaning) -> bool:
    return meaning.first is not None and meaning.first == meaning.last


def _is_dateline(found: Found) -> bool:
    """Whether a bracket or dash follows, as in "WASHINGTON, Oct. 31 (Yonhap) --"."""
    return found.after() in ("(", "-", "–", "—")


def _sentence(page: _Page, token: int) -> int:
    return bisect_left(page.ends, token)


def _span(found: Found) -> Span:
    return found.tokens.span(found.first, found.end)


def _id(page: _Page, at: int) -> str:
    return mention_id(page.report_id, "t", _span(page.founds[at]))


def _timex(page: _Page, at: int) -> Timex:
    meaning = page.meanings[at]
    return Timex(
        id=_id(page, at),
        span=_span(page.founds[at]),
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        earliest=meaning.first,
        latest=meaning.last,
        anchor=meaning.anchor,
    )
