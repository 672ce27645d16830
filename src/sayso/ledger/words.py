"""What people type to search: words, "phrases", AND, OR, NOT, (groups) and endings*."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import BadRequestError

__all__ = ["Both", "Either", "Not", "Phrase", "Words", "parse_words"]

_TOKEN = re.compile(r'\(|\)|-?"[^"]*"\*?|[^\s()"]+')
_ALONE, _ENDED = r"(?<![\w.,])", r"(?!\w|[.,]\d)"  # not a part of a longer number or of a word
_BARE = re.compile(rf"{_ALONE}[1-9]\d{{3,14}}{_ENDED}")
_GROUPED = re.compile(rf"{_ALONE}[1-9]\d{{0,2}}(?:,\d{{3}})+{_ENDED}")
_MOST = 100  # words; nobody types more, and each costs time
_DEEPEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words in this order; with `prefix` the last may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What must not be there."""

    part: "Words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """All of these."""

    parts: "tuple[Words, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """Any of these."""

    parts: "tuple[Words, ...]"


Words = Phrase | Not | Both | Either
"""What is searched for."""


def parse_words(text: str) -> Words | None:
    """What was typed, None where it holds no word; BadRequestError where it cannot be meant.

    >>> parse_words('troops NOT "North Korea"').parts[1].part.text
    'North Korea'
    """
    tokens = _TOKEN.findall(text)
    if len(tokens) > _MOST:
        raise BadRequestError(f"That search has more than {_MOST} words; leave some out.")
    if not any(_has_word(token) for token in tokens):
        return None
    parser = _Parser(tokens)
    found = parser.either(0)
    if parser.rest:
        raise BadRequestError(f"The search {text!r} closes a bracket that it never opened.")
    return found


class _Parser:
    """Reads tokens from the left."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.rest = list(tokens)

    def either(self, depth: int) -> Words:
        if depth > _DEEPEST:
            raise BadRequestError("That search has too many brackets within each other.")
        parts = [self._both(depth)]
        while self._take("OR"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else Either(parts=tuple(parts))

    def _both(self, depth: int) -> Words:
        parts: list[Words] = []
        while self.rest and self.rest[0] not in {")", "OR"}:
            if not self._take("AND"):
                parts += self._one(depth)
        if all(isinstance(part, Not) for part in parts):
            raise BadRequestError("That search needs a word that must be there beside its NOT.")
        return parts[0] if len(parts) == 1 else Both(parts=tuple(parts))

    def _one(self, depth: int) -> list[Words]:
        token = self.rest.pop(0)
        if token == "NOT":
            return [Not(part=part) for part in self._next(depth)]
        if token == "(":
            found = self.either(depth + 1)
            if not self._take(")"):
                raise BadRequestError("In that search a bracket is opened and never closed.")
            return [found]
        if token.startswith("-") and _has_word(token):
            return [Not(part=_phrase(token[1:]))]
        return [_phrase(token)] if _has_word(token) else []

    def _next(self, depth: int) -> list[Words]:
        if not self.rest or self.rest[0] in {")", "OR", "AND"}:
            raise BadRequestError("In that search nothing follows NOT.")
        return self._one(depth)

    def _take(self, token: str) -> bool:
        if self.rest and self.rest[0] == token:
            self.rest.pop(0)
            return True
        return False


def _has_word(token: str) -> bool:
    return any(letter.isalnum() for letter in token)


def _phrase(token: str) -> Phrase | Either:
    """The words, with their numbers as they stand, with commas, or without."""
    text = token.strip('"*')
    grouped = _BARE.sub(lambda number: f"{int(number[0]):,}", text)
    bare = _GROUPED.sub(lambda number: number[0].replace(",", ""), text)
    forms = dict.fromkeys((text, grouped, bare))
    parts = tuple(Phrase(text=form, prefix=token.endswith("*")) for form in forms)
    return parts[0] if len(parts) == 1 else Either(parts=parts)
