"""The headline that a text without metadata begins with."""

import re

from sayso.intake.days import read_day

__all__ = ["read_headline"]

_LONGEST = 160  # characters of a headline
_FEWEST = 3  # words of one
_LONGER = 1.2  # times its length that some line after it has
_ENDS, _QUOTES = tuple(".:;,"), "\"”’'"
_BYLINE = re.compile(r"(?:by|from|updated|published|posted)\b", re.IGNORECASE)


def read_headline(text: str) -> str | None:
    r"""The first line, where it stands alone like a headline and longer ones follow.

    >>> read_headline("Quarry reopens after ruling\n\nA court ruled that it may be worked again.")
    'Quarry reopens after ruling'
    >>> read_headline("The quarry may reopen, a court ruled.\n\nNobody objected to that then.")
    """
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    alone = rest[:1] == "\n" or not rest[:1].strip()
    if not (alone and len(line) <= _LONGEST and len(line.split()) >= _FEWEST):
        return None
    if line.rstrip(_QUOTES).endswith(_ENDS) or _BYLINE.match(line) or read_day(line):
        return None
    longer = any(len(it) > _LONGER * len(line) for it in rest.splitlines())
    return line if line[0].isupper() and longer else None
