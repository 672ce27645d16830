"""Texts that somebody hands over to be checked, of which nothing is kept."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.errors import BadRequestError, NotKeptError
from sayso.intake import decode, parse_item
from sayso.ledger import Ledger, records_of
from sayso.pipeline.browsing import open_report
from sayso.pipeline.checks import Check, check_reading
from sayso.pipeline.handed import refuse_long
from sayso.pipeline.recording import record_of, with_mentions
from sayso.pipeline.weights import encoder
from sayso.reading import read_report
from sayso.records import Item, Record

__all__ = ["check_draft", "check_kept"]


def check_draft(
    drafts: Sequence[Item], transcripts: Sequence[Item], *, ledger: Ledger, kept: Sequence[str] = ()
) -> Check:
    """The one draft compared with these transcripts and with records of the ledger, by their ids.

    Without any of either it is compared with itself; BadRequestError where there is not one draft.
    """
    if len(drafts) != 1:
        raise BadRequestError("Give one draft: paste it, or choose its file.")
    draft = drafts[0]
    refuse_long(draft)
    given = [_record(item) for item in transcripts]
    with ledger.seen() as connection:
        known = records_of(connection, kept)
    text = decode(draft.data, name=draft.name, media_type=draft.media_type)
    reading = read_report(parse_item(draft, text), encoder())
    return replace(
        check_reading(reading, [*given, *map(with_mentions, known)]), file_text=text.text
    )


def check_kept(ledger: Ledger, report: str, record: str) -> Check:
    """A report of the ledger compared with a record of it, as both are kept, by their ids."""
    kept = open_report(ledger, report)
    with ledger.seen() as connection:
        found = [with_mentions(one) for one in records_of(connection, [record])]
    if not found:
        raise NotKeptError("No record here has that text; the page Check lists those there are.")
    return check_reading(kept.reading, found)


def _record(item: Item) -> Record:
    return record_of(decode(item.data, name=item.name, media_type=item.media_type), item.name)
