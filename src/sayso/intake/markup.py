"""HTML to lines: the tree of a page, and its words."""

import re
from typing import Any

from sayso.lexicon import words

__all__ = ["flat_text", "parse_markup", "text_of"]

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AS_IS = frozenset({"pre", "listing", "script", "style"})


def parse_markup(page: str) -> tuple[Any | None, bool]:
    """The root of the page's tree (None where it has none), and whether all of it was read."""
    from lxml import etree, html

    parser = html.HTMLParser(
        collect_ids=False,
        remove_comments=True,
        remove_pis=True,
        default_doctype=False,
        encoding="utf-8",
    )
    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None, False
    _join_lines(root)
    return root, not parser.error_log.filter_from_fatals()


def _join_lines(root: Any) -> None:
    """Lines of the source are no lines of the page, save within `<pre>`."""
    from lxml import etree

    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += element.tag in _AS_IS
            element.text = _joined(element.text, depth)
        else:
            depth -= element.tag in _AS_IS
            element.tail = _joined(element.tail, depth)


def _joined(text: str | None, depth: int) -> str:
    """Also without the characters that a tree refuses to take back."""
    text = _ILLEGAL.sub(" ", text or "")
    return text if depth else text.replace("\n", " ").replace("\r", " ")


def text_of(body: Any) -> str:
    """The words of an extracted body: a line a paragraph, item or row."""
    from lxml import etree

    inline = words("page", "inline")
    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        after = element.text if event == "start" else element.tail
        pieces += (_edge(element.tag, inline), after or "")
    return _lines("".join(pieces))


def flat_text(page: str) -> str:
    """All words of a page outside navigation, scripts and the like, however broken it is."""
    from lxml import etree

    # A target is told of tags as they come, so a page nested thousands deep is read to its end.
    parser = etree.HTMLParser(target=_Flat(), huge_tree=True, encoding="utf-8")
    try:
        return _lines(etree.fromstring(page.encode("utf-8", "replace"), parser=parser))
    except etree.LxmlError:
        return ""


class _Flat:
    """Collects the words between tags."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._depth = 0  # in how many foreign parts we are
        self._as_is = 0
        self._foreign = words("page", "foreign")
        self._inline = words("page", "inline")

    def start(self, tag: str, _attributes: object) -> None:
        self._depth += tag in self._foreign
        self._as_is += tag in _AS_IS
        self._pieces.append("“" if tag == "q" else _edge(tag, self._inline))

    def end(self, tag: str) -> None:
        self._depth = max(0, self._depth - (tag in self._foreign))
        self._as_is = max(0, self._as_is - (tag in _AS_IS))
        self._pieces.append("”" if tag == "q" else _edge(tag, self._inline))

    def data(self, words: str) -> None:
        if not self._depth:
            self._pieces.append(_joined(words, self._as_is))

    def close(self) -> str:
        return "".join(self._pieces)


def _edge(tag: str, inline: frozenset[str]) -> str:
    if tag in {"cell", "td", "th"}:
        return " "
    return "" if tag in inline else "\n"


def _lines(text: str) -> str:
    """Without blank lines, doubled spaces and soft hyphens, which only steer how a page is set."""
    lines = (" ".join(line.split()) for line in text.replace("\xad", "").split("\n"))
    return "\n".join(line for line in lines if line)
