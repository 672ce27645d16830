"""Lines that are no part of a report: links to others, advertisements, picture credits."""

import re

from sayso.lexicon import table, words

__all__ = ["strip_boilerplate"]

_LINE = re.compile(r"[^\r\n]+(?:\r\n|\n|\r)?")
_LONGEST_LINK = 300
_LONGEST_CAPTION = 600
_ENDING = " \t\r\n.…!»>›→-–—*_"
_BULLETS = " \t*_•·-–—>►▶▸■"


def _any(key: str) -> str:
    rows = sorted(table("boilerplate")[key], key=len, reverse=True)  # the longest that fits
    return "|".join(re.escape(row) for row in rows)


_LINK = re.compile(rf"(?:{_any('links')})[ \t*_]{{0,5}}(?:{_any('marks')})", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{_any('openings')})\b", re.IGNORECASE)
_CREDIT = re.compile(rf"(?:{_any('pictures')})[ \t]{{0,3}}[:/|©]", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"[(\[](?:{_any('pictures')})(?:[ \t]{{0,3}}[:/|©]|[ \t]+(?:by|via|courtesy)\b|[)\]])"
    r"[^()\[\]]{0,200}[)\]]?\.?\Z",
    re.IGNORECASE,
)
# "© 2024 The Courier", "Copyright 2024 ...", "3 min read"
_NOTICE = re.compile(
    r"(?:(?:copyright|©|\(c\)|&copy;)[ \t]{0,3}(?:©|\(c\))?[ \t]{0,3}[12][0-9]{3}\b"
    r"|[0-9]{1,3}[- ]min(?:ute)?s?[ \t]{1,3}read\W{0,5}\Z)",
    re.IGNORECASE,
)


def strip_boilerplate(text: str) -> str:
    r"""`text` without the lines that belong to the page around it; every other line as it was.

    >>> strip_boilerplate("Nobody was hurt.\nRead also| Prices rise again\nTalks go on.\n")
    'Nobody was hurt.\nTalks go on.\n'
    """
    return _LINE.sub(lambda line: "" if _foreign(line[0]) else line[0], text)


def _foreign(line: str) -> bool:
    if len(line) > _LONGEST_CAPTION:
        return False
    bare = line.strip().lstrip(_BULLETS)
    return any(rule(bare) for rule in _RULES)


def _is_alone(line: str) -> bool:
    return line.rstrip(_ENDING + ":|").lower() in words("boilerplate", "alone")


def _is_link(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and _LINK.match(line) is not None


def _is_offer(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and _OPENING.match(line) is not None


def _is_notice(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and _NOTICE.match(line) is not None


def _is_credit(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and _CREDIT.match(line) is not None


def _is_caption(line: str) -> bool:
    tail = line[-260:]
    return tail.endswith((")", "]", ").", "].")) and _IN_BRACKETS.search(tail) is not None


_RULES = (_is_alone, _is_link, _is_offer, _is_notice, _is_credit, _is_caption)
