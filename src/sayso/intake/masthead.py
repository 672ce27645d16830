"""What a page says of itself: title, outlet, address, day, language. What it leaves out is None."""

import datetime
import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sayso.intake.days import read_day
from sayso.intake.metadata import Metadata, as_language, as_line, as_url
from sayso.intake.repairs import class_words
from sayso.lexicon import table, words

__all__ = ["read_masthead"]

_SEPARATORS = r"\s+[|\-–—·:»]\s+"
_DAY_IN_URL = re.compile(r"/([12][0-9]{3})/([01]?[0-9])/([0-3]?[0-9])/")
_LONGEST_JSON = 1_000_000
_MOST_NODES = 10_000
_LONGEST_DATELINE = 120
_LEAD = 80  # characters: a paragraph as long as this opens the story


def read_masthead(root: Any) -> Metadata:
    """The metadata in the tree of a page: what it states for machines first, then what it shows."""
    stated = _meta(root)
    linked = _linked(root)
    heading = as_line(_text(root, ".//h1"))
    window = as_line(_text(root, ".//title"))
    title = stated.get("title") or linked.get("title") or heading or window
    outlet = stated.get("outlet") or linked.get("outlet") or _after(title, window)
    url = as_url(_canonical(root)) or as_url(stated.get("url")) or as_url(linked.get("url"))
    return Metadata(
        title=_without(title, outlet),
        outlet=outlet,
        url=url,
        day=_stated_day(stated, linked) or _shown_day(root) or _day_in(url),
        language=as_language(root.get("lang")),
    )


def _meta(root: Any) -> dict[str, str]:
    contents: dict[str, str] = {}
    for tag in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if name := tag.get(key):
                contents.setdefault(name.lower(), tag.get("content") or "")
    rows = table("page")["meta"]
    found = {
        field: (as_line(contents.get(name)) for name in names) for field, names in rows.items()
    }
    return {
        field: first for field, lines in found.items() if (first := next(filter(None, lines), None))
    }


def _linked(root: Any) -> dict[str, str]:
    """Title, outlet, address and day of the first report described in JSON-LD."""
    nodes = [node for script in root.iter("script") for node in _nodes(script)]
    named = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node
    }
    for node in nodes:
        if not _types(node).isdisjoint(words("page", "articles")):
            publisher = node.get("publisher")
            if isinstance(publisher, dict):
                publisher = publisher.get("name") or named.get(str(publisher.get("@id")), {}).get(
                    "name"
                )
            fields = {
                "title": node.get("headline") or node.get("name"),
                "outlet": publisher,
                "url": node.get("url"),
                "day": node.get("datePublished"),
            }
            return {key: line for key, value in fields.items() if (line := _plain(value))}
    return {}


def _nodes(script: Any) -> Iterator[dict[str, Any]]:
    """Every object in a script of JSON-LD, wherever it is nested."""
    text = script.text or ""
    if script.get("type", "").lower() != "application/ld+json" or len(text) > _LONGEST_JSON:
        return iter(())
    try:
        return islice(_objects(json.loads(text, strict=False)), _MOST_NODES)
    except (ValueError, RecursionError):
        return iter(())


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed(node.values()))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("@type")
    return {str(name).lower() for name in (types if isinstance(types, list) else [types])}


def _plain(value: object) -> str | None:
    return as_line(html.unescape(value)) if isinstance(value, str) else None


def _text(root: Any, path: str) -> str:
    found = root.find(path)
    return "" if found is None else found.text_content()


def _canonical(root: Any) -> str | None:
    links = (tag for tag in root.iter("link") if (tag.get("rel") or "").lower() == "canonical")
    return next((tag.get("href") for tag in links), None)


def _after(title: str | None, window: str | None) -> str | None:
    """`Ships wait - News - The Courier` over a report `Ships wait` names the outlet last."""
    if not title or not window or not window.startswith(title):
        return None
    tail = re.split(_SEPARATORS, window[len(title) :])
    return tail[-1] if len(tail) > 1 and not tail[0] and tail[-1] else None


def _without(title: str | None, outlet: str | None) -> str | None:
    if not title or not outlet:
        return title
    return re.sub(rf"{_SEPARATORS}{re.escape(outlet)}\s*\Z", "", title, flags=re.IGNORECASE)


def _stated_day(stated: dict[str, str], linked: dict[str, str]) -> datetime.date | None:
    return read_day(stated.get("day", "")) or read_day(linked.get("day", ""))


def _shown_day(root: Any) -> datetime.date | None:
    """The day shown between the heading and the first long paragraph, where its dateline stands."""
    heading, story = root.find(".//h1"), next(root.iter("article", "main"), None)
    if heading is not None:
        below = heading.xpath("following::*")
    else:
        below = [] if story is None else story.iter()
    for element in below:
        if element.tag == "p" and len(element.text_content().strip()) >= _LEAD:
            return None
        if day := _dateline(element):
            return day
    return None


def _dateline(element: Any) -> datetime.date | None:
    names = class_words(element)
    if not words("page", "not_datelines").isdisjoint(names):
        return None
    if element.tag == "time" and (day := read_day(element.get("datetime") or "")):
        return day
    if element.tag != "time" and words("page", "datelines").isdisjoint(names):
        return None
    shown = element.text_content()
    return read_day(shown) if len(shown) <= _LONGEST_DATELINE else None


def _day_in(url: str | None) -> datetime.date | None:
    found = _DAY_IN_URL.search(url or "")
    return read_day("-".join(found.groups())) if found else None
