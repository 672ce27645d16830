"""Credits and citations: where a report itself says that it has its words from elsewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from sayso.lexicon import table
from sayso.records import OriginKind, Report

__all__ = [
    "Credit",
    "credits_in",
    "is_agency",
    "is_from_agencies",
    "is_newsroom",
    "known_name",
    "publishes_itself",
]

# Characters at the beginning and at the end in which a dateline or a line of credit stands.
_HEAD = 160
_TAIL = 240
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """That a report names where it has its words from: under which name, and in which words.

    `at` is where it does so, `through` whether it says so of words that came by another.
    """

    name: str
    kind: OriginKind
    words: str
    at: int
    through: bool = False


def known_name(name: str | None) -> str | None:
    """The name under which an agency or outlet is shown, itself where nobody knows it.

    >>> known_name("Yonhap News Agency"), known_name("Harbour Ledger")
    ('Yonhap', 'Harbour Ledger')
    """
    return _names().get(_folded(name).lower(), name) if name else None


def credits_in(report: Report, outlets: Sequence[str] = ()) -> tuple[Credit, ...]:
    """Everybody whom the report gives as its source, the surest first.

    `outlets` are further names that it may give: those that publish the other reports.
    """
    text = report.text.lower()  # a pattern of names that do not stand there costs, and finds none
    there = sorted(name for name in outlets if name.lower() in text)
    named = _pattern((*_agencies(), *_outlets(), *there))
    found = [*_credited(report.text, named), *_cited(report.text, named)]
    return tuple(dict.fromkeys(it for it in found if not publishes_itself(report, it.name)))


def publishes_itself(report: Report, name: str) -> bool:
    """Whether the outlet of a report is the one of that name: KBS World is KBS."""
    return _holds(report.outlet, name)


def _holds(outlet: str | None, name: str) -> bool:
    own = known_name(outlet) or ""
    return bool(re.search(rf"\b{re.escape(name)}\b", own, re.IGNORECASE))


def is_newsroom(report: Report) -> bool:
    """Whether the outlet is a known agency, paper or station, or credits itself in a dateline."""
    if _is_known(report.outlet):
        return True
    own = report.outlet and _pattern((report.outlet,))
    return bool(own and any(_credited(report.text, own)))


@lru_cache(maxsize=1 << 10)  # each asks for every name there is
def _is_known(outlet: str | None) -> bool:
    return any(_holds(outlet, name) for name in sorted(set(_names().values())))


def is_from_agencies(text: str) -> bool:
    """Whether a report says that it was made from agencies' copy, without naming them."""
    ends = f"{text[:_HEAD]} {text[-_TAIL:]}".lower()
    return any(row in ends for row in table("wires")["unnamed"])


def is_agency(name: str) -> bool:
    """Whether the name is a news agency's, that is there for others to copy from."""
    return name in {row[0] for row in table("wires")["agencies"]}


def _credited(text: str, named: str) -> Iterator[Credit]:
    """A dateline, a name in brackets at either end, or words of credit before a name."""
    rows = "|".join(re.escape(row) for row in table("wires")["credits"])
    dateline = re.compile(rf"(?:^|\n)[^\n()]{{0,40}}\((?:[\w .&]{{1,30}} [-–—/] )?((?i:{named}))\)")
    # A name in brackets before a dash is a wire's, also of one that nobody knows.
    unknown = re.compile(r"\A[^\n()]{0,60}\(([A-Z][\w .&'’-]{1,40})\) ?(?:[—–-]|:)")
    line = re.compile(
        rf"\(\s?({named})\s?\)\s*$|[—–-]{{1,2}} ?({named})\.?\s*$"
        rf"|\b(?i:{rows}) (?:[\w' ]{{0,30}}\()?({named})\b"
    )
    end = max(_HEAD, len(text) - _TAIL)
    ends = (line.finditer(text, 0, _HEAD), line.finditer(text, end))
    for match in chain(dateline.finditer(text), *ends, unknown.finditer(text)):
        yield _credit(match, OriginKind.CREDIT)


def _cited(text: str, named: str) -> Iterator[Credit]:
    """Words of citing before a name, or of reporting behind it, where the story is introduced."""
    before = "|".join(re.escape(row) for row in table("wires")["citations"])
    behind = "|".join(re.escape(row) for row in table("wires")["retold"])
    told = re.compile(
        rf"\b(?i:{before}) (?:[Tt]he |['‘“\"])?({named})\b|\b({named}) (?:{behind})\b"
    )
    for match in told.finditer(text):
        yield _credit(match, OriginKind.CITATION)


def _credit(match: re.Match[str], kind: OriginKind) -> Credit:
    name = next(group for group in match.groups() if group)
    words = " ".join(match.group().split())
    return Credit(
        name=known_name(name) or name,
        kind=kind,
        words=words,
        at=match.start(),
        through=words.lower().startswith(tuple(table("wires")["through"])),
    )


@lru_cache(maxsize=64)  # of the outlets of a few stories: whoever watches for months meets all
def _pattern(names: Sequence[str]) -> str:
    """Any of the names, the longest first."""
    fitting = {name for name in names if 1 < len(name) <= _LONGEST_NAME}
    ordered = sorted(fitting, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in ordered)


def _folded(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").strip()


@cache
def _names() -> Mapping[str, str]:
    rows = [*table("wires")["agencies"], *table("wires")["outlets"]]
    return {_folded(name).lower(): row[0] for row in rows for name in row}


@cache
def _agencies() -> tuple[str, ...]:
    return tuple(name for row in table("wires")["agencies"] for name in row)


@cache
def _outlets() -> tuple[str, ...]:
    return tuple(name for row in table("wires")["outlets"] for name in row)
