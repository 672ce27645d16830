"""A record of another occasion: one sentence instead of an alarm for every quotation."""

from collections.abc import Sequence

from sayso.comparing.gaps import hold_all
from sayso.comparing.speakers import may_speak
from sayso.records import Finding, FindingKind, Record, Verdict

__all__ = ["without_another_occasion"]

# Where fewer quotations are found than a quarter, and there are some to find, the record is of
# something else.
_FEWEST = 4
_FOUND = 0.25
_UNFOUND = frozenset({Verdict.NOT_IN_RECORD, Verdict.OUTSIDE_RECORD})


def without_another_occasion(
    findings: Sequence[Finding], records: Sequence[Record]
) -> tuple[Finding, ...]:
    """The findings; where hardly a quotation is found, one that says so and the few that were.

    Quotations of people who do not speak in the records tell nothing of the occasion.
    """
    quotes = [
        it
        for it in findings
        if it.kind is FindingKind.QUOTE and it.verdict is not Verdict.NOT_A_QUOTATION
    ]
    found = [it for it in quotes if it.record]
    labels = {label for record in records for label in record.speakers}
    asked = [it for it in quotes if it.record or may_speak(it.speaker, labels)]
    complete = hold_all(records)
    if len(asked) < _FEWEST or len(found) >= _FOUND * len(asked) or (found and not complete):
        return tuple(findings)
    if not complete and any(it.record for it in findings):
        return tuple(findings)
    return (_summary(len(quotes), len(found), complete=complete), *found)


def _summary(quotes: int, found: int, *, complete: bool) -> Finding:
    missing = f"{quotes - found} of {quotes} quotations"
    which = "this record" if complete else "what this record holds"
    return Finding(
        kind=FindingKind.QUOTE,
        verdict=Verdict.NOT_IN_RECORD if complete else Verdict.OUTSIDE_RECORD,
        report_span=(),
        report_text=missing,
        explanation=f"{missing} are not in {which}; it seems to be of another occasion.",
    )
