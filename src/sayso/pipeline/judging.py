"""Decisions of people: what was typed, as judgements of the ledger."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sayso.errors import BadRequestError, ConflictError
from sayso.ledger import (
    Batch,
    Decision,
    Ledger,
    judge_passage,
    judge_people,
    judgements_in,
    split_off,
    take_back,
)
from sayso.pipeline.maker import MAKER
from sayso.reading import identify
from sayso.records import Judgement, JudgementKind, Relation

__all__ = ["Decider", "judge", "judgements", "merge", "rename", "split", "undo"]

# Which kind of judgement a field belongs to, and what its value must be like.
_FIELDS = {
    "speaker": (JudgementKind.SPEAKER, r".{1,200}"),
    "office": (JudgementKind.SPEAKER, r".{1,200}"),
    "affiliation": (JudgementKind.SPEAKER, r".{1,200}"),
    "source": (JudgementKind.SPAN, r"\d+-\d+(\+\d+-\d+)*"),
    "cue": (JudgementKind.SPAN, r"\d+-\d+(\+\d+-\d+)*"),
    "content": (JudgementKind.SPAN, r"\d+-\d+(\+\d+-\d+)*"),
    "value": (JudgementKind.QUANTITY, r"-?[\d,]+(\.\d+)?"),
    "low": (JudgementKind.QUANTITY, r"-?[\d,]+(\.\d+)?"),
    "high": (JudgementKind.QUANTITY, r"-?[\d,]+(\.\d+)?"),
    "relation": (JudgementKind.QUANTITY, "|".join(Relation)),
    "counted": (JudgementKind.QUANTITY, r".{1,200}"),
    "unit": (JudgementKind.QUANTITY, r".{1,100}"),
    "earliest": (JudgementKind.TIME, r"\d{4}-\d\d-\d\d"),
    "latest": (JudgementKind.TIME, r"\d{4}-\d\d-\d\d"),
    "verdict": (JudgementKind.VERDICT, r"[a-z_]+"),
    "same_as": (JudgementKind.GROUPING, r"\S+"),
    "other_than": (JudgementKind.GROUPING, r"\S+"),
    "outcome": (JudgementKind.FORECAST, "came_true|did_not|ambiguous|void"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides, when, and why; `seen` is the last judgement known to who decides, if told."""

    name: str
    now: datetime.datetime
    reason: str | None = None
    seen: int | None = None

    def decision(self, kind: JudgementKind, change: dict[str, Any]) -> Decision:
        """That this was decided."""
        return Decision(kind=kind, made_by=self.name, reason=self.reason, change=change)


def judge(ledger: Ledger, mention: str, fields: Sequence[str], *, by: Decider) -> int:
    """Correct a mention: each of `fields` is `name=value`; the judgement's number.

    BadRequestError where a field is none, or where the fields are not of one kind; ConflictError
    where somebody judged the mention after what `by` had seen.
    """
    kind, change = _change(fields)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        _refuse_unseen(batch, mention, by)
        return judge_passage(batch, mention, by.decision(kind, change), identify=identify)


def split(ledger: Ledger, mention: str, name: str | None, *, by: Decider) -> int:
    """Let who speaks a statement be another than he is taken for; the judgement's number."""
    decision = by.decision(JudgementKind.SPLIT, {"name": name})
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        return split_off(batch, mention, decision, identify=identify)


def merge(ledger: Ledger, person: int, into: int, *, by: Decider) -> int:
    """Take a person for another from now on; the judgement's number."""
    if person == into:
        raise BadRequestError("Nobody is merged with himself; give two numbers.")
    return _decide(ledger, by, by.decision(JudgementKind.MERGE, {"person": person, "into": into}))


def rename(ledger: Ledger, person: int, name: str, *, by: Decider) -> int:
    """Call a person by another name from now on; the judgement's number."""
    change = {"person": person, "name": name}
    return _decide(ledger, by, by.decision(JudgementKind.RENAME, change))


def undo(ledger: Ledger, number: int, *, by: Decider) -> int:
    """Take a judgement back; the number of the one that does so."""
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        return take_back(batch, number, by=(by.name, by.reason), identify=identify)


def judgements(ledger: Ledger) -> list[Judgement]:
    """All judgements, the oldest first."""
    with ledger.seen() as connection:
        return list(judgements_in(connection).values())


def _decide(ledger: Ledger, by: Decider, decision: Decision) -> int:
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        return judge_people(batch, decision)


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


def _change(fields: Sequence[str]) -> tuple[JudgementKind, dict[str, Any]]:
    """What the fields change.

    >>> _change(["value=8,000", "relation=at_most"])[1]
    {'value': '8000', 'relation': 'at_most'}
    """
    change, kinds = {}, set()
    for field in fields:
        name, _, value = field.partition("=")
        kind, pattern = _FIELDS.get(name, (None, ""))
        if kind is None or not re.fullmatch(pattern, value):
            known = ", ".join(_FIELDS)
            raise BadRequestError(f"{field!r} changes nothing; write FIELD=VALUE ({known}).")
        kinds.add(kind)
        change[name] = str(Decimal(value.replace(",", ""))) if r"[\d,]" in pattern else value
    if len(kinds) != 1:
        raise BadRequestError("One judgement is about one thing; judge the others by themselves.")
    return kinds.pop(), change
