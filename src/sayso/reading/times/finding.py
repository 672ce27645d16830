"""Where the forms of times stand in the words: the longest at each place, apart from each other."""

import re
from collections.abc import Iterator

from sayso.reading.times.forms import all_forms, matchers, start_codes
from sayso.reading.times.found import Found
from sayso.reading.times.guards import passes
from sayso.reading.times.tokens import Tokens

__all__ = ["find_times"]


def find_times(tokens: Tokens) -> Iterator[Found]:
    """The times among the words, in order.

    >>> from sayso.reading.times.tokens import split_tokens
    >>> tokens = split_tokens("It came two days ago, in early June.")
    >>> [tokens.words[found.first : found.end] for found in find_times(tokens)]
    [['two', 'days', 'ago'], ['early', 'june']]
    """
    reached, starts = 0, start_codes()
    for first in [at for at, code in enumerate(tokens.codes) if code in starts]:
        if first >= reached:
            found = _longest(tokens, first)
            if found:
                yield found
                reached = found.end


def _longest(tokens: Tokens, first: int) -> Found | None:
    codes = tokens.codes
    matches = []
    for form, matcher in matchers(codes[first], codes[first + 1 : first + 2]):
        match = matcher(codes, first)
        if match:
            matches.append((form, match))
    if not matches:
        return None
    matches.sort(key=lambda pair: -pair[1].end())
    for form, match in matches:
        found = Found(form=form, tokens=tokens, first=first, end=match.end(), parts=_parts(match))
        if passes(found):
            return _with_inner(found)
    return None


def _parts(match: re.Match[str]) -> dict[str, tuple[int, int]]:
    """Where each part stands; `unit` and `unit_` are one part found in two ways."""
    return {
        name.rstrip("_"): match.span(name)
        for name, text in match.groupdict().items()
        if text is not None
    }


def _with_inner(found: Found) -> Found:
    """The same with the form of the day or period that it is told from."""
    if "when" not in found.parts:
        return found
    first, end = found.parts["when"]
    for form in all_forms():
        match = form.pattern.fullmatch(found.tokens.codes, first, end)
        if match:
            inner = Found(form=form, tokens=found.tokens, first=first, end=end, parts=_parts(match))
            return Found(
                form=found.form,
                tokens=found.tokens,
                first=found.first,
                end=found.end,
                parts=found.parts,
                inner=_with_inner(inner),
            )
    return found
