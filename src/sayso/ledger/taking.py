"""Reports of another ledger into this one, with what people decided about them."""

import json

from sayso.ledger.batches import Batch
from sayso.ledger.corrections import Again
from sayso.ledger.judgements import decide, judgements_in
from sayso.ledger.keeping import Kept, correct_version, keep
from sayso.ledger.preparing import Identify, Read
from sayso.records import Anchor, Holding, Judgement, JudgementKind, Person

__all__ = ["take_in"]


def take_in(
    batch: Batch, report: Holding, identify: Identify, *, again: Again | None = None
) -> Kept:
    """Keep a report as another ledger held it; judgements that are known here are not repeated.

    `again` reads it anew where a judgement gives it a day.
    """
    reading = report.unjudged or report.reading
    read = Read(reading=reading, reader=report.reader, identify=identify, again=again)
    kept = keep(batch, report.item, read)
    address = read.reading.report.url or report.item.name
    (number,) = batch.find("report", "address", address)
    version = batch.find("version", "report", number)[-1]
    fresh = [one for one in report.judgements if not _is_known(batch, number, one)]
    for judgement in fresh:
        _decide(batch, judgement, (version, identify))
    if fresh:
        correct_version(batch, read, version=version, always=kept is Kept.SAME)
    return kept


def _is_known(batch: Batch, report: int, judgement: Judgement) -> bool:
    """Whether the same was decided here by the same at the same moment, undone or not."""
    about = {
        number
        for version in batch.find("version", "report", report)
        for number in batch.find("judgement", "version", version)
    }
    known = judgements_in(batch.connection, waiting=batch.waiting("judgement")) if about else {}
    return any(_same(known[number], judgement) for number in about)


def _same(one: Judgement, other: Judgement) -> bool:
    return (one.kind, one.made_by, one.made_at, one.anchor) == (
        other.kind,
        other.made_by,
        other.made_at,
        other.anchor,
    )


def _decide(batch: Batch, judgement: Judgement, of: tuple[int, Identify]) -> None:
    version, identify = of
    change = dict(judgement.change)
    if judgement.kind is JudgementKind.SPLIT:
        known = identify(Person(id="", name=change["name"]), None)
        person = {"name": change["name"], "surname": known.surname}
        change = {"person": batch.add("person", person)}
    told = {
        "made_at": judgement.made_at,
        "version": version,
        **(_place(judgement.anchor) if judgement.anchor else {}),
        "change": json.dumps(change, ensure_ascii=False),
    }
    decide(batch, judgement.kind, by=(judgement.made_by, judgement.reason), told=told)


def _place(anchor: Anchor) -> dict[str, str | int]:
    return {
        "mention": anchor.mention,
        "begins": anchor.span.start,
        "ends": anchor.span.end,
        **{name: getattr(anchor, name) for name in ("words", "before", "after")},
    }
