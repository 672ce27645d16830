"""Decisions of people: what was typed, as judgements of the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sayso.errors import BadRequestError, ConflictError
from sayso.ledger import (
    Batch,
    Ledger,
    blanks_in,
    judge_passage,
    judge_people,
    judge_report,
    judgements_in,
    lost_in,
    split_off,
    take_back,
)
from sayso.pipeline.adding import read_again
from sayso.pipeline.changes import parse_change, refuse_beyond
from sayso.pipeline.decider import Decider
from sayso.pipeline.maker import MAKER
from sayso.reading import identify
from sayso.records import Blank, Judgement, JudgementKind

__all__ = [
    "blanks",
    "fill",
    "judge",
    "judgements",
    "merge",
    "rename",
    "split",
    "undo",
]


def judge(ledger: Ledger, mention: str, fields: Sequence[str], *, by: Decider) -> int:
    """Correct a mention: each of `fields` is `name=value`; the judgement's number.

    BadRequestError where a field is none, or where the fields are not of one kind; ConflictError
    where somebody judged the mention after what `by` had seen.
    """
    kind, change = parse_change(fields)
    if kind is JudgementKind.FILL:
        raise BadRequestError("The outlet and the day are a report's; give them by `sayso fill`.")
    decision = by.decision(kind, change)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(kind, change, lambda it: it.of_mention(batch, mention)):
            return made
        _refuse_unseen(batch, mention, by)
        for version in batch.find("version", "text_id", mention.partition(".")[0]):
            refuse_beyond(change, batch.values("version", version)["body"])
        return judge_passage(batch, mention, decision, identify=identify, again=read_again)


def fill(ledger: Ledger, address: str, fields: Sequence[str], *, by: Decider) -> int:
    """Give the outlet or day of a report that gives none; the judgement's number.

    Each of `fields` is `outlet=NAME` or `published=DAY`. What the report gives itself stays.
    """
    kind, change = parse_change(fields)
    if kind is not JudgementKind.FILL:
        raise BadRequestError("A report has an outlet and a day; all else is for `sayso judge`.")
    decision = by.decision(kind, change)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(kind, change, lambda it: it.of_report(batch, address)):
            return made
        return judge_report(batch, address, decision, identify=identify, again=read_again)


def blanks(ledger: Ledger) -> list[Blank]:
    """The reports whose outlet or day is not known."""
    with ledger.seen() as connection:
        return list(blanks_in(connection))


def split(ledger: Ledger, mention: str, name: str | None, *, by: Decider) -> int:
    """Let who speaks a statement be another than he is taken for; the judgement's number."""
    change = {"name": name}
    decision = by.decision(JudgementKind.SPLIT, change)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(decision.kind, change, lambda it: it.of_mention(batch, mention)):
            return made
        return split_off(batch, mention, decision, identify=identify, again=read_again)


def merge(ledger: Ledger, person: int, into: int, *, by: Decider) -> int:
    """Take a person for another from now on; the judgement's number."""
    if person == into:
        raise BadRequestError("Nobody is merged with himself; give two numbers.")
    return _decide(ledger, by, JudgementKind.MERGE, change={"person": person, "into": into})


def rename(ledger: Ledger, person: int, name: str, *, by: Decider) -> int:
    """Call a person by another name from now on; the judgement's number."""
    return _decide(ledger, by, JudgementKind.RENAME, change={"person": person, "name": name})


def undo(ledger: Ledger, number: int, *, by: Decider) -> int:
    """Take a judgement back; the number of the one that does so."""
    who = (by.name, by.reason)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(JudgementKind.UNDO, {}, lambda it: it.of_undoing(batch, number)):
            return made
        return take_back(batch, number, by=who, identify=identify, again=read_again)


def judgements(ledger: Ledger) -> list[Judgement]:
    """All judgements, the oldest first; `lost` are those whose words are not there any more."""
    with ledger.seen() as connection:
        known = judgements_in(connection)
        lost = lost_in(connection, known.values())
        return [replace(one, lost=number in lost) for number, one in known.items()]


def _decide(ledger: Ledger, by: Decider, kind: JudgementKind, *, change: dict[str, Any]) -> int:
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(kind, change, lambda it: it.of_person(batch)):
            return made
        return judge_people(batch, by.decision(kind, change))


def _refuse_unseen(batch: Batch, mention: str, by: Decider) -> None:
    """Whoever decides second is shown what was decided first."""
    known = judgements_in(batch.connection) if by.seen is not None else {}
    for one in reversed(known.values()):
        about = one.anchor is not None and one.anchor.mention == mention
        if about and one.stands and one.number > (by.seen or 0):
            told = ", ".join(f"{name} {value}" for name, value in one.change.items())
            raise ConflictError(
                f"{one.made_by} corrected this before you did ({told}, judgement {one.number}); "
                "look at that first, and decide again if you still would."
            )
