"""What a statement says and who says it, in the form in which statements are compared."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice

from sayso.comparing.forms import decimal_form
from sayso.comparing.kinship import family, stem
from sayso.comparing.mentions import stated_figures
from sayso.comparing.statements.telling import sentences_in
from sayso.comparing.utterances.days import day_said
from sayso.comparing.words import is_function, is_light, is_number, read_words
from sayso.lexicon import document_share, table
from sayso.records import Interval, Mode, PersonKind, Quantity, Reading, Span, Statement

__all__ = ["Saying", "read_sayings"]

_FEWEST = 3  # words of weight that make a sentence one that can be told by itself
# A rendering may go on to what was said next: what it begins with tells which utterance it is of.
_LATER = 0.4
_LIGHT = 0.5
_FIGURE = 20.0  # a figure tells as much as three rare words
_RAREST = 0.0006  # as in stories.terms: share of texts given to a word that none had
_MOST_WORDS = 400  # a speech in full is known by its beginning


@dataclass(frozen=True, kw_only=True, eq=False)
class Saying:
    """One statement with its speaker, its day, and how much each of its terms tells.

    Terms are stems of words, and figures as `=8000`; `printed` are its words as printed. `tells`
    is whether it holds another statement: then it is hearsay, and that one renders what was said.
    """

    statement: str
    report: str
    speaker: str | None
    kind: PersonKind | None
    day: Interval | None
    terms: Mapping[str, float]
    printed: str
    direct: bool
    tells: bool

    @cached_property
    def families(self) -> Mapping[str, frozenset[str]]:
        """Everything each term may mean."""
        return {term: family(term) | _paraphrases(term) | {term} for term in self.terms}

    @cached_property
    def meant(self) -> frozenset[str]:
        """Everything that any of its terms may mean."""
        return frozenset().union(*self.families.values())


def read_sayings(reading: Reading) -> Iterator[Saying]:
    """What each statement of a report says; one without a word of weight says nothing."""
    quantities = sorted(reading.quantities, key=lambda it: it.span)
    for statement in reading.statements:
        saying = _saying(reading, statement, quantities)
        if saying.terms:
            yield saying


def _saying(reading: Reading, statement: Statement, quantities: Sequence[Quantity]) -> Saying:
    text = reading.report.text
    person = reading.person(statement.speaker)
    terms: dict[str, float] = {}
    for span, share in _sentences(text, statement):
        for term, weight in _terms(text, span, quantities):
            terms[term] = max(terms.get(term, 0.0), share * weight)
    return Saying(
        statement=statement.id,
        report=reading.report.id,
        speaker=person.name if person else None,
        kind=person.kind if person else None,
        day=day_said(reading, statement),
        terms=terms,
        printed=" … ".join(span.of(text) for span in statement.content),
        direct=statement.mode is Mode.DIRECT,
        tells=any(it.within == statement.id for it in reading.statements),
    )


def _sentences(text: str, statement: Statement) -> Iterator[tuple[Span, float]]:
    """The sentences of a statement, and how much each tells which utterance it renders."""
    share = 1.0
    for span in (piece for whole in statement.content for piece in sentences_in(whole, text)):
        yield span, share
        weighty = (word for word in read_words(text, *span) if not is_function(word.form))
        if len(list(islice(weighty, _FEWEST))) == _FEWEST:
            share = _LATER


def _terms(text: str, span: Span, quantities: Sequence[Quantity]) -> Iterator[tuple[str, float]]:
    for word in islice(read_words(text, *span), _MOST_WORDS):
        form = word.form
        if form != "…" and not is_function(form) and not is_number(form):
            yield stem(form), _rarity(form) * (_LIGHT if is_light(form) else 1.0)
    first = bisect_left(quantities, span.start, key=lambda it: it.span.start)
    last = bisect_left(quantities, span.end, key=lambda it: it.span.start)
    for figure in stated_figures(quantities[first:last], text):
        yield f"={decimal_form(figure.value)}", _FIGURE


def _rarity(form: str) -> float:
    return -math.log(max(document_share(form), _RAREST))


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
