"""Texts that are handed to a server: how long they may be, so that others are served meanwhile."""

from collections.abc import Iterable, Iterator

from sayso.errors import SaysoError, UnreadableReportError
from sayso.intake import parse_item
from sayso.records import Item, UnreadableItem

__all__ = ["LONGEST", "refuse_long", "short_enough"]

LONGEST = 3_000_000
"""Letters of a text that a server reads: half a million words take it two minutes and 500 MB."""
_PACKED = 4  # letters that a byte of a document can come to, as in PDF; fewer are not looked at
_TOO_LONG = (
    "{} holds {:,.1f} million letters, and a server reads texts of up to {:,.1f} million, for "
    "others wait meanwhile; cut it into smaller files, or add it from a terminal: sayso add FILE"
)


def short_enough(items: Iterable[Item | UnreadableItem]) -> Iterator[Item | UnreadableItem]:
    """These documents, and in place of a text that is too long why it is not read."""
    for item in items:
        try:
            if isinstance(item, Item):
                refuse_long(item)
            yield item
        except UnreadableReportError as error:
            yield UnreadableItem(name=item.name, reason=str(error))


def refuse_long(item: Item) -> None:
    """UnreadableReportError where the document is a text of more than `LONGEST` letters."""
    letters = _letters(item) if len(item.data) * _PACKED > LONGEST else 0
    if letters > LONGEST:
        told = _TOO_LONG.format(item.name, letters / 1_000_000, LONGEST / 1_000_000)
        raise UnreadableReportError(told)


def _letters(item: Item) -> int:
    """Letters of its text alone, for a page or PDF file has more beside it."""
    try:
        return len(parse_item(item).text)
    except SaysoError:  # which is told where it is read
        return 0
