"""The passages of a record that statements render: an anchor for utterances."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from sayso.comparing.quotations import check_quotations
from sayso.comparing.statements import place_tellings, sentences_of
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.telling import Telling
from sayso.comparing.words import is_function, read_words
from sayso.records import Finding, Mode, Reading, Record, Severity, Statement, Verdict

__all__ = ["Passage", "fitting_records", "passages_said"]

# A telling begins with what it renders; swept with the least share of words below.
_LEAD = 8
# A quotation of fewer words of weight may stand anywhere.
_FEWEST = 2
# Quotations that a record without a day has to hold to be of the same occasion.
_FEWEST_HELD = 2
_PLACED = frozenset(Verdict) - {
    Verdict.MISATTRIBUTED,
    Verdict.NOT_IN_RECORD,
    Verdict.OUTSIDE_RECORD,
    Verdict.NOT_A_QUOTATION,
}

Passage = tuple[str, int]
"""A sentence of a record: the id of the record, and the number of the sentence."""


def passages_said(reading: Reading, records: Sequence[Record]) -> Mapping[str, Passage]:
    """Which sentence of which record each statement begins to render, by statement.

    Found as `check` finds it, and only where the record's speaker is known to be the statement's.
    """
    found = [*_quoted(reading, records), *_told(reading, records)]
    first: dict[str, tuple[int, Passage]] = {}
    for statement, at, place in sorted(found, key=lambda it: (it[0], it[1])):
        first.setdefault(statement, (at, place))
    return {statement: place for statement, (_, place) in first.items()}


def fitting_records(readings: Sequence[Reading], records: Sequence[Record]) -> list[Record]:
    """The records of what these reports are about: of a day near theirs, or with their words."""
    return [it for it in records if it.held or _holds_words(it, readings)]


def _holds_words(record: Record, readings: Sequence[Reading]) -> bool:
    held = (
        finding
        for reading in readings
        for finding in check_quotations(reading, [record])
        if _is_whole(finding)
    )
    return len([*islice(held, _FEWEST_HELD)]) == _FEWEST_HELD


def _is_whole(finding: Finding) -> bool:
    faithful = finding.verdict.severity is Severity.NONE and finding.record is not None
    return faithful and _weight(finding.report_text) > 2 * _FEWEST


def _quoted(reading: Reading, records: Sequence[Record]) -> Iterator[tuple[str, int, Passage]]:
    indexes = {record.id: sentences_of(record).index for record in records}
    for finding in check_quotations(reading, records):
        if finding.verdict in _PLACED and finding.record and finding.record_span:
            statement = _direct(reading, finding)
            if statement and _weight(finding.report_text) >= _FEWEST:
                index = indexes[finding.record]
                number = index.sentence_number(index.word_at(finding.record_span[0].start))
                yield statement.id, finding.report_span[0].start, (finding.record, number)


def _direct(reading: Reading, finding: Finding) -> Statement | None:
    """The statement that is this quotation; a quotation within a telling does not tell all."""
    start = finding.report_span[0]
    holding = (it for it in reading.statements if any(s.overlaps(start) for s in it.content))
    return next((it for it in holding if it.mode is Mode.DIRECT), None)


def _weight(words: str) -> int:
    return sum(not is_function(word.form) for word in read_words(words, 0, len(words)))


def _told(reading: Reading, records: Sequence[Record]) -> Iterator[tuple[str, int, Passage]]:
    for placed in place_tellings(reading, records):
        found = placed.rendering
        if found and found.voice:
            place = found.sentences.index.record.id, _first(placed.telling, found)
            yield placed.telling.statement.id, placed.telling.spans[0].start, place


def _first(telling: Telling, found: Rendering) -> int:
    """The sentence in which most of what the telling begins with stands."""
    lead = telling.wanted[:_LEAD]
    return max(found.numbers, key=lambda it: round(found.sentences.coverage(lead, (it,)), 6))
