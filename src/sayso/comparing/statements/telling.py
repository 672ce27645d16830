"""A statement told in other words, sentence by sentence, as the report prints it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.comparing.statements.clauses import plain_forms
from sayso.comparing.statements.sentences import figure_names, telling_words
from sayso.comparing.words import is_function, read_words
from sayso.lexicon import words
from sayso.records import (
    Mode,
    Person,
    PersonKind,
    Quantity,
    Reading,
    Span,
    Spans,
    Statement,
    Timex,
    begun_in,
)

__all__ = ["Telling", "sentences_in", "tellings_of"]

# Where one telling ends and the next begins: the end of a sentence, or a second "that" clause. Each
# way begins with a character of its own, so that all others are passed over at once.
_NEXT = r"[\"”’']{0,2}\s{1,9}(?=[\"“‘'(]?[A-Z0-9])"
_ENDS = (
    *(rf"\{stop}(?<![A-Z]\{stop}){_NEXT}" for stop in ".!?"),
    r"\n\s{0,9}\n",
    *(rf"{before}(?:and|but) (?=that )" for before in (", ", " ")),
)
_END = re.compile("|".join(_ENDS))
_STOP = re.compile(r"[.!?][\"”’']{0,2}\s|\n\s{0,9}\n")
_LAST_WORD = re.compile(r"[^\W\d_.]+$")
_LONGEST_WORD = 20
# Characters of the next piece that tell whether a sentence began.
_AHEAD = 6
# Characters on either side in which the rest of the sentence is looked for.
_REACH = 400
# Characters before the words of saying in which a "not" of theirs stands.
_BEFORE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence of a statement's content: where it stands, and its words in normal form.

    `wanted` are those that vouch for something, with a name for each figure; `frame` has the words
    of the whole sentence of the report, `saying` those by which it is said, and what stands before
    them; `quoted` are the stretches in quotation marks, which are compared as quotations.
    """

    statement: Statement
    person: Person | None
    spans: Spans
    text: str
    forms: tuple[str, ...]
    wanted: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Timex, ...]
    frame: tuple[str, ...]
    saying: tuple[str, ...]
    quoted: Spans

    def printed(self) -> str:
        """The words as the report prints them, pieces joined by a space."""
        return " ".join(span.of(self.text) for span in self.spans)

    def as_printed(self, form: str) -> str:
        """That word as the report prints it where it stands first."""
        words = (word for span in self.spans for word in read_words(self.text, *span))
        return next((self.text[it.start : it.end] for it in words if it.form == form), form)

    @property
    def is_told(self) -> bool:
        """Whether any word of weight stands outside quotation marks."""
        return not all(self._in_quotation())

    @property
    def is_mostly_quoted(self) -> bool:
        """Whether most words of weight stand in quotation marks, and are compared there."""
        quoted = self._in_quotation()
        return 2 * sum(quoted) > len(quoted)

    def _in_quotation(self) -> list[bool]:
        words = (word for span in self.spans for word in read_words(self.text, *span))
        return [
            any(span.start <= word.start < span.end for span in self.quoted)
            for word in words
            if not is_function(word.form)
        ]


def tellings_of(reading: Reading) -> Iterator[Telling]:
    """What statements tell in words that are not all quoted, in the order of the report."""
    page = _Page(
        reading=reading,
        quantities=tuple(sorted(reading.quantities, key=lambda it: it.span)),
        quoted=tuple(
            sorted(span for it in reading.quotations if not it.names for span in it.spans)
        ),
    )
    # what an outlet passes on in a caption is compared as the words of who said it
    captions = {it.within for it in reading.statements if it.within and not it.cue}
    for statement in reading.statements:
        if statement.mode is not Mode.DIRECT and statement.id not in captions:
            for spans in _parts(statement.content, reading.report.text):
                telling = page.telling(statement, spans)
                if telling.is_told:
                    yield telling


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A report with its quantities and quoted stretches in order."""

    reading: Reading
    quantities: tuple[Quantity, ...]
    quoted: Spans

    def telling(self, statement: Statement, spans: Spans) -> Telling:
        text = self.reading.report.text
        forms = tuple(form for span in spans for form in plain_forms(text, *span))
        quantities = [it for span in spans for it in self._quantities(span)]
        person = self.reading.person(statement.speaker)
        telling = [form for form in telling_words(forms) if form not in _own_name(person)]
        return Telling(
            statement=statement,
            person=person,
            spans=spans,
            text=text,
            forms=forms,
            quantities=tuple(quantities),
            times=tuple(it for it in self.reading.times if any(s.covers(it.span) for s in spans)),
            wanted=(*telling, *figure_names(quantities, text)),
            frame=_frame(text, spans),
            saying=tuple(
                form
                for start, end in statement.cue
                for form in plain_forms(text, max(start - _BEFORE, 0), end)
            ),
            quoted=tuple(it for span in spans for it in self._quoted(span)),
        )

    def _quantities(self, span: Span) -> list[Quantity]:
        return [it for it in begun_in(self.quantities, span) if span.covers(it.span)]

    def _quoted(self, span: Span) -> Spans:
        first = bisect_left(self.quoted, span.start, key=lambda it: it.end)
        last = bisect_left(self.quoted, span.end, key=lambda it: it.start)
        return self.quoted[first:last]


def _own_name(person: Person | None) -> frozenset[str]:
    """The words of the speaker's name: the record has an "I" for them."""
    if person is None or person.kind not in {PersonKind.PERSON, None}:
        return frozenset()
    return frozenset(word.form for word in read_words(person.name))


def _parts(content: Spans, text: str) -> list[Spans]:
    """The content cut at the ends of sentences; a sentence may go on behind `she said`."""
    parts: list[list[Span]] = []
    for piece in (piece for span in content for piece in sentences_in(span, text)):
        between = (parts[-1][-1].end - 1, piece.start + _AHEAD) if parts else (0, 0)
        if not parts or any(_ends(text, *between)) or _joins(piece.of(text)):
            parts.append([])
        parts[-1].append(piece)
    return [tuple(part) for part in parts]


def sentences_in(span: Span, text: str) -> Iterator[Span]:
    """The stretch cut where sentences end."""
    start = span.start
    for end in _ends(text, *span):
        yield Span(start, end.start() + 1)
        start = end.end()
    if start < span.end:
        yield Span(start, span.end)


def _joins(text: str) -> bool:
    """Whether a piece opens with a word that joins one thing told to another."""
    return text[:_LONGEST_WORD].partition(" ")[0].lower() in words("tellings", "joins")


def _ends(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where tellings end; the stop of `Gen.` ends none."""
    for found in _END.finditer(text, start, end):
        word = _LAST_WORD.search(text, max(found.start() - _LONGEST_WORD, 0), found.start())
        if not word or word.group() not in words("abbreviations", "with_full_stop"):
            yield found


def _frame(text: str, spans: Spans) -> tuple[str, ...]:
    first, last = spans[0].start, spans[-1].end
    before = _STOP.split(text[max(first - _REACH, 0) : first])[-1]
    after = _STOP.split(text[last : last + _REACH], maxsplit=1)[0]
    sentence = f"{before}{text[first:last]}{after}"
    return plain_forms(sentence, 0, len(sentence))
