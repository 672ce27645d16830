"""PolNeAR (Newell et al. 2018): texts with attributions as brat stand-off files."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.reading.encoder.tags import ROLES, Role
from sayso.records import Span

__all__ = ["Article", "read_articles"]

_SPAN = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t|$)")
_EVENT = re.compile(r"^E\d+\t(\S+:T\d+(?: \S+:T\d+)*)\s*$")

Attribution = dict[Role, list[Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and the attributions that one annotator marked in it."""

    name: str
    text: str
    attributions: list[Attribution]


def read_articles(folder: Path, part: str) -> list[Article]:
    """The articles of `part` (train or dev), each by its first annotator, in order of name."""
    with (folder / "metadata.tsv").open(encoding="utf-8", newline="") as rows:
        listed = [
            row
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["compartment"] == part
        ]
    found = (_article(folder / part, row["filename"], row["annotators"]) for row in listed)
    return sorted((article for article in found if article), key=lambda article: article.name)


def _article(folder: Path, name: str, annotators: str) -> Article | None:
    text = _exact(folder / "text" / f"{name}.txt")
    for annotator in annotators.split("|"):
        path = folder / "attributions" / f"{name}_{annotator}.ann"
        if path.exists():
            return Article(name=name, text=text, attributions=list(_attributions(_exact(path))))
    return None


def _exact(path: Path) -> str:
    """The text of a file with its line ends as they are: offsets count them."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _attributions(annotation: str) -> Iterator[Attribution]:
    spans: dict[str, list[Span]] = {}
    events = []
    for line in annotation.split("\n"):
        if match := _SPAN.match(line):
            pairs = (pair.split() for pair in match.group(3).split(";"))
            spans[match.group(1)] = [Span(int(start), int(end)) for start, end in pairs]
        elif match := _EVENT.match(line):
            events.append([part.split(":") for part in match.group(1).split()[1:]])
    for event in events:
        found: Attribution = {role: [] for role in ROLES}
        for name, span in event:
            role = next((role for role in ROLES if name.lower().startswith(role)), None)
            if role:
                found[role].extend(spans.get(span, []))
        if any(found.values()):
            yield found
