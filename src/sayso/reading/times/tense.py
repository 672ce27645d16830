"""Whether the clause around a time looks ahead or back."""

from typing import NamedTuple

from sayso.lexicon import table, words
from sayso.reading.times.tokens import Tokens

__all__ = ["Marker", "nearest_marker", "sentence_ends"]

_ROWS: dict[str, list[str]] = table("tenses")
_AHEAD, _BACK = frozenset(_ROWS["ahead"]), frozenset(_ROWS["back"])
_GOVERNORS, _MODALS = frozenset(_ROWS["governors"]), frozenset(_ROWS["modals"])
_TIMETABLED, _ARRANGED = frozenset(_ROWS["timetabled"]), frozenset(_ROWS["arranged"])
_WANTING, _PLANNED = frozenset(_ROWS["wanting"]), frozenset(_ROWS["planned"])
_NOT_PAST, _REMARKS = frozenset(_ROWS["not_past"]), frozenset(_ROWS["remarks"])
_SPEECH = words("cues", "speech")
_DETERMINERS = frozenset(table("timechecks")["determiners"])
_BEING = frozenset({"is", "are", "be", "being", "re"})
_BEEN = frozenset({"was", "were", "been"})
# Verbs of a clause further away than this govern something else.
_REACH = 25
# Words between wanting and what is wanted done: "want at least the 600 oldest relays checked".
_WANTED = 7
_LIMITS = frozenset({"by", "before", "until"})
# Words between what is said and its verb: "the chair said".
_NAME = 4
_CLOSING = frozenset("\"”’'")


class Marker(NamedTuple):
    """1 ahead, -1 back, 0 unknown, and the word that tells; `planned` where it was ahead once."""

    direction: int = 0
    word: str = ""
    planned: bool = False


def nearest_marker(tokens: Tokens, first: int, end: int) -> Marker:
    """What the nearest verb before the words, else the nearest after them, tells of their time.

    >>> from sayso.reading.times.tokens import split_tokens
    >>> nearest_marker(split_tokens("The ministers will meet again on Thursday."), 6, 7)
    Marker(direction=1, word='will', planned=False)
    """
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ends_sentence(tokens, at):
            break
        direction = _told_by(tokens, at)
        if direction:
            planned = direction > 0 and _was_planned(tokens, at)
            found = Marker(direction, tokens.words[at], planned)
            later = _marker_after(tokens, end) if _opens_what_is_said(tokens, at) else found
            return later if later.direction > 0 else found
    return _marker_after(tokens, end)


def _marker_after(tokens: Tokens, end: int) -> Marker:
    for at in range(end, min(len(tokens.words), end + _REACH)):
        if _ends_sentence(tokens, at) or _follows_what_is_said(tokens, at, end):
            break
        direction = _told_by(tokens, at)
        if direction and tokens.words[at] not in _TIMETABLED:
            return Marker(direction, tokens.words[at])
    return Marker()


def _opens_what_is_said(tokens: Tokens, at: int) -> bool:
    """Whether "said that" stands there: what follows has a verb of its own."""
    return tokens.words[at] in _SPEECH and tokens.word(at + 1) == "that"


def _follows_what_is_said(tokens: Tokens, at: int, end: int) -> bool:
    """Whether "..., he said" stands there: it tells when it was said, not of what time it is."""
    words = tokens.words[max(end + 1, at - _NAME) : at]
    return tokens.words[at] in _SPEECH and any(it == "," or it in _CLOSING for it in words)


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if word in ("!", "?", ";") or "\n" in word:
        return True
    return word == "." and len(tokens.word(at - 1)) > 2 and _is_new(tokens, at)


def _is_new(tokens: Tokens, at: int) -> bool:
    """Whether white space follows the full stop or its quotation mark, as it does not in "3.5"."""
    places = (at, at + 1) if tokens.word(at + 1) in _CLOSING else (at,)
    known = (place for place in places if place + 1 < len(tokens.words))
    return any(tokens.starts[place + 1] > tokens.ends[place] for place in known)


def _told_by(tokens: Tokens, at: int) -> int:
    """What one word tells: a modal or "due" looks ahead, a past form back."""
    word, before = tokens.words[at], tokens.word(at - 1)
    if word == "to":
        return _told_by_to(tokens, at)
    if word in _AHEAD or (word in _ARRANGED and before in _BEING):
        return 1
    if word in _TIMETABLED:
        return 0 if before in _DETERMINERS or before == "of" else 1
    if word in _REMARKS:
        return -1 if "in" in (before, tokens.word(at - 2)) else 0
    if word in _BACK or (word.endswith("ed") and _is_past(tokens, at)):
        later = 0 if before in _BEING or before in _MODALS else -1
        return 1 if _is_wanted(tokens, at) else later
    return 0


def _was_planned(tokens: Tokens, at: int) -> bool:
    """Whether it was so when somebody planned it: was due, were originally set to, was to be."""
    plan = at - (tokens.words[at] == "to" and tokens.word(at - 1) in _PLANNED)
    if tokens.words[plan] not in _PLANNED and tokens.words[at] != "to":
        return False
    before = plan - 1 - (tokens.word(plan - 1).endswith("ly") or tokens.word(plan - 1) == "not")
    return tokens.word(before) in _BEEN


def _is_wanted(tokens: Tokens, at: int) -> bool:
    """`checked` of `wanted the relays checked by May`: what is wanted done is not done yet."""
    if tokens.word(at + 1) not in _LIMITS:
        return False
    before = tokens.words[max(at - _WANTED, 0) : at]
    return "and" not in before and not _WANTING.isdisjoint(before)


def _is_past(tokens: Tokens, at: int) -> bool:
    """Whether a word in -ed is a past: no name and no "need"."""
    word = tokens.words[at]
    return len(word) > 3 and word not in _NOT_PAST and not tokens.is_capital(at)


def _told_by_to(tokens: Tokens, at: int) -> int:
    """Ahead in "agreed to meet", not in "travelled to Seoul"."""
    governor, verb = tokens.word(at - 1), tokens.word(at + 1)
    if verb == "be":
        return 1
    return 1 if governor in _GOVERNORS and verb.isalpha() and verb not in ("the", "a", "an") else 0


def sentence_ends(tokens: Tokens) -> list[int]:
    """The words that end a sentence or a paragraph."""
    marks = (at for at, word in enumerate(tokens.words) if not word.isalnum())
    return [at for at in marks if _ends_sentence(tokens, at)]
