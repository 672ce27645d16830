"""How the figures of one text hang together: two bounds of one, part of, up from."""

from dataclasses import replace
from itertools import pairwise

from sayso.lexicon import table, words
from sayso.reading.quantities.digits import plain_decimal
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.tokens import Tokens
from sayso.records import Relation

__all__ = ["complete_figures", "join_bounds", "join_parts", "share_units", "wholes_of"]

_JOINS = frozenset({"and", "but", ",", ", and", ", but"})
_COMPARED = words("counted", "compared")
_INCLUDING = tuple(words("counted", "including"))
_OUT_OF = frozenset(
    {"of the", "out of the", "out of", "of these", "of those", "of its", "of their"}
)
_NEAR_LINKS = (["from"], ["to"], ["versus"], ["vs"], ["against"])
_PARTS: dict[str, tuple[str, int]] = {
    unit: (row["of"], row["size"]) for unit, row in table("units")["parts"].items()
}
_LINKS, _BARE_LINKS = frozenset({"", "and", ","}), frozenset({"", "and"})
_COINS = frozenset({"cent", "penny"})
_LISTS = frozenset({"and", "or", "to"})
_ENDS = frozenset({".", "?", "!", ";", ""})
_NEAREST = 3  # words of the longest link: out of the
_FARTHEST = 60  # words between a part and the whole that it points back to


def join_bounds(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, with `more than 1,000 but fewer than 2,000` as one."""
    joined: list[Figure] = []
    for figure in figures:
        both = _both_bounds(tokens, joined[-1], figure) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(figure)
    return joined


def join_parts(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, with `3 dollars and 50 cents` and `5 feet 2 inches` as one each."""
    joined = figures[:1]
    for figure in figures[1:]:
        sum_ = _sum(tokens, joined[-1], figure)
        if sum_:
            joined[-1] = sum_
        else:
            joined.append(figure)
    return joined


def share_units(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, where `eight and fourteen percent` name the unit of both at the end."""
    shared = figures[-1:]
    for figure in reversed(figures[:-1]):
        named = shared[-1]
        between = _between(tokens, figure, named)
        shares = between in _LISTS and named.unit and not (figure.unit or figure.counted)
        shared.append(replace(figure, unit=named.unit) if shares else figure)
    return shared[::-1]


def complete_figures(tokens: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures, where one leaves out what it counts (`up from 900`) with that of the last.

    A share between them tells of neither: `1,200 engineers, a third of them new, up from 450`.
    """
    completed = figures[:1]
    for figure in figures[1:]:
        share = len(completed) > 1 and _is_share(completed[-1]) and not _is_share(figure)
        named = completed[-2 if share else -1]
        left_out = _leaves_out(tokens, named, figure)
        completed.append(_with_noun(figure, named) if left_out else figure)
    return completed


def wholes_of(tokens: Tokens, figures: list[Figure]) -> list[int | None]:
    """For each figure the place of the one that it is a part of, if it is of any."""
    wholes: list[int | None] = [None] * len(figures)
    for place, (figure, following) in enumerate(pairwise(figures)):
        if _is_out_of(tokens, figure, following):
            wholes[place] = place + 1
        elif _heads_sentence(tokens, figure) and _same_sentence(tokens, figure, following):
            wholes[place + 1] = place
    for place, figure in enumerate(figures):
        if wholes[place] is None and _points_back(tokens, figure):
            wholes[place] = _whole_before(figures, place)
    return wholes


def _is_out_of(tokens: Tokens, part: Figure, whole: Figure) -> bool:
    """Whether one is of the other: 14 of the 60 files, and 14 of 60 files where nothing else is."""
    between = _between(tokens, part, whole)
    if between != "of":
        return between in _OUT_OF
    plain = not (part.counted or part.unit or whole.unit)
    return plain and part.value is not None and _can_hold(whole, part)


def _both_bounds(tokens: Tokens, first: Figure, second: Figure) -> Figure | None:
    """One figure for two that bound the same number, with nothing else between them."""
    between = _between(tokens, first, second)
    if between not in _JOINS or first.unit not in {None, second.unit} or first.counted:
        return None
    lower, upper = (first, second) if first.low is not None else (second, first)
    if lower.low is None or upper.high is None or lower.high or upper.low:
        return None
    if not lower.low < upper.high:
        return None
    return replace(
        second,
        first=first.first,
        value=None,
        low=lower.low,
        high=upper.high,
        relation=Relation.BETWEEN,
    )


def _sum(tokens: Tokens, whole: Figure, part: Figure) -> Figure | None:
    """Both as one figure, where the unit of the second divides that of the first."""
    row = _PARTS.get(whole.unit or "")
    if row is None or whole.value is None or part.value is None or whole.form == "fraction":
        return None
    unit, size = row
    spoken = part.unit is None and part.counted is None and unit in _COINS  # 15 dollars 50
    fits = part.unit == unit or (spoken and tokens.kind(whole.last - 1) == "word")
    between = _between(tokens, whole, part)
    links = _LINKS if part.unit else _BARE_LINKS
    if not fits or between not in links or not part.value < size:
        return None
    value = plain_decimal(whole.value + part.value / size)
    low, high = whole.low and value, whole.high and value
    return replace(whole, last=part.last, after=part.after, value=value, low=low, high=high)


def _leaves_out(tokens: Tokens, named: Figure, figure: Figure) -> bool:
    """Whether `figure` follows a comparison with `named` and counts nothing of its own."""
    if figure.counted or figure.unit or not (named.counted or named.unit):
        return False
    if figure.first - named.last > _FARTHEST:
        return False
    if named.unit == "percent" and tokens.word(named.first - 1) == "by":  # up by 15 % from 227
        return False
    before = _words(tokens, named.last, figure.first)
    if not before or _ENDS & set(before):
        return False
    before = before[:-1] if before[-1] == "the" else before
    near = figure.first - named.after <= _NEAREST and before[-1:] in _NEAR_LINKS
    return near or " ".join(before[-2:]) in _COMPARED


def _is_share(figure: Figure) -> bool:
    return figure.form == "fraction" and (figure.value or 0) < 1


def _with_noun(figure: Figure, named: Figure) -> Figure:
    return replace(figure, counted=named.counted, unit=named.unit, per=figure.per or named.per)


def _points_back(tokens: Tokens, figure: Figure) -> bool:
    before = f" {' '.join(_words(tokens, figure.first - 3, figure.first))}"
    return figure.known or before.endswith(_INCLUDING)


def _whole_before(figures: list[Figure], place: int) -> int | None:
    """The nearest figure before that can be the whole: the same noun first, then any noun."""
    part = figures[place]
    able = [
        at
        for at in range(max(0, place - _FARTHEST), place)
        if _can_hold(figures[at], part) and part.first - figures[at].last <= _FARTHEST
    ]
    same = [at for at in able if _head(figures[at]) == _head(part)]
    return max(same or able, default=None)


def _can_hold(whole: Figure, part: Figure) -> bool:
    if whole.unit or whole.value is None:
        return False
    return part.unit is not None or part.value is None or part.value <= whole.value


def _head(figure: Figure) -> str | None:
    return figure.counted.split()[-1].lower() if figure.counted else None


def _heads_sentence(tokens: Tokens, figure: Figure) -> bool:
    """Whether `Of the` or `Of` before the figure opens its sentence."""
    at = figure.first - 1 - (tokens.word(figure.first - 1) in {"the", "those", "these"})
    return tokens.word(at) == "of" and tokens.capital(at)


def _same_sentence(tokens: Tokens, first: Figure, second: Figure) -> bool:
    return not _ENDS & set(_words(tokens, first.last, second.first))


def _between(tokens: Tokens, first: Figure, second: Figure) -> str:
    """The few words between two figures, or that they are far apart."""
    if second.first - first.last > _NEAREST:
        return "far"
    return " ".join(tokens.word(at) for at in range(first.last, second.first))


def _words(tokens: Tokens, first: int, last: int) -> list[str]:
    """The words between two places, at most as many as can matter."""
    return [tokens.word(at) for at in range(max(first, last - _FARTHEST), last)]
