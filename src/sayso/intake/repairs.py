"""Repairs to the tree of a page, for what extraction would lose or wrongly keep."""

import re
from collections import Counter
from typing import Any

from sayso.intake.paragraphs import name_paragraphs
from sayso.lexicon import words

__all__ = ["class_words", "mark_speakers", "repair"]

_LONGEST_CAPTION = 400
_LONGEST_LABEL = 80
_FEWEST_LINK_WORDS = 3
_MOST_PULLED = 50  # no report has more, and each is looked for in all of the text
# What stands behind a name that labels the words below it: a dash and an office, and no sentence.
_OFFICE = re.compile(r"\s?(?:--|[-–—])\s?(?P<office>[^.?!:()\[\]]{2,60})")
_MARKS = "\"“”'‘’«»"


def class_words(element: Any) -> set[str]:
    """The words in an element's `class`, `id` and `itemprop`: `photo-credit` holds two."""
    names = " ".join(filter(None, map(element.get, ("class", "id", "itemprop"))))
    if not names:  # as most have none
        return set()
    return set(re.split(r"[\s_-]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower()))


def repair(root: Any) -> None:
    """Change the tree in place: keep quotation marks, sources of quotations, tables as layout."""
    quotes = [(quote, sum(1 for _ in quote.iterancestors("q"))) for quote in root.iter("q")]
    for quote, depth in quotes:
        _spell_marks(quote, depth)
    for source in list(root.iterfind(".//blockquote//footer")):
        source.tag = "p"
    for cells in list(root.iter("table")):
        _unfold_layout(cells)
    for element in [*root.iter(*words("page", "unseen")), *root.iterfind(".//body//*[@hidden]")]:
        if element.getparent() is not None:
            element.drop_tree()
    _level_posts(root)
    name_paragraphs(root)
    for element in list(root.iter("p", "div", "span", "small", "li")):
        if _is_caption(element) or _is_only_link(element):
            element.drop_tree()
    _drop_pulled(root)


def mark_speakers(root: Any) -> None:
    """Put a colon after names that stand alone in bold or in a line before what they said."""
    labels = [label for label in root.iter() if _may_be_label(label)]
    count = Counter(_words_of(label) for label in labels)
    repeated = {name for name, times in count.items() if times > 1}
    titled = any(_office_behind(it) for it in labels if _words_of(it) in repeated)
    for label in labels:
        office = _office_behind(label)
        if _words_of(label) in repeated or _words_of(label).isupper() or (titled and office):
            _append(label, f"{office}:")
            if office:
                _end_line(label)


def _office_behind(label: Any) -> str:
    """The rest of a line `Ann Orr -- Chief Executive`, in brackets."""
    line = label.getparent()
    found = _OFFICE.fullmatch(_words_of(line), len(_words_of(label)))
    return f" ({found['office']})" if found and label is line[0] else ""


def _end_line(label: Any) -> None:
    label.tail = None
    for element in label.getparent()[1:]:
        label.getparent().remove(element)


def _spell_marks(quote: Any, depth: int) -> None:
    """Browsers print the marks of `<q>`; extraction would drop the tag and the marks with it."""
    quote.tag = "span"
    if not _words_of(quote).startswith(tuple(_MARKS)):
        opening, closing = "‘’" if depth % 2 else "“”"
        quote.text = opening + (quote.text or "")
        _append(quote, closing)


def _append(element: Any, mark: str) -> None:
    ends = (child for child in reversed(element) if child.tag != "br" or child.tail)
    last = next(ends, None)
    if last is None:
        element.text = (element.text or "").rstrip() + mark
    else:
        last.tail = (last.tail or "").rstrip() + mark


def _unfold_layout(cells: Any) -> None:
    """A table whose cells hold paragraphs is no table but the layout of an old page."""
    if next(cells.iter("p", "h1", "h2", "blockquote"), None) is None:
        return
    for part in list(cells.iter("table", "tbody", "tr", "td", "th")):
        part.tag = "div"


def _level_posts(root: Any) -> None:
    """Posts of a live blog, side by side under one class, are parts of a story and no stories."""
    alike: dict[tuple[Any, ...], list[Any]] = {}
    for element in root.iter("article", "div", "section", "li"):
        if _is_post(element):
            key = element.getparent(), element.tag, element.get("class")
            alike.setdefault(key, []).append(element)
    for posts in alike.values():
        for post in posts if len(posts) > 1 else ():
            post.tag = "div"
            post.attrib.clear()


def _is_post(element: Any) -> bool:
    named = element.tag == "article" or words("page", "posts") & class_words(element)
    return bool(named) and element.find(".//p") is not None


def _is_caption(element: Any) -> bool:
    marked = not words("page", "captions").isdisjoint(class_words(element))
    return marked and len(element.text_content()) <= _LONGEST_CAPTION


def _is_only_link(element: Any) -> bool:
    """A paragraph that is all link leads to another report."""
    if element.tag != "p":
        return False
    linked = [
        word for link in element.iter("a") if link.get("href") for word in _words_of(link).split()
    ]
    return len(linked) >= _FEWEST_LINK_WORDS and linked == _words_of(element).split()


def _drop_pulled(root: Any) -> None:
    """A pull quote repeats in large type what the report says in its place."""
    named = words("page", "pulled")
    pulled = [e for e in root.iter("p", "div", "aside", "blockquote") if named & class_words(e)]
    text = _words_of(root) if pulled else ""
    for element in pulled[:_MOST_PULLED]:
        if text.count(_words_of(element).strip(_MARKS + " ")) > 1:
            element.drop_tree()


def _words_of(element: Any) -> str:
    return " ".join(element.text_content().split())


def _may_be_label(element: Any) -> bool:
    named = not words("page", "speakers").isdisjoint(class_words(element))
    if not (named or element.tag in {"b", "strong", "dt", "h2", "h3", "h4", "h5", "h6", "td"}):
        return False
    label = _words_of(element)
    return 0 < len(label) <= _LONGEST_LABEL and label[-1] not in ".?!:;,-–—" and _leads(element)


def _leads(element: Any) -> bool:
    """Whether nothing stands before it in its line, and no colon of its own after it."""
    before = element.getprevious()
    ahead = element.getparent().text if before is None else before.tail
    if element.tag == "td":
        return before is None and element.getnext() is not None
    follows = (element.tail or "").lstrip()
    blank = not (ahead or "").strip() and (
        before is None or before.tag not in words("page", "inline")
    )
    return blank and not follows.startswith((":", ","))
