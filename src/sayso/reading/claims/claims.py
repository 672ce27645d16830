"""Clauses → claims: what each statement, and the report itself, says to be so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.reading.claims.claim import make_claim, status_of
from sayso.reading.claims.clauses import Shape
from sayso.reading.claims.governing import Row, row_at
from sayso.reading.claims.page import Page, lay_out_claims
from sayso.reading.claims.resolving import Resolved
from sayso.reading.claims.status import Status
from sayso.records import Certainty, Claim, Grammar, Statement, Tense, Timex

__all__ = ["read_claims"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_THING = Shape.THING
_ASSERTED, _PROBABLE = Certainty.ASSERTED, Certainty.PROBABLE
_FUTURE = Tense.FUTURE


def read_claims(
    text: str,
    grammar: Grammar,
    *,
    report_id: str,
    statements: Sequence[Statement],
    times: Sequence[Timex],
) -> tuple[tuple[Statement, ...], tuple[Claim, ...]]:
    """The statements with their claims, and the claims in the report's own voice.

    A claim belongs to the innermost statement that has its head word in the content.
    """
    page = lay_out_claims(text, grammar, statements=statements, times=times)
    told = page.scene.speech.told
    found: dict[int, list[Claim]] = {}
    for head, claim in _claims(page, report_id):
        found.setdefault(told[head], []).append(claim)
    read = tuple(
        replace(statement, claims=tuple(found[at])) if at in found else statement
        for at, statement in enumerate(statements)
    )
    return read, tuple(found.get(-1, ()))


def _claims(page: Page, report_id: str) -> Iterator[tuple[int, Claim]]:
    """Every claim with the head word of its clause, in order of the text."""
    carriers = {**_governors(page.resolved.values()), **_cues(page)}
    for head, found in page.resolved.items():
        row = carriers.get(head)
        if head in page.openers or (row is not None and row.raises):
            continue
        status = status_of(page, found)
        if row is None or not _is_plain(status):
            yield head, make_claim(page, found, status, report_id=report_id)


def _governors(resolved: Iterable[Resolved]) -> Mapping[int, Row]:
    """The words that only carry the claim they govern: `seems`, `plans`, `said`."""
    found: dict[int, Row] = {}
    for one in resolved:
        row = one.governor.row if one.governor is not None else None
        if one.governor is None or row is None or not row.carries:
            continue
        # "preparing an attack" tells more than the attack
        if row.raises or one.clause.shape is not _THING:
            found[one.governor.word] = row
    return found


def _cues(page: Page) -> Mapping[int, Row]:
    """The verbs of saying whose statement claims something."""
    speech = page.scene.speech
    claiming = {speech.told[head] for head in page.resolved} - {-1}
    words = (word for at in claiming for word in speech.cues[at])
    rows = ((word, row_at(page.scene.parse, word, "that")) for word in words)
    return {word: row for word, row in rows if row is not None and row.carries}


def _is_plain(status: Status) -> bool:
    """Whether somebody simply says, thinks or plans it."""
    sure = status.certainty in (_ASSERTED, _PROBABLE)
    return sure and not status.negative and status.tense is not _FUTURE
