"""The chains of people in MEANTIME and GUM, and how far those of a reading agree with them.

MEANTIME (Minard et al. 2016) marks the title, the date and the first sentences of Wikinews reports;
GUM (Zeldes 2017) marks whole reports, "I" and "you" among the mentions, which we do not list.
"""

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.reading import Encoder, read_report
from sayso.records import PersonKind, Reading, Report, Span
from tests.reading.speakers.coreference import Chains

__all__ = [
    "Page",
    "found_chains",
    "gold_chains",
    "gum",
    "meantime",
    "read_page",
    "speakers",
]

_LAST_SENTENCE = 5  # that MEANTIME marks
_GLUED = frozenset({"'s", "’s", "'", "’", ",", ".", ";", ":", "?", "!", ")", "%", "n't"})
_MARKS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}
_ENDS = frozenset(
    {",", "(", "of", "for", "who", "whose", "in", "at", "from", "with", "and", "on", "-"}
)
_WORD = re.compile(r"\w[\w.'’-]*|\S")
_OPEN, _CLOSE = re.compile(r"\((person-\d+)"), re.compile(r"(person-\d+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text with the chains of its people, marked up to `end`."""

    name: str
    text: str
    people: Mapping[str, list[Span]]
    end: int


def meantime(paths: Iterable[Path]) -> Iterator[Page]:
    for path in paths:
        document = ET.parse(path).getroot()
        tokens = [(one.text or "", int(one.get("sentence") or 0)) for one in document.iter("token")]
        text, places = _written(tokens)
        ids = [token.get("t_id") or "" for token in document.iter("token")]
        at = dict(zip(ids, places, strict=True))
        mentions: dict[str, Span] = {}
        for mark in document.iter("ENTITY_MENTION"):
            anchors = [at[anchor.get("t_id") or ""] for anchor in mark.iter("token_anchor")]
            mentions[mark.get("m_id") or ""] = Span(anchors[0].start, anchors[-1].end)
        person = {
            one.get("m_id") for one in document.iter("ENTITY") if one.get("ent_type") == "PER"
        }
        people = {
            target.get("m_id") or "": [
                mentions[one.get("m_id") or ""]
                for one in link.iter("source")
                if one.get("m_id") in mentions
            ]
            for link in document.iter("REFERS_TO")
            for target in link.iter("target")
            if target.get("m_id") in person
        }
        late = [
            place.start
            for place, (_, sentence) in zip(places, tokens, strict=True)
            if sentence > _LAST_SENTENCE
        ]
        yield Page(name=path.stem, text=text, people=people, end=min(late, default=len(text)))


def gum(paths: Iterable[Path]) -> Iterator[Page]:
    for path in paths:
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
        tokens, sentence = [], 0
        for row in rows:
            tokens.append((row[1], sentence))
            sentence += row[1] in {".", "?", "!"}
        text, places = _written(tokens)
        people: defaultdict[str, list[Span]] = defaultdict(list)
        open_: defaultdict[str, list[int]] = defaultdict(list)
        for row, place in zip(rows, places, strict=True):
            for name in _OPEN.findall(row[-1]):
                open_[name].append(place.start)
            for name in _CLOSE.findall(row[-1]):
                if open_[name]:
                    people[name].append(Span(open_[name].pop(), place.end))
        yield Page(name=path.stem, text=text, people=people, end=len(text))


def _written(tokens: Iterable[tuple[str, int]]) -> tuple[str, list[Span]]:
    """The words as they would be printed, a paragraph to the first sentences of a report."""
    text, places, before, opened = "", [], 0, False
    for raw, sentence in tokens:
        word = _MARKS.get(raw, raw)
        glued = word in _GLUED or text.endswith("(") or (opened and text.endswith('"'))
        if raw == "''" or (raw == '"' and opened):
            glued = True
        if text:
            text += (
                ""
                if glued and sentence == before
                else " "
                if sentence == before
                else "\n\n"
                if before < 2
                else " "
            )
        opened = raw == "``" or (raw == '"' and not opened)
        places.append(Span(len(text), len(text) + len(word)))
        text, before = text + word, sentence
    return text, places


def _head(text: str, span: Span) -> int:
    """Where the head word of a noun phrase begins: the last before a mark, "of" or "who"."""
    head = span.start
    for place, word in enumerate(_WORD.finditer(text, span.start, span.end)):
        small = word[0].lower()
        if place and small in _ENDS:
            break
        if small not in {"'s", "’s", "'", "’", '"'}:
            head = word.start()
    return head


def gold_chains(page: Page) -> Chains:
    """The chains of people with two mentions or more, by heads."""
    chains = [
        frozenset((page.name, _head(page.text, span)) for span in spans if span.end <= page.end)
        for spans in page.people.values()
    ]
    return [chain for chain in chains if len(chain) > 1]


def found_chains(page: Page, reading: Reading) -> Chains:
    """Those of the people read, up to where the page is marked."""
    chains = [
        frozenset(
            (page.name, _head(page.text, span)) for span in person.mentions if span.end <= page.end
        )
        for person in reading.people
        if person.kind in {PersonKind.PERSON, PersonKind.GROUP} and not person.members
    ]
    return [chain for chain in chains if len(chain) > 1]


def read_page(page: Page, encoder: Encoder) -> Reading:
    return read_report(Report(id=page.name, text=page.text), encoder)


def speakers(page: Page, reading: Reading) -> list[bool]:
    """For each source that is a marked person, whether its speaker is the one marked elsewhere."""
    home = {_head(page.text, span): name for name, spans in page.people.items() for span in spans}
    right = []
    for statement in reading.statements:
        person = reading.person(statement.speaker)
        at = _head(page.text, statement.source[0]) if statement.source else -1
        if at not in home or statement.source[0].end > page.end:
            continue
        others = Counter(
            home[head]
            for span in (person.mentions if person else ())
            if (head := _head(page.text, span)) in home and head != at
        )
        alone = all(head >= at for head, name in home.items() if name == home[at])
        right.append(
            others.most_common(1)[0][0] == home[at] if others else person is not None and alone
        )
    return right
