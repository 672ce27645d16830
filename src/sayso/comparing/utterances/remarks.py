"""What a record holds, remark by remark, in the form in which statements are compared.

A remark is a rendering of itself: statements join it by the same evidence by which they join each
other, and those that come near to none stay among themselves.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.comparing.speakers import same_speaker
from sayso.comparing.statements import sentences_of
from sayso.comparing.utterances.passages import Passage, passages_said
from sayso.comparing.utterances.sayings import Saying, read_remark
from sayso.comparing.words import is_function, read_words
from sayso.lexicon import words
from sayso.records import Interval, Reading, Record, Span

__all__ = ["Anchored", "anchored"]

_FEWEST = 3  # words of weight on either side of where one remark ends and the next begins
# So many are a remark beside any other; of fewer it takes two thirds. With all of 3 and 4 one
# event of three falls from F1 76 to 68; 5 and 6 come to the same, 8 joins what is told apart.
_ENOUGH = 5
# Where `check` places a telling is a hint that words can outweigh: it counts as part of a term that
# both have. Tried 0 to 3: from 1.5 on, what it placed wrongly in a long record stays there.
_PLACED = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """Statements and the remarks of records, and by id the remark that each of them surely is.

    `remarks` has the statements that quote one, and the remarks themselves: no two of these are
    one utterance.
    """

    sayings: tuple[Saying, ...]
    remarks: Mapping[str, str]


def anchored(
    told: Mapping[str, Saying], readings: Iterable[Reading], records: Sequence[Record]
) -> Anchored:
    """The statements beside the remarks of these records by anybody who is named among them.

    A quotation is of the remark in which it stands. A telling only tends to the one that holds most
    of what it begins with, for in a long record that may be another one.
    """
    places = {
        statement: place
        for reading in readings
        for statement, place in passages_said(reading, records).items()
        if statement in told and not told[statement].tells
    }
    said = {
        (record.id, sentence): remarks
        for record in records
        for sentence, remarks in _remarks(record, told.values(), _days(record, told, places))
    }
    quoting = {it.statement: it.statement for remarks in said.values() for it in remarks}
    tended: dict[str, Saying] = {}
    for statement, place in sorted(places.items()):
        if remarks := said.get(place):
            nearest = max(remarks, key=lambda it: (_shared(told[statement], it), it.statement))
            if told[statement].direct:
                quoting[statement] = nearest.statement
            else:
                for one in (told[statement], nearest):
                    tended[one.statement] = _tending(one, nearest.statement)
    found = {**told, **{it.statement: it for remarks in said.values() for it in remarks}, **tended}
    return Anchored(sayings=tuple(found.values()), remarks=quoting)


def _tending(saying: Saying, remark: str) -> Saying:
    return replace(saying, terms={**saying.terms, f"@{remark}": _PLACED})


def _shared(one: Saying, other: Saying) -> float:
    common = one.terms.keys() & other.terms.keys()
    return round(sum(min(one.terms[it], other.terms[it]) for it in common), 6)


def _days(
    record: Record, told: Mapping[str, Saying], places: Mapping[str, Passage]
) -> Interval | None:
    """The day of the record; where it names none, all days of the statements placed in it."""
    if record.held:
        return Interval(earliest=record.held, latest=record.held)
    days = [told[it].day for it, (name, _) in places.items() if name == record.id]
    first = [it.earliest for it in days if it and it.earliest]
    last = [it.latest for it in days if it and it.latest]
    return Interval(earliest=min(first), latest=max(last)) if first and last else None


def _remarks(
    record: Record, told: Collection[Saying], days: Interval | None
) -> Iterator[tuple[int, list[Saying]]]:
    """The remarks of each sentence of the record, by its number."""
    sentences = sentences_of(record)
    record = replace(record, quantities=tuple(sorted(record.quantities, key=lambda it: it.span)))
    names = {it.speaker for it in told if it.speaker}
    heard = {label: any(same_speaker(it, label) for it in names) for label in record.speakers}
    for number, (first, last) in enumerate(sentences.sentences):
        label = sentences.speaker(number)
        if label and heard.get(label):
            spans = [
                it for piece in sentences.index.slices(first, last) for it in _cut(record, piece)
            ]
            made = (read_remark(record, span, speaker=label, day=days) for span in spans)
            yield number, [it for it in made if it.is_telling]


def _cut(record: Record, sentence: Span) -> Iterator[Span]:
    """A sentence cut where it goes on with another remark: "..., and we are concerned"."""
    start = sentence.start
    for found in _next_remark().finditer(record.text, *sentence):
        before = _weight(record.text, start, found.start())
        after = _weight(record.text, found.end(), sentence.end)
        if _is_apart(*sorted((before, after))):
            yield Span(start, found.start())
            start = found.end()
    yield Span(start, sentence.end)


def _is_apart(less: int, more: int) -> bool:
    """Whether a clause of `less` words of weight is a remark beside one of `more`."""
    return less >= _FEWEST and (less >= _ENOUGH or 3 * less > 2 * more)


def _weight(text: str, start: int, end: int) -> int:
    return sum(not is_function(it.form) for it in read_words(text, start, end))


@cache
def _next_remark() -> re.Pattern[str]:
    subjects = "|".join(sorted(words("tellings", "subjects")))
    return re.compile(rf",\s(?=and\s(?:{subjects})\s)|;\s", re.IGNORECASE)
