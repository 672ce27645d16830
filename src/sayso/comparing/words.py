"""Words of a text in normal form, each with its place: what passages are compared by."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from sayso.comparing.forms import forms_of, name_form
from sayso.comparing.numerals import FIGURE_OPENERS, number_at
from sayso.lexicon import table, words

__all__ = ["Word", "is_function", "is_light", "is_number", "read_words"]

# No alternative can fail after a long match, so that hostile text costs linear time.
_TOKEN = re.compile(
    r"…|\.(?:\s?\.){2,}"
    r"|\[[^\W\d_]{1,2}\][^\W\d_]+"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W_])"
    r"|\d+(?:[.,]\d+)*[^\W\d_]*"
    r"|[^\W_]+(?:['’ʼ][^\W\d_]+)*"
    r"|[%$€£¥&\[\]()]"
)
_BRACKETS = {"[": "]", "(": ")"}
_SIGNS = frozenset("[]()")
# An insertion is a gloss, not a page: an opening mark with no closing one near it is a slip.
_LONGEST_INSERTION = 30
# A spelled figure takes no more words than this.
_LONGEST_FIGURE = 12


class Word(NamedTuple):
    """A word in normal form and where it stands; `inserted` where brackets set it apart.

    A named tuple, unlike the other records, because a long record has a hundred thousand of them.
    """

    form: str
    start: int
    end: int
    inserted: bool = False


_word = partial(tuple.__new__, Word)  # a third of the time that its own constructor takes


def read_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text` between `start` and `end`; an ellipsis stands as the word `…`.

    >>> [word.form for word in read_words("We've sent 8,000 [North Korean] troops…")]
    ['we', 'have', 'sent', '8000', 'dprk.', 'troops', '…']
    """
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        surface, at = match[0], match.start()
        if surface[0] in "….[]()":
            found += _sign(surface, at)
        else:
            for form, first, last in forms_of(surface):
                found.append(_word((form, at + first, at + last, False)))
    return _merged(_without_brackets(found))


def is_function(form: str) -> bool:
    """Whether a word stands in any sentence and so vouches for nothing."""
    return form in words("wording", "function")


def is_light(form: str) -> bool:
    """Whether a word says little by itself, though more than a function word."""
    return form in words("wording", "light")


def is_number(form: str) -> bool:
    """Whether the word is a figure."""
    return form[:1].isdigit()


def _sign(surface: str, at: int) -> list[Word]:
    if surface[0] in "….":
        return [Word("…", at, at + len(surface))]
    if len(surface) == 1:
        return [Word(surface, at, at + 1)]
    # [W]e: an initial changed for the sentence it now stands in
    (form, *_), *_ = forms_of(surface.replace("[", "").replace("]", ""))
    return [Word(form, at, at + len(surface))]


def _without_brackets(found: list[Word]) -> list[Word]:
    if _SIGNS.isdisjoint([word.form for word in found]):  # most texts have none
        return found
    kept: list[Word] = []
    closing, until = "", -1
    for at, word in enumerate(found):
        if at < until:
            kept.append(word._replace(inserted=word.form != "…"))
        elif word.form in _BRACKETS:
            closing = _BRACKETS[word.form]
            until = _closed(found, at, closing)
        elif word.form not in {"]", ")"}:
            kept.append(word)
    return [word for word in kept if word.form not in _SIGNS]


def _closed(found: Sequence[Word], at: int, closing: str) -> int:
    near = range(at + 1, min(at + 1 + _LONGEST_INSERTION, len(found)))
    return next((place for place in near if found[place].form == closing), -1)


def _merged(found: list[Word]) -> list[Word]:
    """Figures and names of several words become one; sounds of hesitation go."""
    openers = _openers()
    opening = [at for at, it in enumerate(found) if it[0] in openers or it[0][0].isdigit()]
    merged: list[Word] = []
    reached = 0
    for at in opening:
        if at >= reached:
            taken, made = _opened(found, at)
            merged += found[reached:at]
            merged += made
            reached = at + taken
    return [*merged, *found[reached:]] if opening else found


@cache
def _openers() -> frozenset[str]:
    """Words that more than one word may be read from, or none."""
    return frozenset(
        {*words("wording", "fillers"), *_phrases(), *table("wording")["currencies"]}
        | FIGURE_OPENERS
    )


def _opened(found: Sequence[Word], at: int) -> tuple[int, list[Word]]:
    """How many words are read at `at`, and as what."""
    form = found[at].form
    if form in words("wording", "fillers"):
        return 1, []
    phrase = _phrase(found, at)
    if phrase:
        return phrase[1], [_joined(found, at, phrase)]
    return _amount(found, at) or (1, [found[at]])


def _joined(found: Sequence[Word], at: int, phrase: tuple[str, int]) -> Word:
    form, taken = phrase
    return Word(form, found[at].start, found[at + taken - 1].end, found[at].inserted)


def _amount(found: Sequence[Word], at: int) -> tuple[int, list[Word]] | None:
    """A figure; one of money gives two words, as in `5 billion dollars`."""
    coin = table("wording")["currencies"].get(found[at].form)
    first = at + 1 if coin else at
    number = number_at(_near(found, first)) if first < len(found) else None
    if number is None:
        return None
    figure = _joined(found, first, number)._replace(start=found[at].start)
    money = [Word(coin, figure.end, figure.end, figure.inserted)] if coin else []
    return first - at + number[1], [figure, *money]


def _near(found: Sequence[Word], at: int) -> list[str]:
    """Forms from `at` on that no comma or stop parts: a figure does not run over one."""
    near = [found[at].form]
    for before, word in pairwise(found[at : at + _LONGEST_FIGURE]):
        if word.start - before.end > 1 or word.inserted != before.inserted:
            break
        near.append(word.form)
    return near


def _phrase(found: Sequence[Word], at: int) -> tuple[str, int] | None:
    for rest, form in _phrases().get(found[at].form, ()):
        taken = len(rest) + 1
        following = found[at + 1 : at + taken]
        if tuple(word.form for word in following) == rest and all(
            word.inserted == found[at].inserted for word in following
        ):
            return form, taken
    return None


@cache
def _phrases() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the rest of each name that begins so, longest first, and its form."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for names in table("wording")["abbreviations"]["same"]:
        for name in names:
            first, *rest = [
                form for token in _TOKEN.findall(name) for form, _, _ in forms_of(token)
            ]
            if rest or first != name_form(names[0]):
                phrases.setdefault(first, []).append((tuple(rest), name_form(names[0])))
    for row in phrases.values():
        row.sort(key=lambda phrase: -len(phrase[0]))
    return phrases
