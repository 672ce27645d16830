"""Decisions of people: what was typed, as judgements of the ledger."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sayso.errors import BadRequestError, ConflictError
from sayso.ledger import (
    Batch,
    Decision,
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
from sayso.pipeline.maker import MAKER
from sayso.pipeline.repeating import Repeated
from sayso.reading import identify
from sayso.records import Blank, Judgement, JudgementKind, Outcome, Relation

__all__ = [
    "Decider",
    "blanks",
    "fill",
    "is_sound",
    "judge",
    "judgements",
    "merge",
    "rename",
    "split",
    "undo",
]

_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
# Which kind of judgement a field belongs to, and what its value must be like.
_FIELDS = {
    "outlet": (JudgementKind.FILL, r"\S.{0,199}"),
    "published": (JudgementKind.FILL, _DAY),
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
    "earliest": (JudgementKind.TIME, _DAY),
    "latest": (JudgementKind.TIME, _DAY),
    "verdict": (JudgementKind.VERDICT, r"[a-z_]+"),
    "same_as": (JudgementKind.GROUPING, r"\S+"),
    "other_than": (JudgementKind.GROUPING, r"\S+"),
    "outcome": (JudgementKind.FORECAST, "|".join(Outcome)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides, when, and why; `seen` is the last judgement known to who decides, if told.

    With `once` a decision that stands already, by the same and with the same change, is not made
    again: its number is given.
    """

    name: str
    now: datetime.datetime
    reason: str | None = None
    seen: int | None = None
    once: bool = False

    def decision(self, kind: JudgementKind, change: dict[str, Any]) -> Decision:
        """That this was decided."""
        return Decision(kind=kind, made_by=self.name, reason=self.reason, change=change)

    def before(
        self,
        kind: JudgementKind,
        change: dict[str, Any],
        find: Callable[[Repeated], int | None],
    ) -> int | None:
        """The judgement by which this was decided already, where only one is wanted."""
        told = Repeated(kind=kind, made_by=self.name, change=change)
        return find(told) if self.once else None


def judge(ledger: Ledger, mention: str, fields: Sequence[str], *, by: Decider) -> int:
    """Correct a mention: each of `fields` is `name=value`; the judgement's number.

    BadRequestError where a field is none, or where the fields are not of one kind; ConflictError
    where somebody judged the mention after what `by` had seen.
    """
    kind, change = _change(fields)
    if kind is JudgementKind.FILL:
        raise BadRequestError("The outlet and the day are a report's; give them by `sayso fill`.")
    decision = by.decision(kind, change)
    with ledger.batch(now=by.now, maker=MAKER) as batch:
        if made := by.before(kind, change, lambda it: it.of_mention(batch, mention)):
            return made
        _refuse_unseen(batch, mention, by)
        return judge_passage(batch, mention, decision, identify=identify, again=read_again)


def fill(ledger: Ledger, address: str, fields: Sequence[str], *, by: Decider) -> int:
    """Give the outlet or day of a report that gives none; the judgement's number.

    Each of `fields` is `outlet=NAME` or `published=DAY`. What the report gives itself stays.
    """
    kind, change = _change(fields)
    if kind is not JudgementKind.FILL:
        raise BadRequestError("A report has an outlet and a day; all else is for `sayso judge`.")
    _read_day(change)
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


def _read_day(change: dict[str, Any]) -> None:
    try:
        datetime.date.fromisoformat(change.get("published", "2024-10-31"))
    except ValueError as error:
        raise BadRequestError(f"There is no day {change['published']}.") from error


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


def is_sound(judgement: Judgement, text: str) -> bool:
    """Whether a judgement of another ledger, about that text, could have been made here."""
    change = dict(judgement.change)
    if judgement.kind is JudgementKind.SPLIT:
        return list(change) == ["name"] and isinstance(change["name"], str)
    if judgement.kind is JudgementKind.SPEAKER and "speaker" not in change:
        return False
    fields = [f"{name}={value}" for name, value in change.items()]
    try:
        told = _change(fields)
        days = [value for name, value in change.items() if name in {"earliest", "latest"}]
        in_text = all(
            _is_in(change.get(name, "0-0"), text) for name in ("source", "cue", "content")
        )
        return told == (judgement.kind, change) and in_text and all(map(_is_day, days))
    except (BadRequestError, ArithmeticError):
        return False


def _is_in(spans: str, text: str) -> bool:
    """Whether spans in short stand in the text."""
    ends = [[int(end) for end in span.split("-")] for span in spans.split("+")]
    return all(start <= end <= len(text) for start, end in ends)


def _is_day(words: str) -> bool:
    try:
        datetime.date.fromisoformat(words)
    except ValueError:
        return False
    return True
