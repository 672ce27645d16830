"""The corpora of times beside the checkout, and how far a reading agrees with them.

MEANTIME (Minard et al. 2016): TIMEX3 with values in the title, the date and the first four
sentences of Wikinews reports; nothing is marked after those. GUM news (Zeldes 2017): TEI <date> and
<time> with `when`, `from`/`to` or `notBefore`/`notAfter`. GUM marks few lengths, rates and vague
words, so ours are counted against us there only where they are dates.
"""

import datetime
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from sayso.reading.times import read_times
from sayso.records import Span, Timex

# MEANTIME annotates the sentences up to this one.
_LAST_SENTENCE = 5
_QUOTED = re.compile(r"(?:``|\")[^\n]*?(?:''|\")")
_DATELINE = re.compile(r"\w+day , (\w+ \d+ , \d{4})")

Gold = tuple[Span, Callable[[Timex], bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text with its day and its times, marked up to `end`."""

    text: str
    published: datetime.date
    times: list[Gold]
    end: int


def meantime(paths: Iterable[Path]) -> Iterator[Page]:
    for path in paths:
        document = ET.parse(path).getroot()
        text, places, end = _meantime_text(document)
        times: list[Gold] = []
        published = None
        for mark in document.iter("TIMEX3"):
            value = _iso(mark.get("value") or "")
            anchors = [places[anchor.get("t_id") or ""] for anchor in mark.iter("token_anchor")]
            if anchors:
                span = Span(min(a.start for a in anchors), max(a.end for a in anchors))
                times.append((span, _has_value(value)))
                if published is None and re.fullmatch(r"\w+ \d\d , \d{4}", span.of(text)):
                    published = datetime.date.fromisoformat(value)
        assert published is not None, path
        times.sort(key=lambda gold: gold[0])
        yield Page(text=text, published=published, times=times, end=end)


def _meantime_text(document: ET.Element) -> tuple[str, dict[str, Span], int]:
    """The words of a document with white space between, their places, and where marking ends."""
    text, before, end = "", "0", None
    places: dict[str, Span] = {}
    for token in document.iter("token"):
        word, sentence = token.text or "", token.get("sentence") or "0"
        if places:
            text += " " if sentence == before else "\n\n" if int(before) < 2 else "\n"
        if int(sentence) > _LAST_SENTENCE and end is None:
            end = len(text)
        places[token.get("t_id") or ""] = Span(len(text), len(text) + len(word))
        text, before = text + word, sentence
    return text, places, len(text) if end is None else end


def _iso(value: str) -> str:
    """One document gives its day as 03-02-2009."""
    turned = re.fullmatch(r"(\d\d)-(\d\d)-(\d{4})", value.strip())
    return f"{turned[3]}-{turned[2]}-{turned[1]}" if turned else value.strip()


def _has_value(value: str) -> Callable[[Timex], bool]:
    return lambda time: time.value == value


def gum(paths: Iterable[Path]) -> Iterator[Page]:
    for path in paths:
        text, times = _gum_text(path.read_text("utf-8").splitlines())
        dateline = _DATELINE.search(text)
        assert dateline, path
        published = datetime.datetime.strptime(dateline[1], "%B %d , %Y").date()  # noqa: DTZ007
        yield Page(text=text, published=published, times=times, end=len(text))


def _gum_text(lines: list[str]) -> tuple[str, list[Gold]]:
    text, times = "", []
    open_marks: list[tuple[dict[str, str], int]] = []
    for line in lines:
        if re.match(r"<(date|time)\b", line):
            gap = int(bool(text) and not text.endswith("\n"))
            open_marks.append((dict(re.findall(r'(\w+)="([^"]*)"', line)), len(text) + gap))
        elif re.match(r"</(date|time)>", line):
            attributes, start = open_marks.pop()
            times.append((Span(start, len(text)), _fits(attributes)))
        elif re.match(r"</(p|head|item|caption|s)\b", line) and text:
            text = text.rstrip() + ("\n" if line.startswith("</s") else "\n\n")
        elif "\t" in line:
            word = unescape(line.split("\t")[0])
            text += word if not text or text.endswith("\n") else " " + word
    return text, times


def _fits(attributes: dict[str, str]) -> Callable[[Timex], bool]:
    """Whether a time has the day, moment or bounds that the attributes give."""
    if "when" in attributes:
        return lambda time: _is_when(time, attributes["when"])
    if "from" in attributes:
        first, last = (datetime.date.fromisoformat(attributes[key]) for key in ("from", "to"))
        return lambda time: time.value == _value(first, last)
    bounds = attributes.get("notBefore", ""), attributes.get("notAfter", "")
    return lambda time: all(
        bound == "" or str(ours)[: len(bound)] == bound
        for bound, ours in zip(bounds, (time.earliest, time.latest), strict=True)
    )


def _is_when(time: Timex, when: str) -> bool:
    value, days = time.value or "", (str(time.earliest)[:10], str(time.latest)[:10])
    if ":" in when:
        return when.rpartition("T")[2][:5] in value
    return (
        when in (value, value[:10]) or days == (when, when) or (time.mod, days[1]) == ("END", when)
    )


def _value(first: datetime.date, last: datetime.date) -> str:
    """The TIMEX3 value of a weekend, week, summer, decade or century that TEI gives as two days."""
    year, week, _ = first.isocalendar()
    days = (last - first).days + 1
    if days <= 8:
        return f"{year}-W{week:02}" + ("-WE" if days == 2 else "")
    if days < 100:
        return f"{first.year}-SU"
    return str(first.year)[: 3 if days < 4000 else 2]


def agreement(pages: Iterable[Page], *, only_dates: bool = False) -> dict[str, float]:
    """Strict and relaxed F1 of the spans, and F1 of spans that overlap with the right value."""
    gold = ours = strict = relaxed = value = 0
    for page in pages:
        found = _read(page)
        pairs = list(_paired(page.times, found))
        extra = [time for time in found if time not in [pair[1] for pair in pairs]]
        gold += len(page.times)
        ours += len(pairs) + sum(not only_dates or _is_date(time) for time in extra)
        relaxed += len(pairs)
        strict += sum(span == time.span for (span, _), time in pairs)
        value += sum(fits(time) for (_, fits), time in pairs)
    counts = {"strict": strict, "relaxed": relaxed, "value": value}
    return {name: 200 * count / (gold + ours) for name, count in counts.items()}


def _read(page: Page) -> list[Timex]:
    quoted = tuple(Span(*match.span()) for match in _QUOTED.finditer(page.text))
    times = read_times(page.text, report_id="r", published=page.published, quoted=quoted)
    return [time for time in times if time.span.start < page.end]


def _paired(gold: list[Gold], found: list[Timex]) -> Iterator[tuple[Gold, Timex]]:
    """Each time of the gold with one of ours: the same span before one that overlaps."""
    left = list(found)
    for one in gold:
        same = [time for time in left if time.span == one[0]]
        near = same or [time for time in left if time.span.overlaps(one[0])]
        if near:
            left.remove(near[0])
            yield one, near[0]


def _is_date(time: Timex) -> bool:
    known = time.value is not None and not time.value.endswith("_REF")
    return time.type in ("DATE", "TIME") and known
