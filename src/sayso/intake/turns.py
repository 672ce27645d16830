"""Who speaks where in a transcript."""

import re

from sayso.intake.labels import CLOCK, find_labels
from sayso.lexicon import words
from sayso.records import Span, Turn

__all__ = ["cut_turn", "find_turns"]

_INTERPRETING = "|".join(sorted(words("transcript", "interpreted")))
_INTERPRETED = (
    rf"[(\[][^()\[\]\r\n]{{0,40}}?\b(?:{_INTERPRETING})\b[^()\[\]\r\n]{{0,40}}[)\]]"
    r"|[(\[]spoke in (?!English)[A-Z]\w{2,20}[)\]]"
)
_INTERPRETER = re.compile(_INTERPRETED, re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:[\s|*_]|{CLOCK}(?=[ \t]{{0,8}}[\r\n])|[(\[]{CLOCK}|(?:{_INTERPRETED})[.:]?)*+",
    re.IGNORECASE,
)
_ASIDES = r"(?:\s|[(\[][^()\[\]\r\n]{1,300}[)\]][.]?)*+"
_STAGE = re.compile(_ASIDES)
# A line that is not spoken: a stage direction, dots, "# # #", "END 3:20 P.M. EDT".
_UNSPOKEN = re.compile(
    rf"{_ASIDES}"
    r"|\W*+(?:ENDS?\b)?+\W*+(?:[0-9]{1,2}:[0-9]{2}\s{0,3}[AaPp]\.?[Mm]\b\.?(?:\s{1,3}[A-Z]{2,4})?)?\W*+"
    r"|\W*+(?:end|end of transcript|end transcript)\W*+|-30-\s*+",
)
_LONGEST_STAGE = 400  # characters
_PROSE = 12  # words of a line before the first label that is speech, not a heading


def find_turns(text: str) -> tuple[Turn, ...]:
    r"""The turns of a transcript in order; one turn of nobody's where no speaker is named.

    >>> text = "VARGA: Why not?\nBRANDT: Note: nobody asked.\n"
    >>> [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)]
    [('VARGA', 'Why not?'), ('BRANDT', 'Note: nobody asked.')]
    """
    labels = find_labels(text)
    if not labels:
        whole = cut_turn(text, None, Span(0, len(text)))
        return (whole,) if whole else ()
    turns = [_opening(text, labels[0].start)]
    ends = [label.start for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        turns.append(cut_turn(text, label.name, Span(label.start, end), spoken=label.end))
    return tuple(turn for turn in turns if turn)


def cut_turn(
    text: str, speaker: str | None, span: Span, *, spoken: int | None = None
) -> Turn | None:
    """The turn in `span`, whose words begin at `spoken`; None where nothing is said in it.

    Stage directions after the words are left out; those anywhere tell of an interpreter.
    """
    lead = _LEAD.match(text, span.start if spoken is None else spoken, span.end)
    start = lead.end() if lead else span.start
    end = _last_word(text, start, span.end)
    if start >= end:
        return None
    interpreted = _INTERPRETER.search(text, span.start, span.end) is not None
    by_name = not words("transcript", "interpreted").isdisjoint((speaker or "").lower().split())
    return Turn(speaker=speaker, span=Span(start, end), interpreted=interpreted or by_name)


def _opening(text: str, stop: int) -> Turn | None:
    """What is said before the first label; headings and the list of who is there are left out."""
    at = 0
    for line in text[:stop].splitlines(keepends=True):
        if len(line.split()) >= _PROSE:
            return cut_turn(text, None, Span(at, stop))
        at += len(line)
    return None


def _last_word(text: str, start: int, end: int) -> int:
    """Where the words end: before the stage directions and closing lines that follow them."""
    while True:
        while start < end and text[end - 1].isspace():
            end -= 1
        near = max(start, end - _LONGEST_STAGE)
        line = max(text.rfind("\n", near, end), text.rfind("\r", near, end)) + 1
        rule = _UNSPOKEN if line > start else _STAGE  # an answer may be "3:20 p.m.", or "No end."
        first = max(line, near)
        if start >= end or not rule.fullmatch(text, first, end):
            return end
        end = first
