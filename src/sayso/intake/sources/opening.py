"""Which kind of thing some bytes are, told by what stands in them, and the documents in it."""

from collections.abc import Callable, Iterator
from functools import partial

from sayso.errors import SaysoError
from sayso.intake.sources.delimited import delimited_items, is_delimited
from sayso.intake.sources.entries import Fetch, Following
from sayso.intake.sources.feed import feed_items, is_feed
from sayso.intake.sources.json_feed import is_json_feed, json_feed_items
from sayso.intake.sources.json_rows import is_json, json_items
from sayso.intake.sources.options import Options
from sayso.intake.sources.parquet import is_parquet, parquet_items
from sayso.intake.sources.part import Found, Part
from sayso.intake.sources.warc import is_warc, warc_items
from sayso.intake.sources.zipped import is_gzip, is_zip, packed_parts, zipped_parts
from sayso.records import UnreadableItem

__all__ = ["open_part"]

_HEAD = 65_536  # bytes looked at

_Kind = tuple[Callable[[bytes], bool], Callable[[Part], Iterator[Part | Found]]]


def open_part(part: Part, options: Options, fetch: Fetch | None) -> Iterator[Found]:
    """The documents in a part; where it breaks off, what came before and then why."""
    try:
        for found in _opened(part, options, fetch):
            if isinstance(found, Part):
                yield from open_part(found, options, fetch)
            else:
                yield found
    except SaysoError as error:
        if part.depth and part.allowance.spent:
            raise  # the archive all around is a bomb, which every other part of it would repeat
        yield UnreadableItem(name=part.name, reason=str(error))


def _opened(part: Part, options: Options, fetch: Fetch | None) -> Iterator[Part | Found]:
    head = part.stream.peek(_HEAD)[:_HEAD]
    following = Following(fetch=fetch if options.follow else None, wanted=options.wanted)
    for fits, documents in _kinds(options, following):
        if fits(head):
            return documents(part)
    return part.document()


def _kinds(options: Options, following: Following) -> Iterator[_Kind]:
    """How each kind is known and opened, in the order in which they are tried."""
    columns = options.columns
    yield is_gzip, packed_parts
    yield is_zip, zipped_parts
    yield is_warc, warc_items
    if options.rows:
        yield is_feed, partial(feed_items, following=following)
        yield is_json_feed, partial(json_feed_items, following=following)
        yield is_json, partial(json_items, given=columns)
        yield is_parquet, partial(parquet_items, given=columns)
        yield partial(is_delimited, given=columns), partial(delimited_items, given=columns)
