"""Numbers that name rather than count, as what stands after them shows: years, Day 3, `one`."""

from collections.abc import Callable

from sayso.lexicon import words
from sayso.reading.quantities.days import is_year
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.numerals import starts_numeral
from sayso.reading.quantities.tokens import Tokens
from sayso.records import Relation

__all__ = ["names_something", "without_names"]

_NAMES = words("labels", "names") | words("labels", "weekdays")
_VERB_LEADS = words("labels", "verb_leads")
_YEAR_LEADS, _YEAR_DETERMINERS = words("labels", "year_leads"), words("labels", "year_determiners")
_COUNTED = words("labels", "counted_after_years")
_ONE_BEFORE, _ONE_AFTER = words("labels", "one_before"), words("labels", "one_after")
_ONE_LEADS = words("labels", "one_leads")
_DEMONSTRATIVES = words("labels", "demonstratives")
_DESCRIBING = words("counted", "describing")
_STOPS = words("counted", "stops")
_STARTS = frozenset(".!?:;…-–—*•`\"'“”‘’«»(")
_RECENT_YEARS = frozenset(range(1900, 2101)) - {2000}  # years even as `until at least 2014`
_JOINS = frozenset({"and", "or", ",", "plus"})
_NEAR = 6  # words between another number and the `one` that is joined to it
_APPROXIMATE = frozenset({Relation.EXACT, Relation.APPROX})


def names_something(tokens: Tokens, figure: Figure) -> bool:
    """Whether a number without a unit only names: a year, a class, the one of `one of them`.

    >>> from decimal import Decimal
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> year = Figure(first=1, last=2, number=1, after=2, form="digits", value=Decimal(2014))
    >>> names_something(split_tokens("since 2014"), year)
    True
    """
    if figure.unit:
        return tokens.word(figure.number + 1) in _ONE_AFTER and _one(tokens, figure)
    return any(rule(tokens, figure) for rule in _RULES)


def without_names(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, less those whose number the text uses as a name: Boeing 737, later its 737."""
    names = {
        tokens.words[at]
        for at, kind in enumerate(tokens.kinds)
        if kind == "digits" and tokens.capital(at - 1) and tokens.word(at - 1) in _NAMES
    }
    return [figure for figure in figures if not _is_named(tokens, figure, names)]


def _is_named(tokens: Tokens, figure: Figure, names: set[str]) -> bool:
    word = tokens.word(figure.number)
    if figure.unit or len(word) < 3 or word not in names:
        return False
    before = tokens.word(figure.number - 1)
    return figure.counted is None or before in _YEAR_DETERMINERS or before.endswith("'s")


def _year(tokens: Tokens, figure: Figure) -> bool:
    """1979, the 2016 elections; not `some 2000 houses`."""
    before = tokens.word(figure.number - 1)
    if not is_year(tokens, figure.number):
        return False
    if figure.counted is None:
        return figure.relation in _APPROXIMATE or figure.value in _RECENT_YEARS
    if figure.hedged or before in _YEAR_LEADS:
        return before in _YEAR_LEADS
    owned = before in _YEAR_DETERMINERS or before.endswith("'s")
    head = figure.counted.split()[-1].lower()
    return head not in _COUNTED and (owned or figure.value in _RECENT_YEARS)


def _name(tokens: Tokens, figure: Figure) -> bool:
    """Phase two, Day 3, No. 1."""
    before = figure.number - 1
    before -= tokens.word(before) == "."
    verb = tokens.word(before - 1) in _VERB_LEADS and not tokens.capital(before)
    names = tokens.word(before) in _NAMES and not verb
    return names and figure.counted is None and not figure.hedged


def _capital_before(tokens: Tokens, figure: Figure) -> bool:
    """Polaris 2, Chelsea 3."""
    before = figure.number - 1
    before -= tokens.word(before) == "." and tokens.glued(before)
    if figure.counted or figure.hedged or figure.form != "digits" or not tokens.capital(before):
        return False
    name = tokens.phrase(before, before + 1)
    named = tokens.word(before) not in _STOPS or (name.isupper() and len(name) > 1)
    return tokens.kind(before) == "word" and named and "," not in tokens.word(figure.number)


def _model(tokens: Tokens, figure: Figure) -> bool:
    """His 757 jet, a 529 plan: an odd number before a single thing."""
    word, after = tokens.word(figure.number), tokens.word(figure.last)
    if figure.counted or figure.hedged or not word.isdecimal() or len(word) < 3 or word[-1] == "0":
        return False
    names = tokens.kind(figure.last) == "word" and after not in _STOPS
    return names and tokens.word(figure.number - 1) in _YEAR_DETERMINERS


def _capital_number(tokens: Tokens, figure: Figure) -> bool:
    """The Group of Seven, the Five Eyes; at the head of a sentence or in a title it counts."""
    before = figure.number - 1
    before -= tokens.word(before) == ","
    if figure.form not in {"words", "size"} or not tokens.capital(figure.number) or figure.hedged:
        return False
    if tokens.kind(before) == "break" or tokens.word(before) in _STARTS:
        return False
    return figure.counted is None or not tokens.capital(before)


def _one(tokens: Tokens, figure: Figure) -> bool:
    """One of them, no one, one day, one official; but `killing one soldier` counts."""
    at = figure.number
    if tokens.word(at) != "one" or figure.value != 1 or figure.hedged:
        return False
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if after == "of" or after in _ONE_AFTER:
        return True
    if before in _ONE_BEFORE or figure.counted is None:
        return before not in _ONE_LEADS
    return not (before in _ONE_LEADS | {"only", "just"} or _clearly_counts(tokens, figure))


def _clearly_counts(tokens: Tokens, figure: Figure) -> bool:
    """One dead; one killed; there was one guard; one soldier and two civilians."""
    at, after = figure.number, figure.after
    if _DESCRIBING & {tokens.word(after), (figure.counted or "").lower()}:
        return True
    if (tokens.word(at - 2), tokens.word(at - 1)) in {("there", "is"), ("there", "was")}:
        return True
    joins = tokens.word(at - 1) in _JOINS and _numbers(tokens, at - _NEAR, at - 1)
    return joins or (tokens.word(after) in _JOINS and _numbers(tokens, after + 1, after + 3))


def _numbers(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number stands between two places, so that a `one` joined to it counts too."""
    return any(starts_numeral(tokens, at) for at in range(first, last))


def _pronoun(tokens: Tokens, figure: Figure) -> bool:
    """The two met; one, his temper, and two, his words."""
    if figure.counted or figure.hedged or figure.form != "words" or figure.value is None:
        return False
    before, after = tokens.word(figure.number - 1), tokens.word(figure.last)
    if after == "of":
        return False
    if figure.value <= 12 and before in _DEMONSTRATIVES:
        return True
    listed = before in {",", "and", "", "(", "."} and after in {",", ")", "."}
    return figure.value <= 12 and listed


_RULES: tuple[Callable[[Tokens, Figure], bool], ...] = (
    _year,
    _name,
    _capital_before,
    _model,
    _capital_number,
    _one,
    _pronoun,
)
