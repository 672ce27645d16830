"""UD English GUM (Zeldes 2017): texts with tags, trees, sentences and names, from CoNLL-U files."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.reading.grammar.labels import RELATIONS
from sayso.records import Grammar, Name, NameKind, Span

__all__ = ["Document", "read_documents"]

_WORDS = tomllib.loads(Path(__file__).with_name("gum.toml").read_text("utf-8"))
_TITLES, _JOINTS = frozenset(_WORDS["titles"]), frozenset(_WORDS["joints"])
_OF_PEOPLES = tuple(_WORDS["of_peoples"])
_ENTITY = re.compile(r"\((\d+)-([a-z]+)-([^()]*)(\))?|(\d+)\)")
_KINDS = {
    "person": NameKind.PERSON,
    "organization": NameKind.ORGANIZATION,
    "place": NameKind.PLACE,
    "time": NameKind.DATE,
}
_LONGEST_DATE = 8  # words; longer mentions of times describe them
_DESCRIBES = frozenset({"flat", "appos", "nmod:desc"})

Mention = tuple[int, int, str]
"""First word, last + 1, GUM's kind of thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text of GUM with its gold grammar; the genre is the second part of its name."""

    name: str
    text: str
    grammar: Grammar

    @property
    def genre(self) -> str:
        """News, interview, speech ..."""
        return self.name.split("_")[1]


def read_documents(folder: Path, parts: Iterable[str]) -> list[Document]:
    """The documents of `parts` (train, dev, test); FOLDER has splits.md and dep/*.conllu.

    Only free genres may lie in dep/: the others are licensed for non-commercial use alone.
    """
    part_of = _splits(folder / "splits.md")
    wanted = set(parts)
    paths = sorted((folder / "dep").glob("GUM_*.conllu"))
    return [_document(path) for path in paths if part_of.get(path.stem, "train") in wanted]


def _splits(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    part = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif match := re.match(r"\s+\* (\S+)", line):
            found[match.group(1)] = part
    return found


@dataclass(slots=True)
class _Rows:
    """The columns of a document while they are read."""

    text: str = ""
    words: list[Span] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    open: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def form(self, word: int) -> str:
        return self.words[word].of(self.text)

    def add(self, columns: list[str], gap: str) -> None:
        """One word, after the `gap` that parts it from the one before."""
        start = len(self.text) + len(gap)
        self.text += gap + columns[1]
        self.words.append(Span(start, len(self.text)))
        self.upos.append(columns[3])
        self.xpos.append(columns[4])
        label = columns[7]
        self.labels.append(label if label in RELATIONS else label.partition(":")[0])
        for fact in columns[9].split("|"):
            if fact.startswith("Entity="):
                self._mention(fact.removeprefix("Entity="))

    def _mention(self, brackets: str) -> None:
        word = len(self.words) - 1
        for match in _ENTITY.finditer(brackets):
            if ended := match.group(5):
                if self.open.get(ended):
                    first, kind = self.open[ended].pop()
                    self.mentions.append((first, word + 1, kind))
            elif match.group(4):
                self.mentions.append((word, word + 1, match.group(2)))
            else:
                self.open.setdefault(match.group(1), []).append((word, match.group(2)))


def _document(path: Path) -> Document:
    rows = _Rows()
    before = ""
    for block in path.read_text("utf-8").split("\n\n"):
        if lines := [line for line in block.split("\n") if line]:
            new = any(re.match(r"# newpar(?!_block)", line) for line in lines)
            before = _sentence(rows, lines, "\n" if new and rows.text else before)
    grammar = Grammar(
        words=rows.words,
        upos=rows.upos,
        xpos=rows.xpos,
        heads=rows.heads,
        labels=rows.labels,
        sentences=rows.sentences,
        names=tuple(_names(rows)),
    )
    return Document(name=path.stem, text=rows.text, grammar=grammar)


def _sentence(rows: _Rows, lines: list[str], gap: str) -> str:
    """Add the words of a sentence; returns what parts it from the next word."""
    base = len(rows.words)
    joined: dict[int, bool] = {}
    rows.sentences.append(base)
    for columns in (line.split("\t") for line in lines if line[0].isdigit()):
        close = "SpaceAfter=No" in columns[9].split("|")
        if "-" in columns[0]:  # a written word of several: only the last part has its gap
            first, last = map(int, columns[0].split("-"))
            joined |= dict.fromkeys(range(first, last), True) | {last: close}
        elif "." not in columns[0]:
            number, head = int(columns[0]), int(columns[6])
            rows.add(columns, gap)
            rows.heads.append(base + head - 1 if head else -1)
            gap = "" if joined.get(number, close) else " "
    return gap


def _names(rows: _Rows) -> Iterator[Name]:
    """Names drawn from the mentions, the longest where they overlap.

    A mention whose head is a proper noun gives the run of proper nouns around the head.
    """
    found: dict[tuple[int, int], NameKind] = {}
    for first, after, thing in rows.mentions:
        kind = _KINDS.get(thing, NameKind.OTHER)
        stretch = _stretch(rows, (first, after), kind)
        if stretch:
            found.setdefault(stretch, kind)
    taken: list[tuple[int, int]] = []
    for first, after in sorted(found, key=lambda pair: (pair[0] - pair[1], pair)):
        if all(after <= one or first >= other for one, other in taken):
            taken.append((first, after))
    for first, after in sorted(taken):
        span = Span(rows.words[first].start, rows.words[after - 1].end)
        yield Name(span=span, kind=found[first, after])


def _stretch(rows: _Rows, mention: tuple[int, int], kind: NameKind) -> tuple[int, int] | None:
    if kind is NameKind.DATE:
        return mention if _is_date(rows, range(*mention)) else None
    head = _head(rows, range(*mention), kind)
    if head is None or not _proper(rows, head):
        return None
    first, after = _run(rows, head, range(*mention))
    return (
        None
        if kind is NameKind.PERSON and _no_person(rows, head, range(first, after))
        else (first, after)
    )


def _proper(rows: _Rows, word: int) -> bool:
    return rows.xpos[word] in {"NNP", "NNPS"}


def _is_date(rows: _Rows, words: range) -> bool:
    named = any(_proper(rows, word) or rows.upos[word] == "NUM" for word in words)
    return named and len(words) <= _LONGEST_DATE


def _head(rows: _Rows, words: range, kind: NameKind) -> int | None:
    head = next((word for word in words if rows.heads[word] not in words), None)
    if head is None or kind is not NameKind.PERSON or _proper(rows, head):
        return head
    named = (  # "the physicist Max Planck": the name hangs on the common noun
        word
        for word in words
        if rows.heads[word] == head and _proper(rows, word) and rows.labels[word] in _DESCRIBES
    )
    return next(named, head)


def _run(rows: _Rows, head: int, words: range) -> tuple[int, int]:
    """The proper nouns on both sides of `head`, over one joint at a time ("Bank of England")."""
    after = head + 1
    while after in words and (_proper(rows, after) or _joins(rows, after, words)):
        after += 1
    first = head
    while first - 1 in words and (_proper(rows, first - 1) or _joins(rows, first - 1, words)):
        first -= 1
    return first, after


def _joins(rows: _Rows, word: int, words: range) -> bool:
    inside = word - 1 in words and word + 1 in words
    both = inside and _proper(rows, word - 1) and _proper(rows, word + 1)
    return both and rows.form(word).lower() in _JOINTS


def _no_person(rows: _Rows, head: int, words: range) -> bool:
    """Whether the run names a group, or is a title without a name."""
    forms = [rows.form(word).lower() for word in words if _proper(rows, word)]
    people = len(words) == 1 and forms[0].endswith(_OF_PEOPLES)
    return rows.xpos[head] == "NNPS" or people or all(form in _TITLES for form in forms)
