"""What a report or record says of itself."""

import datetime
import re
from dataclasses import dataclass

__all__ = ["Metadata", "as_language", "as_line", "as_url"]

_URL = re.compile(r"https?://[^\s<>\"']{1,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]\w{2,8})*", re.IGNORECASE)
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title and origin of a text; `day` is that of publication, or on which a record was made."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    day: datetime.date | None = None
    venue: str | None = None
    coverage: str | None = None
    language: str | None = None


def as_line(words: str | None) -> str | None:
    """`words` as one line without doubled space; None where that leaves nothing, or a novel."""
    line = " ".join(words.split()) if words else ""
    return line if 0 < len(line) <= _LONGEST else None


def as_url(words: str | None) -> str | None:
    """The web address that `words` are; None where they are another thing, such as a script."""
    line = words.strip() if words else ""
    return line if _URL.fullmatch(line) else None


def as_language(words: str | None) -> str | None:
    """The ISO 639-1 code in a tag such as `en-GB`; None where there is none."""
    found = _LANGUAGE.fullmatch(words.strip()) if words else None
    return found[1].lower() if found else None
