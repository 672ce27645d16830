"""What a statement says and who says it, in the form in which statements are compared."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice

from sayso.comparing.forms import decimal_form
from sayso.comparing.kinship import family, stem
from sayso.comparing.mentions import Figure, stated_figures
from sayso.comparing.series.things import countries_in
from sayso.comparing.statements.telling import sentences_in
from sayso.comparing.utterances.days import day_said
from sayso.comparing.utterances.earlier import said_earlier
from sayso.comparing.words import Word, is_function, is_light, is_number, read_words
from sayso.lexicon import document_share, table
from sayso.records import (
    Interval,
    Kind,
    Mode,
    Person,
    PersonKind,
    Quantity,
    Reading,
    Record,
    Span,
    Spans,
    Statement,
    begun_in,
)

__all__ = ["Saying", "read_remark", "read_rendering", "read_sayings"]

_FEW = 2  # statements of a report: neither of two is less than half of it
_FEWEST = 3  # words of weight that make a sentence one that can be told by itself
# A rendering may go on to what was said next: what it begins with tells which utterance it is of.
# These, and what is counted for a word, were chosen together with the constants of `evidence`.
_FIRST = 8  # terms
_AFTER = 0.45
_LATER = 0.1  # of the sentences after the first
_COUNT = 0.7  # of a term: of one whose rarity is 1, growing with its root
_FIGURE = 1.5
_ENOUGH = 1.5  # terms: "Thank you" and "what Russia is doing" are known again in no other words
_GIVEN = 0.3  # what a figure counts at least, if it is not one of a later sentence
_LIGHT = 0.5
_SENSE = 0.3  # of it for all words that tell the same
_MOST_SENSES = 5  # rows that a word stands in: "take" is in more, which tell nothing any more
_RAREST = 0.0006  # as in stories.terms: share of texts given to a word that none had
# Who tells what another thinks or means to do says so himself.
_HELD = frozenset({Kind.BELIEF, Kind.INTENTION})
_MOST_WORDS = 400  # a speech in full is known by its beginning


@dataclass(frozen=True, kw_only=True, eq=False)
class Saying:
    """One statement with its speaker, its day, and what it says as counts of terms.

    Terms are stems of words, rows of words that tell the same (`row 7`), and figures as `=8000`;
    `printed` are its words as printed. `countries` are those that its speaker belongs to, and
    `tells` is whether another statement is most of it: then it is hearsay, and that one renders
    what was said. `earlier` is whether it was said before what its report is about.
    """

    statement: str
    report: str
    speaker: str | None
    kind: PersonKind | None
    countries: frozenset[str]
    day: Interval | None
    terms: Mapping[str, float]
    printed: str
    direct: bool
    tells: bool
    earlier: bool = False

    @property
    def is_telling(self) -> bool:
        """Whether it says enough to be known again in other words."""
        return sum(self.terms.values()) >= _ENOUGH

    @property
    def figures(self) -> frozenset[str]:
        """The figures that it gives, as digits: a nought too many makes no other figure of one."""
        given = (term for term, count in self.terms.items() if count >= _GIVEN)
        return frozenset(it.replace(".", "").strip("=0") for it in given if it[0] == "=")


def read_sayings(reading: Reading) -> Iterator[Saying]:
    """What each statement of a report says; one without a word of weight says nothing."""
    quantities = sorted(reading.quantities, key=lambda it: it.span)
    before = _said_before(reading)
    for statement in reading.statements:
        beside = _beside(quantities, statement.content)
        terms = _counted(reading.report.text, statement.content, beside)
        if terms:
            saying = _saying(reading, statement, terms)
            early = statement.id in before and not _is_dated(saying)
            yield replace(saying, earlier=True) if early else saying


def read_rendering(reading: Reading, statement: Statement) -> Saying:
    """A statement as renderings are told apart: of its terms there are only the figures."""
    text, quantities = reading.report.text, sorted(reading.quantities, key=lambda it: it.span)
    pieces = (piece for span in statement.content for piece in sentences_in(span, text))
    figures = (it for piece in pieces for it in _stated(text, piece, quantities))
    return _saying(reading, statement, {_figure_term(figure): _FIGURE for figure in figures})


def _is_dated(saying: Saying) -> bool:
    """Whether the day is known: then it tells the occasion."""
    return saying.day is not None and saying.day.earliest == saying.day.latest


def _said_before(reading: Reading) -> frozenset[str]:
    """What was said before what the report is about; that is what most of it is about."""
    if len(reading.statements) <= _FEW:
        return frozenset()
    before = frozenset(it.id for it in reading.statements if said_earlier(reading, it))
    return before if 2 * len(before) < len(reading.statements) else frozenset()


def _saying(reading: Reading, statement: Statement, terms: Mapping[str, float]) -> Saying:
    text = reading.report.text
    person = reading.person(statement.speaker)
    return Saying(
        statement=statement.id,
        report=reading.report.id,
        speaker=person.name if person else None,
        kind=person.kind if person else None,
        countries=_countries(person) if person else frozenset(),
        day=day_said(reading, statement),
        terms=terms,
        printed=" … ".join(span.of(text) for span in statement.content),
        direct=statement.mode is Mode.DIRECT,
        tells=_is_hearsay(reading, statement),
    )


def _is_hearsay(reading: Reading, statement: Statement) -> bool:
    """Whether most of what it tells is another statement's, or the words that say that one."""
    inner = [it for it in reading.statements if it.within == statement.id and it.kind not in _HELD]
    held = [span for it in inner for span in (*it.source, *it.cue, *it.content)]
    weighty = [
        word
        for span in (statement.content if inner else ())
        for word in read_words(reading.report.text, *span)
        if not is_function(word.form)
    ]
    own = [it for it in weighty if not any(span.start <= it.start < span.end for span in held)]
    return bool(inner) and 2 * len(own) < len(weighty)


def read_remark(record: Record, span: Span, *, speaker: str, day: Interval | None) -> Saying:
    """What stands in this stretch of a record, as a statement that quotes it word for word.

    All of it is one utterance: so what comes later tells as much as what it begins with.
    """
    return Saying(
        statement=f"{record.id}.{span.start}",
        report=record.id,
        speaker=speaker,
        kind=PersonKind.PERSON,
        countries=frozenset(),
        day=day,
        terms=_counted(record.text, (span,), _beside(record.quantities, (span,)), whole=True),
        printed=span.of(record.text),
        direct=True,
        tells=False,
    )


def _countries(person: Person) -> frozenset[str]:
    held = person.tenure.affiliation if person.tenure else None
    return frozenset().union(
        *(countries_in(it) for it in (person.name, person.affiliation, held) if it)
    )


def _beside(quantities: Sequence[Quantity], content: Spans) -> tuple[Quantity, ...]:
    """The quantities, given in their order, from where a statement begins to where it ends."""
    whole = Span(min(content).start, max(span.end for span in content))
    return tuple(begun_in(quantities, whole))


@lru_cache(maxsize=1 << 11)
def _counted(
    text: str, content: Spans, quantities: tuple[Quantity, ...], *, whole: bool = False
) -> Mapping[str, float]:
    """How much each term stands in a statement, counted less the later it comes, if not `whole`.

    Kept for the statements that were asked for last, which are looked at again with what comes in.
    """
    counts: dict[str, float] = {}
    place = 0
    for span, read, share in _sentences(text, content):
        figures = (
            (it.span.start, _figure_term(it), _FIGURE) for it in _stated(text, span, quantities)
        )
        for _, term, count in sorted([*_terms(read), *figures]):
            weight = count if whole else share * count * (1.0 if place < _FIRST else _AFTER)
            place += 1
            for name, part in _meanings(term):
                counts[name] = max(counts.get(name, 0.0), weight * part)
    return counts


def _sentences(text: str, content: Spans) -> Iterator[tuple[Span, list[Word], float]]:
    """The sentences of a statement, and how much each tells which utterance it renders."""
    share = 1.0
    for span in (piece for whole in content for piece in sentences_in(whole, text)):
        read = read_words(text, *span)
        yield span, read, share
        weighty = (word for word in read if not is_function(word.form))
        if len(list(islice(weighty, _FEWEST))) == _FEWEST:
            share = _LATER


def _terms(read: Sequence[Word]) -> Iterator[tuple[int, str, float]]:
    """Where each term begins, the term, and what it counts."""
    for form, start, *_ in read[:_MOST_WORDS]:
        if form != "…" and not is_function(form) and not is_number(form):
            yield start, stem(form), _weight(form)


@lru_cache(maxsize=1 << 12)
def _weight(form: str) -> float:
    return _COUNT * math.sqrt(_rarity(form) * (_LIGHT if is_light(form) else 1.0))


def _stated(text: str, span: Span, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """The figures of a stretch; the quantities are given in their order."""
    return stated_figures(begun_in(quantities, span), text)


def _figure_term(figure: Figure) -> str:
    return f"={decimal_form(figure.value)}"


def _rarity(form: str) -> float:
    return -math.log(max(document_share(form), _RAREST))


@lru_cache(maxsize=1 << 12)
def _meanings(term: str) -> tuple[tuple[str, float], ...]:
    """A term by itself and by the rows of words it stands in, each with its part of the count."""
    senses = () if term[0] == "=" else sorted((family(term) | _paraphrases(term)) - {term})
    if not 0 < len(senses) <= _MOST_SENSES:
        return ((term, 1.0),)
    part = _SENSE / math.sqrt(len(senses))
    return ((term, 1.0 - _SENSE), *((sense, part) for sense in senses))


def _paraphrases(term: str) -> frozenset[str]:
    """The rows of words that tell the same thing in other words, by number."""
    return _rows().get(term, frozenset())


@cache
def _rows() -> Mapping[str, frozenset[str]]:
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for number, row in enumerate(table("paraphrases")["same"]):
        for word in row:
            rows[stem(word)].add(f"row {number}")
    return {word: frozenset(numbers) for word, numbers in rows.items()}
