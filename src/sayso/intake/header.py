"""The header block that a plain text may open with."""

import re

from sayso.intake.days import read_day
from sayso.intake.metadata import Metadata, as_language, as_line, as_url
from sayso.lexicon import table, words

__all__ = ["split_header"]

_LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z ]{0,20}?)[ \t]*:[ \t]*([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_BLANKS = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r))*+")


def split_header(text: str) -> tuple[Metadata, str]:
    r"""The metadata that `text` opens with, and the rest; a text without them comes back as it is.

    >>> head, body = split_header("Title: Ships wait\nPublished: 2024-10-31\n\nNobody was hurt.")
    >>> head.title, body
    ('Ships wait', 'Nobody was hurt.')
    """
    fields, end = _fields(text)
    body = _after_blanks(text, end)
    telling = fields.keys() & words("header", "telling")
    # One field alone may be the first line of a story; a blank line or a second field settles it.
    if not telling or (len(telling) == 1 and end < len(text) and body == end):
        return Metadata(), text
    return _metadata(fields), text[body:]


def _fields(text: str) -> tuple[dict[str, str], int]:
    names = table("header")["fields"]
    fields: dict[str, str] = {}
    end = _after_blanks(text, 0)
    while (line := _LINE.match(text, end)) and line[1].lower() in names:
        fields.setdefault(names[line[1].lower()], line[2])
        end = line.end()
    return fields, end


def _after_blanks(text: str, start: int) -> int:
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _metadata(fields: dict[str, str]) -> Metadata:
    return Metadata(
        title=as_line(fields.get("title")),
        outlet=as_line(fields.get("outlet")),
        url=as_url(fields.get("url")),
        day=read_day(fields.get("day", "")),
        venue=as_line(fields.get("venue")),
        coverage=as_line(fields.get("coverage")),
        language=as_language(fields.get("language")),
    )
