"""Deciding about a passage or a person, and seeing it take effect at once."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import BadRequestError
from sayso.ledger.batches import Batch
from sayso.ledger.corrections import Again
from sayso.ledger.judgements import decide, undo
from sayso.ledger.keeping import correct_version
from sayso.ledger.passages import anchor_of
from sayso.ledger.preparing import Identify, Read
from sayso.ledger.reports import load_reading
from sayso.records import JudgementKind

__all__ = [
    "Decision",
    "judge_passage",
    "judge_people",
    "judge_report",
    "split_off",
    "take_back",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decided, and why; `change` holds what is so instead."""

    kind: JudgementKind
    made_by: str
    reason: str | None = None
    change: Mapping[str, Any]

    @property
    def by(self) -> tuple[str, str | None]:
        """Who, and why."""
        return self.made_by, self.reason


def judge_passage(
    batch: Batch,
    mention: str,
    decision: Decision,
    *,
    identify: Identify,
    again: Again | None = None,
) -> int:
    """Keep a decision about a mention, by its id, and correct its report; the judgement's number.

    BadRequestError where the newest reading of that text has no such mention, and where it is to
    be grouped with what is no statement of the ledger.
    """
    version = _version(batch, mention)
    anchor = anchor_of(batch, version, (mention, decision.kind))
    if decision.kind is JudgementKind.GROUPING:
        _refuse_unread(batch, mention, decision.change.values())
    told = {
        "version": version,
        "mention": mention,
        "begins": anchor.span.start,
        "ends": anchor.span.end,
        **{name: getattr(anchor, name) for name in ("words", "before", "after")},
        "change": json.dumps(dict(decision.change), default=str, ensure_ascii=False),
    }
    number = decide(batch, decision.kind, by=decision.by, told=told)
    _correct(batch, version, (identify, again))
    return number


def judge_report(
    batch: Batch,
    address: str,
    decision: Decision,
    *,
    identify: Identify,
    again: Again | None = None,
) -> int:
    """Keep a decision about a report as a whole, by its address; the judgement's number."""
    found = batch.find("report", "address", address)
    if not found:
        raise BadRequestError(f"There is no report {address}; `sayso fill` lists what to fill in.")
    version = batch.find("version", "report", found[0])[-1]
    told = {"version": version, "change": json.dumps(dict(decision.change), ensure_ascii=False)}
    number = decide(batch, decision.kind, by=decision.by, told=told)
    _correct(batch, version, (identify, again))
    return number


def split_off(
    batch: Batch,
    mention: str,
    decision: Decision,
    *,
    identify: Identify,
    again: Again | None = None,
) -> int:
    """Let who speaks a statement be another than he is taken for; the judgement's number.

    The new person has the name that `decision` gives, or the one in the report.
    """
    version = _version(batch, mention)
    reading = load_reading(batch.connection, batch.find("reading", "version", version)[-1])
    statement = next((one for one in reading.statements if one.id == mention), None)
    person = reading.person(statement.speaker) if statement else None
    if person is None:
        raise BadRequestError(f"{mention} is no statement of somebody named; find one by search.")
    name = decision.change.get("name") or person.name
    number = batch.add("person", {"name": name, "surname": identify(person, None).surname})
    told = Decision(
        kind=JudgementKind.SPLIT,
        made_by=decision.made_by,
        reason=decision.reason,
        change={"person": number},
    )
    return judge_passage(batch, mention, told, identify=identify, again=again)


def judge_people(batch: Batch, decision: Decision) -> int:
    """Keep a decision about people, by their numbers: a merger, a name; the judgement's number."""
    for role in ("person", "into"):
        number = decision.change.get(role)
        if number is not None and not batch.find("person", "id", number):
            raise BadRequestError(f"There is no person {number}; `sayso people` lists them.")
    told = {"change": json.dumps(dict(decision.change), ensure_ascii=False)}
    return decide(batch, decision.kind, by=decision.by, told=told)


def take_back(
    batch: Batch,
    number: int,
    *,
    by: tuple[str, str | None],
    identify: Identify,
    again: Again | None = None,
) -> int:
    """Undo a judgement, in the readings too; the number of the judgement that does so."""
    made = undo(batch, number, by=by)
    while (row := batch.values("judgement", number))["undoes"] is not None:
        number = row["undoes"]
    if row["version"] is not None:
        report = batch.values("version", row["version"])["report"]
        _correct(batch, batch.find("version", "report", report)[-1], (identify, again))
    return made


def _version(batch: Batch, mention: str) -> int:
    found = batch.find("version", "text_id", mention.partition(".")[0])
    if not found:
        raise BadRequestError(f"The ledger holds no report of {mention}; find its id by search.")
    return found[-1]


def _refuse_unread(batch: Batch, mention: str, others: Iterable[str]) -> None:
    """A statement is grouped with another one that was read, in whichever report."""
    for other in others:
        if other == mention:
            raise BadRequestError(f"{mention} is itself; group it with another statement.")
        anchor_of(batch, _version(batch, other), (other, JudgementKind.GROUPING))


def _correct(batch: Batch, version: int, how: tuple[Identify, Again | None]) -> None:
    """Read the newest reading by a machine again with all that stands now."""
    readings = [batch.values("reading", one) for one in batch.find("reading", "version", version)]
    machine = [row for row in readings if row["judged"] is None][-1]
    reading = load_reading(batch.connection, machine["id"])
    identify, again = how
    read = Read(reading=reading, reader=machine["reader"], identify=identify, again=again)
    correct_version(batch, read, version=version, always=True)
