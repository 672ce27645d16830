"""Money whose word several countries have: the francs of a report that told of Swiss francs."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.lexicon import table, words
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.tokens import Tokens

__all__ = ["name_moneys"]

_AT_HOME = words("currencies", "at_home")
_OWN = frozenset(table("currencies")["words"])
# Every name of several words, such as "swiss francs", with its currency.
_FULL: dict[str, str] = {
    form: currency
    for currency, forms in table("currencies")["words"].items()
    for form in forms
    if " " in form and form.rpartition(" ")[2] not in _AT_HOME
}
_SHARED = frozenset(form.rpartition(" ")[2] for form in _FULL)
_LONGEST = 3  # words of a name


def name_moneys(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, where a bare word for money is that of the country last named with it."""
    if not any(_is_bare(tokens, figure) for figure in figures):
        return figures
    named, told = list(_named(tokens))[::-1], dict[str, str]()
    found = []
    for figure in figures:
        while named and named[-1][0] < figure.first:
            _, word, currency = named.pop()
            told[word] = currency
        bare = told.get(_single(tokens.word(figure.last - 1))) if _is_bare(tokens, figure) else None
        found.append(replace(figure, unit=bare) if bare else figure)
    return found


def _is_bare(tokens: Tokens, figure: Figure) -> bool:
    """Whether the figure ends in a word for money that no country stands before."""
    last = figure.last - 1
    money = figure.unit in _OWN and tokens.word(last) in _SHARED
    return money and _currency_at(tokens, last) is None


def _named(tokens: Tokens) -> Iterator[tuple[int, str, str]]:
    """Every word for money that is told with its country: where, in the singular, and which."""
    for at, word in enumerate(tokens.words):
        currency = _currency_at(tokens, at) if word in _SHARED else None
        if currency is not None:
            yield at, _single(word), currency


def _currency_at(tokens: Tokens, last: int) -> str | None:
    """The currency whose full name ends with that word."""
    for size in range(2, _LONGEST + 1):
        name = " ".join(tokens.word(at) for at in range(last + 1 - size, last + 1))
        if name in _FULL:
            return _FULL[name]
    return None


def _single(word: str) -> str:
    return word.removesuffix("s")
