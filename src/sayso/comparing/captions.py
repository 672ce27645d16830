"""Words given as said without quotation marks, with the name behind them, as captions have them."""

import re
from collections.abc import Collection, Iterator

from sayso.comparing.speakers import same_speaker
from sayso.records import Mode, Person, Quotation, Reading, Span

__all__ = ["Caption", "captions_of"]

Caption = tuple[Quotation, Person]

# A caption may run over several lines; it ends where a line ends with a full stop.
_END = re.compile(r"[.!?][\"”'’)]{0,3}[ \t]{0,9}(?:\n|$)|\n[ \t]{0,9}\n")
_NAME = re.compile(
    r"\s{0,3}[,–—-]\s{1,3}((?:[^\W\d_a-z][\w.'’-]{0,30}\s){1,3}[^\W\d_a-z][\w'’-]{1,30})(?=[,.]|$)"
)
_MARKS = ' \t\n"“”'


def captions_of(reading: Reading, labels: Collection[str | None]) -> Iterator[Caption]:
    """Each block that names a speaker of the record behind its words, and no marks in them.

    >>> from sayso.records import Report
    >>> reading = Reading(report=Report(id="r", text="We will not go, Ann Vale, mayor."))
    >>> [(it.spans, who.name) for it, who in captions_of(reading, ["MAYOR VALE"])]
    [((Span(start=0, end=14),), 'Ann Vale')]
    """
    text = reading.report.text
    quoted = [span for quotation in reading.quotations for span in quotation.spans]
    start = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        named = _named(text, Span(start, end), labels)
        if named:
            span = _trimmed(text, Span(start, named.start()))
            person = _person(reading, named)
            taken = (*quoted, *_told_of(reading, person))
            if span.start < span.end and not any(span.overlaps(it) for it in taken):
                yield Quotation(spans=(span,)), person
        start = end


def _named(text: str, block: Span, labels: Collection[str | None]) -> re.Match[str] | None:
    """Where a speaker of the record is named behind the words of a block."""
    return next(
        (
            found
            for found in _NAME.finditer(text, *block)
            if any(same_speaker(found[1], label) for label in labels)
        ),
        None,
    )


def _told_of(reading: Reading, person: Person) -> Iterator[Span]:
    """What the report tells the person to have said in other words."""
    for statement in reading.statements:
        if statement.speaker == person.id and statement.mode is not Mode.DIRECT:
            yield from statement.content


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    return Span(start, start + len(words.strip(_MARKS)))


def _person(reading: Reading, named: re.Match[str]) -> Person:
    span = Span(*named.span(1))
    known = (it for it in reading.people if any(own.overlaps(span) for own in it.mentions))
    return next(known, Person(id="", name=named[1]))
