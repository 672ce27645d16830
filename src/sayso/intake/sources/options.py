"""What the person asked for beside the sources themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sayso.errors import BadRequestError
from sayso.lexicon import table

__all__ = ["Options", "parse_columns"]


def _every_address(_: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How sources are opened.

    `columns` names the column of a table for a field (text, title, outlet, url, published, id);
    `follow` fetches the pages that the entries of a feed lead to, those whose addresses are
    `wanted`; without `rows`, tables, JSON and feeds are documents themselves, as transcripts in
    JSON lines are.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    follow: bool = False
    wanted: Callable[[str], bool] = _every_address
    rows: bool = True


def parse_columns(given: list[str]) -> dict[str, str]:
    """The columns named as `text=body`; BadRequestError where one is written in another way.

    >>> parse_columns(["text=body", "published=first seen"])
    {'text': 'body', 'published': 'first seen'}
    """
    fields = table("sources")["columns"]
    columns = {}
    for pair in given:
        field_name, mark, column = pair.partition("=")
        if not mark or not column or field_name not in fields:
            raise BadRequestError(
                f"{pair!r} names no column; write FIELD=COLUMN, where FIELD is one of "
                f"{', '.join(fields)}."
            )
        columns[field_name] = column
    return columns
