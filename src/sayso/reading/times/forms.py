"""The forms of times: rows of the lexicon compiled to patterns over the codes of words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.lexicon import table
from sayso.reading.times.classes import Classes, build_classes
from sayso.reading.times.starts import Start, start_of

__all__ = ["Form", "all_forms", "classes", "compile_forms", "matchers", "named_rows", "start_codes"]

_PART = re.compile(r"\{(\w+):|\}|[A-Z]+|[a-z]+|[0-9]+|\s+")
_LITERAL = re.compile(r"[a-z]+|[0-9]+")
_MACRO = re.compile(r"[A-Z]+")

_Matcher = Callable[[str, int], re.Match[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of times: its pattern over codes, its reader and its check of the words around."""

    name: str
    source: str
    reads: str
    guard: str | None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it: all at once take 0.05 seconds."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def classes() -> Classes:
    """The classes of words that the forms call for."""
    patterns = [_expanded(row["pattern"]) for row in table("timeforms")["forms"]]
    patterns += [row["words"] for kind in ("holidays", "events") for row in table("events")[kind]]
    bare = (re.sub(r"\{\w+:", "(", pattern) for pattern in patterns)
    return build_classes({word for pattern in bare for word in _LITERAL.findall(pattern)})


@cache
def all_forms() -> tuple[Form, ...]:
    """All forms in the order of their rows."""
    return tuple(
        Form(
            name=row["name"],
            source=_translated(_expanded(row["pattern"])),
            reads=row["reads"],
            guard=row.get("guard"),
        )
        for row in table("timeforms")["forms"]
    )


@cache
def start_codes() -> frozenset[str]:
    """The codes that start a form."""
    return frozenset(_forms_by_start())


@lru_cache(maxsize=1 << 11)
def matchers(code: str, after: str) -> tuple[tuple[Form, _Matcher], ...]:
    """The forms that a code can start where `after` follows, each with what matches it there.

    After most of "the" and "in" none is left.
    """
    return tuple(
        (form, form.pattern.match)
        for form, start in _forms_by_start()[code]
        if code in start.alone or after in start.second
    )


def compile_forms() -> None:
    """Compile all forms, 0.05 seconds, which texts would do one form after another."""
    for form in all_forms():
        _compiled(form.source)


@cache
def _forms_by_start() -> dict[str, list[tuple[Form, Start]]]:
    forms: dict[str, list[tuple[Form, Start]]] = defaultdict(list)
    for form in all_forms():
        start = start_of(form.source)
        for code in start.first:
            forms[code].append((form, start))
    return forms


@cache
def named_rows(kind: str) -> tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]:
    """The holidays or events of the lexicon, each with the pattern of its words."""
    rows: list[dict[str, Any]] = table("events")[kind]
    return tuple((re.compile(_translated(_expanded(row["words"]))), row) for row in rows)


@cache
def _macros() -> dict[str, str]:
    macros: dict[str, str] = dict(table("timeforms")["macros"])
    vague = table("timewords")["vague"].values()
    macros["VAGUE"] = _either(phrase for phrases in vague for phrase in phrases)
    macros["HOLIDAY"] = _either(row["words"] for row in table("events")["holidays"])
    macros["EVENT"] = _either(row["words"] for row in table("events")["events"])
    return macros


def _either(patterns: Iterator[str]) -> str:
    """One of the patterns, the longer ones first."""
    return "(" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


@cache
def _expanded(pattern: str) -> str:
    """The pattern with its macros written out, and theirs; the name of a class stays."""
    return _MACRO.sub(_written_out, pattern)


def _written_out(match: re.Match[str]) -> str:
    name = match.group()
    return _expanded(_macros()[name]) if name in _macros() else name


def _translated(pattern: str) -> str:
    """The pattern over codes that a pattern over words stands for."""
    return _PART.sub(_translate, pattern.replace("(", "(?:").replace("(?:?", "(?"))


def _translate(match: re.Match[str]) -> str:
    part = match.group()
    if part.isspace():
        return ""
    if match[1]:
        return f"(?P<{match[1]}>(?:"
    if part == "}":
        return "))"
    members = classes().members
    return f"[{members[part] if part.isupper() else members['=' + part]}]"
