"""Labels that name who speaks, at the start of a line of a transcript."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon import words
from sayso.records import Span

__all__ = ["CLOCK", "Label", "find_labels"]

CLOCK = r"[(\[]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?[)\]]?"
_LINE = re.compile(r"[^\r\n]+")
_BEFORE = rf"[ \t>|]{{0,80}}(?:{CLOCK}[ \t]{{1,8}}(?:-[ \t]{{1,8}})?)?(?:\*\*|__)?"
# A label and a colon, as in "SECRETARY VARGA", "Kim (via interpreter)", "[00:01:07] Ann Orr"
_COLON = re.compile(
    rf"{_BEFORE}(?P<name>[^\W\d_][^:：\r\n()\[\]*]{{0,78}}+)(?:\*\*)?"
    r"(?P<office>[(\[][^()\[\]\r\n]{1,60}[)\]])?[ \t]{0,8}(?:\*\*|__)?"
    r"(?:：|:(?:\*\*|__)?(?=\s|\Z|[\"“'‘(\[]))"
)
# "Q    Thank you.", as the White House prints questions
_QUESTION = re.compile(
    r"[ \t]{0,40}(?P<name>Q|A(?=[ \t\xa0.]{2}))\.?[ \t\xa0]{1,20}(?=[A-Z\"“(\[])"
)
# "    Senator Warren. Thank you.", as hearings are printed
_PRINTED = re.compile(
    r"[ \t]{0,40}(?P<name>The[ ](?P<chair>[A-Z][a-z]{4,14})|(?P<office>[A-Z][A-Za-z]{1,14})\.?"
    r"(?:[ ][A-Z][\w’'-]{1,30}){1,3}(?:[ ]of(?:[ ][A-Z]\w{2,20}){1,2})?)"
    r"\.[ \t]{1,8}(?=[A-Z\"“(\[])"
)
_LABEL_WITHIN = 170  # characters of a line in which its label ends
_HEADLINE = 160  # characters; the longest headline of PolNeAR has 150
_MOST_WORDS = 10
_SENTENCE = re.compile(r"[?!;\"“”]|[^\W\d_]{4,}\.\s|\.\.")
_IN_CAPS = re.compile(r"\b(?:Mc|Mac|Le|La|De|Di|O['’])(?=[A-Z])")
_PREFIXED = ("al-", "el-", "d'", "d’", "ibn-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The start of a line that names who speaks from `end` on.

    `shape` is what speaks for it: caps, office, name (with a colon each), question, printed. A name
    with something in brackets behind it, on a line of its own, is as good as one with an office.
    """

    start: int
    end: int
    name: str
    shape: str


def find_labels(text: str) -> list[Label]:
    r"""The labels in order; none where the text as a whole does not bear them out.

    >>> [label.name for label in find_labels("VARGA: One Thing: no.\nBRANDT: Yes.")]
    ['VARGA', 'BRANDT']
    """
    lines = [Span(*line.span()) for line in _LINE.finditer(text) if not line[0].isspace()]
    labels = [label for line in lines if (label := _label(text, line))]
    count = Counter(label.name for label in labels)
    style = _style(labels, lines)
    return [label for label in labels if count[label.name] > 1 or _bears_out(style, label)]


def _label(text: str, line: Span) -> Label | None:
    end = min(line.end, line.start + _LABEL_WITHIN)
    if found := _COLON.match(text, line.start, end):
        name = found["name"].strip()
        shape = _shape(name)
        if shape == "name" and found["office"] and found.end() == line.end:
            shape = "office"
        return Label(start=line.start, end=found.end(), name=name, shape=shape) if shape else None
    if found := _QUESTION.match(text, line.start, end):
        return Label(start=line.start, end=found.end(), name=found["name"], shape="question")
    found = _PRINTED.match(text, line.start, end) if _opens_paragraph(text, line.start) else None
    if found and (found["office"] or found["chair"]).lower() in words("transcript", "offices"):
        return Label(start=line.start, end=found.end(), name=found["name"], shape="printed")
    return None


def _opens_paragraph(text: str, start: int) -> bool:
    return text[start] in " \t" or text[max(0, start - 2) : start] in {"", "\n", "\n\n", "\r\n"}


def _shape(name: str) -> str | None:
    """Whether a label can be a speaker: an office or role, words in capitals, or a name."""
    parts = name.replace(",", " ").split()
    if not 0 < len(parts) <= _MOST_WORDS or _SENTENCE.search(name):
        return None
    first, folded = parts[0].lower().rstrip("."), name.lower()
    if folded in words("transcript", "roles"):
        return "office"
    if not words("transcript", "nobody").isdisjoint({first, folded}):
        return None
    if not all(_may_name(part) for part in parts):
        return None
    if first in words("transcript", "offices") | words("transcript", "roles"):
        return "office"
    return "caps" if _in_caps(name) else "name"


def _may_name(part: str) -> bool:
    if not part[0].islower() or part.startswith(_PREFIXED):
        return True
    return part in words("transcript", "particles")


def _in_caps(name: str) -> bool:
    kept = (part for part in name.split() if part not in words("transcript", "particles"))
    return _IN_CAPS.sub("", " ".join(kept)).isupper()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """What the labels of a text with a colon say together."""

    strong: int  # labels that are offices or in capitals
    fills: bool  # half of the lines or more begin with a label
    several: bool  # there is more than one, or the text is all of one line
    in_caps: bool  # most labels are in capitals
    opens: bool  # the first line begins with one, and so does every fifth or more
    speech: bool  # the first line begins with one, and is no headline


def _style(labels: Sequence[Label], lines: Sequence[Span]) -> _Style:
    colon = [label for label in labels if label.shape in {"caps", "office", "name"}]
    first = bool(colon) and colon[0].start == lines[0].start
    return _Style(
        strong=sum(label.shape != "name" for label in colon),
        fills=2 * len(colon) >= len(lines),
        several=len(colon) > 1 or len(lines) == 1,
        in_caps=2 * sum(_in_caps(label.name) for label in colon) > len(colon),
        opens=first and 5 * len(colon) >= len(lines),
        speech=first and lines[0].end - lines[0].start > _HEADLINE,
    )


def _bears_out(style: _Style, label: Label) -> bool:
    """Whether a label that stands there only once is to be believed."""
    if label.shape in {"caps", "office"}:
        return style.strong > 1 or style.fills or style.speech
    if label.shape == "question":  # one question among the turns of people with names
        return style.strong > 1 and label.name == "Q"
    if label.shape != "name" or style.in_caps or not style.several:
        return False
    return style.fills or (style.opens and " " in label.name)
