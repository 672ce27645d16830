"""What people decided: kept for good, taken back by another decision, never forgotten."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from sayso.errors import BadRequestError, ConflictError
from sayso.ledger.batches import Batch
from sayso.ledger.names import Names
from sayso.ledger.schema import TABLES
from sayso.records import Anchor, Judgement, JudgementKind, Span

__all__ = ["decide", "judgements_in", "names_in", "standing_on", "undo"]

_PEOPLE = (JudgementKind.MERGE, JudgementKind.RENAME)


def decide(
    batch: Batch, kind: JudgementKind, *, by: tuple[str, str | None], told: Mapping[str, Any]
) -> int:
    """Keep a judgement; `by` are who made it and why, `told` are columns of its row."""
    made_by, reason = by
    row = {"kind": kind, "made_by": made_by, "made_at": batch.now, "reason": reason, **told}
    return batch.add("judgement", row)


def undo(batch: Batch, number: int, *, by: tuple[str, str | None]) -> int:
    """Take a judgement back, or one that took another back."""
    known = judgements_in(batch.connection)
    if number not in known:
        raise BadRequestError(f"There is no judgement {number}; `sayso judgements` lists them.")
    if not known[number].stands:
        by_whom = next(one for one in known.values() if one.undoes == number and one.stands)
        raise ConflictError(
            f"{by_whom.made_by} took judgement {number} back already (judgement {by_whom.number})."
        )
    return decide(batch, JudgementKind.UNDO, by=by, told={"undoes": number})


def judgements_in(
    connection: Connection, *, waiting: Sequence[Mapping[str, Any]] = ()
) -> dict[int, Judgement]:
    """All judgements by number, the oldest first; `waiting` are rows of a batch under way."""
    rows = connection.execute(select(TABLES["judgement"]).order_by("id")).mappings().all()
    return {one.number: one for one in _with_standing([*rows, *waiting])}


def standing_on(batch: Batch, report: int) -> list[Judgement]:
    """The judgements that stand about any version of a report, the oldest first."""
    about = {
        number
        for version in batch.find("version", "report", report)
        for number in batch.find("judgement", "version", version)
    }
    if not about:
        return []
    known = judgements_in(batch.connection, waiting=batch.waiting("judgement"))
    return [known[number] for number in sorted(about) if known[number].stands]


def names_in(connection: Connection) -> Names:
    """Whom people are taken for and what they are called, after all that was decided."""
    judgement = TABLES["judgement"].c
    if connection.scalar(select(judgement.id).where(judgement.kind.in_(_PEOPLE)).limit(1)) is None:
        return Names()
    names = Names()
    for one in judgements_in(connection).values():
        if one.stands and one.kind is JudgementKind.MERGE:
            _merge(names.taken_for, one.change["person"], one.change["into"])
        elif one.stands and one.kind is JudgementKind.RENAME:
            names.called[one.change["person"]] = one.change["name"]
    _call_by_name(connection, names)
    return names


def _merge(taken_for: dict[int, int], person: int, into: int) -> None:
    """Take one for another, and all who were taken for him."""
    end = taken_for.get(into, into)
    for one in [person, *(one for one, other in taken_for.items() if other == person)]:
        if one != end:
            taken_for[one] = end


def _call_by_name(connection: Connection, names: Names) -> None:
    """Who is taken for another is called as that one is."""
    person = TABLES["person"].c
    meant = set(names.taken_for.values())
    for number, name in connection.execute(
        select(person.id, person.name).where(person.id.in_(meant))
    ):
        names.called.setdefault(number, name)


def _with_standing(rows: Sequence[Any]) -> list[Judgement]:
    """Judgements with whether they stand: from the newest back, for an undo can be undone."""
    undone: set[int] = set()
    found = []
    for row in reversed(rows):
        stands = row["id"] not in undone
        if stands and row["undoes"] is not None:
            undone.add(row["undoes"])
        found.append(_judgement(row, stands=stands))
    return found[::-1]


def _judgement(row: Mapping[str, Any], *, stands: bool) -> Judgement:
    anchor = None
    if row["mention"] is not None:
        anchor = Anchor(
            mention=row["mention"],
            span=Span(row["begins"], row["ends"]),
            **{name: row[name] or "" for name in ("words", "before", "after")},
        )
    return Judgement(
        number=row["id"],
        kind=JudgementKind(row["kind"]),
        **{name: row[name] for name in ("made_by", "made_at", "reason", "undoes")},
        anchor=anchor,
        change=json.loads(row["change"]) if row["change"] else {},
        stands=stands,
    )
