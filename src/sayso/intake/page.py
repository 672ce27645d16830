"""HTML pages: the words of the report or record in one, and what it says of itself."""

import logging
import re
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.intake.markup import flat_text, parse_markup, text_of
from sayso.intake.masthead import read_masthead
from sayso.intake.metadata import Metadata
from sayso.intake.repairs import mark_speakers, repair

if TYPE_CHECKING:
    from configparser import ConfigParser

__all__ = ["is_page", "read_page"]

_TAGS = (
    r"(?:html|head|body|meta|title|article|section|main|header|div|p|h[1-6]|table|ul|ol|dl|span"
    r"|blockquote|center|font|script|style|link|br|td|tr|li)"
)
_OPENS = re.compile(
    rf"\s*+(?:<\?xml[^>]{{0,200}}>\s*+)?+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|{_TAGS})\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK = re.compile(
    r"</?(?:p|div|td|tr|li|br|h[1-6]|body|article)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_BLOCKS = 3  # a text may speak of a tag or two
_HEAD = 20_000  # characters looked at
_DOCTYPE = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?+<!doctype[^<>\[]{0,500}(?:\[.*?\]\s*+)?>",
    re.IGNORECASE | re.DOTALL,
)
# Above this the extraction, which takes half a second and 40 MB a megabyte, gives way to all words.
_LARGEST = 8_000_000  # characters
# Characters; below its own 250, trafilatura throws all words of the page into one paragraph.
_SHORTEST = 25


def is_page(text: str) -> bool:
    """Whether `text` is HTML, judged by what stands in it.

    >>> is_page("<!DOCTYPE html><title>Ships wait</title>"), is_page("Ships < 300, he said.")
    (True, False)
    """
    if _OPENS.match(text[:_HEAD]):
        return True
    return len(_BLOCK.findall(text[:_HEAD])) >= _BLOCKS


def read_page(page: str, *, spoken: bool = False) -> tuple[Metadata, str]:
    """Metadata and main text of an HTML page, a line a paragraph; `spoken` asks for transcripts.

    What surrounds the text (navigation, captions, comments, scripts) is left out, and nothing in
    the page is run or fetched. The text is empty where the page has none.
    """
    page = _DOCTYPE.sub("", page, count=1).replace("\x00", " ")
    root, whole = parse_markup(page)
    if root is None:
        return Metadata(), flat_text(page)
    metadata = read_masthead(root)
    text = ""
    if whole and len(page) <= _LARGEST:
        repair(root)
        if spoken:
            mark_speakers(root)
        text = _main_text(root, spoken=spoken)
    return metadata, _below_title(text or flat_text(page), metadata.title)


def _below_title(text: str, title: str | None) -> str:
    """Whether extraction keeps the heading hangs on the page; the report has it as its title."""
    first, _, rest = text.partition("\n")
    return rest if rest and first == title else text


def _main_text(root: Any, *, spoken: bool) -> str:
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            root, include_comments=False, favor_recall=spoken, config=_settings()
        )
    except (LxmlError, AttributeError, RecursionError):
        return ""  # pages it stumbles over are read flat
    return "" if found is None or isinstance(found, dict) else text_of(found.body)


@cache
def _settings() -> "ConfigParser":
    from trafilatura.settings import DEFAULT_CONFIG

    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)  # it warns of every odd page
    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_SHORTEST)
    return settings
