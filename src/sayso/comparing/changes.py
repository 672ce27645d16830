"""Where a quotation and its passage differ in words, and which differences are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.comparing.alignment import Run
from sayso.comparing.passages import Passage
from sayso.comparing.placement import Placement
from sayso.comparing.words import Word
from sayso.lexicon import table
from sayso.records import WordChange

__all__ = ["Change", "changes_of", "printed", "word_changes"]

# A cut longer than this is shown by its ends.
_LONGEST_SHOWN = 60
_LONGEST_REPLACED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words `was` of the record that became other words, as forms and as printed.

    `before` and `after` are the forms that both have next to it; `was_capitals` and
    `became_capitals` number the words printed with a capital, as a sentence's first is. `gap` where
    the record says that words are missing here.
    """

    was: tuple[str, ...]
    became: tuple[str, ...]
    was_text: str
    became_text: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    was_capitals: frozenset[int] = frozenset()
    became_capitals: frozenset[int] = frozenset()
    gap: bool = False


def changes_of(placement: Placement) -> tuple[Change, ...]:
    """Every change of words in a quotation, those that only look different left out."""
    return tuple(
        _change(placement, piece, number)
        for piece in placement.pieces
        for number, run in enumerate(piece.runs)
        if not run.equal and not _is_trivial(placement, run)
    )


def word_changes(placement: Placement) -> tuple[WordChange, ...]:
    """The whole comparison, run by run, in the words of both texts.

    Runs that differ only in spelling, contraction or brackets are kept ones.
    """
    made: list[WordChange] = []
    for number, piece in enumerate(placement.pieces):
        if number:
            made.append(_cut(placement, placement.pieces[number - 1], piece))
        made += [
            WordChange(
                was=placement.index.surface(*run.was),
                became=printed(placement, run.became),
                kept=run.equal or _is_trivial(placement, run),
            )
            for run in piece.runs
        ]
    return tuple(made)


def printed(placement: Placement, words: tuple[int, int]) -> str:
    """Those words of the quotation as the report prints them."""
    first, last = words
    wording = placement.wording
    if first >= last:
        return ""
    start, end = wording.words[first].start, wording.words[last - 1].end
    pieces = (wording.text[max(start, s) : min(end, e)] for s, e in wording.spans)
    return " ".join(piece for piece in pieces if piece)


def _cut(placement: Placement, left: Passage, right: Passage) -> WordChange:
    """What the record says between two pieces; an ellipsis where that is long or runs backward."""
    first, last = left.was[1], right.was[0]
    shown = first <= last <= first + _LONGEST_SHOWN
    return WordChange(
        was=placement.index.surface(first, last) if shown else "…", became="", kept=False
    )


def _change(placement: Placement, piece: Passage, number: int) -> Change:
    run = piece.runs[number]
    index, forms = placement.index, placement.wording.forms
    before = piece.runs[number - 1].became if number else (0, 0)
    after = piece.runs[number + 1].became if number + 1 < len(piece.runs) else (0, 0)
    return Change(
        was=index.forms[slice(*run.was)],
        became=forms[slice(*run.became)],
        was_text=index.surface(*run.was),
        became_text=printed(placement, run.became),
        before=forms[slice(*before)],
        after=forms[slice(*after)],
        was_capitals=_capitals(index.record.text, index.words[slice(*run.was)]),
        became_capitals=_capitals(
            placement.wording.text, placement.wording.words[slice(*run.became)]
        ),
        gap=index.has_gap(*run.was),
    )


def _capitals(text: str, words: Sequence[Word]) -> frozenset[int]:
    return frozenset(
        at for at, word in enumerate(words) if text[word.start : word.end][:1].isupper()
    )


def _same_letters(placement: Placement, run: Run) -> bool:
    """`front-line` and `frontline`."""
    was = "".join(placement.index.forms[slice(*run.was)])
    return was == "".join(placement.wording.forms[slice(*run.became)])


def _clitic(placement: Placement, run: Run) -> bool:
    """`it's` for `it has`."""
    was, became = placement.index.surface(*run.was), printed(placement, run.became)
    return _stands_for(was, became) or _stands_for(became, was)


def _stands_for(clitic: str, word: str) -> bool:
    return word.lower() in table("wording")["unclear"].get(clitic.replace("’", "'").lower(), ())


def _transcriber(placement: Placement, run: Run) -> bool:
    """Words in the record's own brackets, left out or taken up."""
    words = placement.index.words[slice(*run.was)]
    return bool(words) and run.became[0] == run.became[1] and all(word.inserted for word in words)


def _bracketed(placement: Placement, run: Run) -> bool:
    """Words that the quotation replaces, in brackets, by others: `[South Korean] security`."""
    size = run.was[1] - run.was[0]
    return (
        run.became[0] == run.became[1]
        and run.became[0] in placement.wording.insertions
        and size <= _LONGEST_REPLACED
    )


def _false_start(placement: Placement, run: Run) -> bool:
    """Words that the record has twice running, once in the quotation: `we had — we had seen`."""
    first, last = run.was
    if first >= last or run.became[0] < run.became[1]:
        return False
    index, size = placement.index, last - first
    again = ((first, last, last + size), (first - size, first, last))
    return any(
        index.forms[max(a, 0) : b] == index.forms[b:c] and index.breaks_off(b) for a, b, c in again
    )


_TRIVIAL: tuple[Callable[[Placement, Run], bool], ...] = (
    _same_letters,
    _clitic,
    _transcriber,
    _bracketed,
    _false_start,
)


def _is_trivial(placement: Placement, run: Run) -> bool:
    return any(check(placement, run) for check in _TRIVIAL)
