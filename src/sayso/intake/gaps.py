"""Where a record says, or shows, that words are missing."""

import re
from collections.abc import Sequence

from sayso.lexicon import table
from sayso.records import Span, Spans, Turn

__all__ = ["find_gaps"]

_MISSING = "|".join(
    re.escape(row) for row in sorted(table("transcript")["missing"], key=len, reverse=True)
)
_DOTS = r"(?:\.{3,6}|…|\.(?:[ \t\xa0]\.){2,5})"
_MARKED = re.compile(
    # (inaudible), [gap: ...], [...]
    rf"[(\[<][ \t]?(?:{_DOTS}|(?:{_MISSING})\b[^()\[\]<>\r\n]{{0,200}})[ \t]?[)\]>]"
    # dots that stand by themselves; those at the end of a word only trail off
    rf"|(?:(?<=\s)|(?<![\s\S])){_DOTS}(?=\s|\Z)",
    re.IGNORECASE,
)
_STOPS = frozenset(".!?…:;\"”’'»)]-–—*。！？")
_LONG = 6  # words; shorter turns ("Thank you", "Yes, sir") often go without a full stop
_LONG_LINE = 8
# Share of turns that break off or begin in mid-sentence, measured on three real transcripts: none
# in the full one, half in the one pieced together from outlets, a fifth in the one cut short.
_FEW = 0.15
_MOST = 0.8  # above, the record simply has no punctuation


def find_gaps(text: str, turns: Sequence[Turn]) -> Spans:
    """The marks of missing words, and empty spans where turns break off in mid-sentence.

    >>> find_gaps("VARGA: We tried ... (inaudible) and failed.", ())
    (Span(start=16, end=19), Span(start=20, end=31))
    """
    marked = {Span(*found.span()) for found in _MARKED.finditer(text)}
    return tuple(sorted(marked | set(_broken(text, turns))))


def _broken(text: str, turns: Sequence[Turn]) -> list[Span]:
    """Turns pieced together from excerpts, and the one in whose middle the record ends."""
    long = [turn for turn in turns if turn.speaker and len(turn.span.of(text).split()) >= _LONG]
    starts = [turn.span.start for turn in long if text[turn.span.start].islower()]
    ends = [turn.span.end for turn in long if text[turn.span.end - 1] not in _STOPS]
    if _FEW * len(long) <= len(starts) + len(ends) <= _MOST * len(long):
        return [Span(place, place) for place in starts + ends]
    if long and long[-1] is turns[-1] and _is_cut(text[: long[-1].span.end]):
        return [Span(long[-1].span.end, long[-1].span.end)]
    return []


def _is_cut(text: str) -> bool:
    """Whether the last line stops after a word in lower case, as no closing line or footer does."""
    words = text[text.rfind("\n") + 1 :].split()
    return len(words) >= _LONG_LINE and words[-1].isalpha() and words[-1].islower()
