"""Paragraphs that the markup of a page leaves unnamed: text between breaks, or loose in a block."""

from collections.abc import Iterator
from typing import Any

from sayso.lexicon import words

__all__ = ["name_paragraphs"]

_CONTAINERS = ("div", "article", "section", "main", "td", "body", "center")
_LOOSE = 25  # characters of running text outside any paragraph; a date or a button has fewer


def name_paragraphs(root: Any) -> None:
    """Put loose text into `<p>`, in place; extraction would merge it, or pass over it."""
    for container in list(root.iter(*_CONTAINERS)):
        if _has_loose_text(container):
            _name_blocks(container)
            for paragraph, edge in list(_runs(container)):
                _place(container, paragraph, edge)


def _has_loose_text(container: Any) -> bool:
    edges = [child for child in container if _is_edge(child)]
    loose = (container.text, *(edge.tail for edge in edges))
    return bool(edges) and any(len((text or "").strip()) >= _LOOSE for text in loose)


def _is_edge(element: Any) -> bool:
    return element.tag not in words("page", "inline")


def _name_blocks(container: Any) -> None:
    """Where it finds paragraphs, extraction passes over blocks that are none."""
    for block in list(container.iter("div")):
        if not any(_is_edge(child) for child in block):
            block.tag = "p"


def _runs(container: Any) -> Iterator[tuple[Any, Any | None]]:
    """Each run of text and inline tags as a paragraph, with the block or break that ends it."""
    paragraph = _take(container, container, "text")
    for child in list(container):
        if _is_edge(child):
            yield paragraph, child
            paragraph = _take(container, child, "tail")
        else:
            paragraph.append(child)
    yield paragraph, None


def _take(container: Any, source: Any, place: str) -> Any:
    paragraph = container.makeelement("p")
    paragraph.text = getattr(source, place)
    setattr(source, place, None)
    return paragraph


def _place(container: Any, paragraph: Any, edge: Any | None) -> None:
    if paragraph.text_content().strip():
        put = container.append if edge is None else edge.addprevious
        put(paragraph)
    if edge is not None and edge.tag == "br":
        container.remove(edge)
