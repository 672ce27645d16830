"""Event attributes of MEANTIME (Minard et al. 2016), and how far claims agree with them.

The title, the date and the first four sentences of Wikinews reports; every event that was given a
time counts, verb or noun. An event without a claim on it counts as not negated and not ahead.
"""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.records import Claim, Polarity, Role, Span, Tense

_CONDITIONAL = ("COND_MAIN_CLAUSE", "COND_IF_CLAUSE")

Judge = tuple[Callable[["Event"], bool], Callable[[Claim], bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of the gold: its place, and its attributes by name."""

    span: Span
    attributes: dict[str, str]


JUDGES: dict[str, Judge] = {
    "negated": (
        lambda event: event.attributes.get("polarity") == "NEG",
        lambda claim: claim.polarity is Polarity.NEGATIVE,
    ),
    "future": (
        lambda event: event.attributes.get("time") == "FUTURE",
        lambda claim: claim.tense is Tense.FUTURE,
    ),
    "conditional": (
        lambda event: event.attributes.get("special_cases") in _CONDITIONAL,
        lambda claim: claim.role is Role.CONDITION or bool(claim.condition),
    ),
}


def event_figures(
    paths: Iterable[Path], read: Callable[[str], Sequence[Claim]]
) -> dict[str, float]:
    """F1 of negated and of future events, and recall of conditional ones, in per cent."""
    counts = {name: Counter[str]() for name in JUDGES}
    for path in paths:
        text, events = _document(path)
        claims = read(text)
        for event in events:
            claim = next((one for one in claims if one.head.overlaps(event.span)), None)
            for name, (gold, ours) in JUDGES.items():
                told = claim is not None and ours(claim)
                counts[name][f"{'gold' if gold(event) else 'none'} {told}"] += 1
    figures = {name: _f1(counts[name]) for name in ("negated", "future")}
    conditional = counts["conditional"]
    return figures | {
        "conditional": 100
        * conditional["gold True"]
        / (conditional["gold True"] + conditional["gold False"])
    }


def _f1(counts: Counter[str]) -> float:
    wrong = counts["gold False"] + counts["none True"]
    return 200 * counts["gold True"] / (2 * counts["gold True"] + wrong)


def _document(path: Path) -> tuple[str, list[Event]]:
    document = ET.parse(path).getroot()
    text, places = _text(document)
    return text, list(_events(document, places))


def _text(document: ET.Element) -> tuple[str, dict[str, Span]]:
    """The words of a document with white space between, and their places."""
    text, before = "", "0"
    places: dict[str, Span] = {}
    for token in document.iter("token"):
        word, sentence = token.text or "", token.get("sentence") or "0"
        if places:
            text += " " if sentence == before else "\n\n" if int(before) < 2 else "\n"
        places[token.get("t_id") or ""] = Span(len(text), len(text) + len(word))
        text, before = text + word, sentence
    return text, places


def _events(document: ET.Element, places: dict[str, Span]) -> Iterator[Event]:
    for mark in document.iter("EVENT_MENTION"):
        if mark.get("time"):
            anchors = [places[anchor.get("t_id") or ""] for anchor in mark.iter("token_anchor")]
            yield Event(span=Span(anchors[0].start, anchors[-1].end), attributes=mark.attrib)
