"""Two readings of one report, or of two of its versions: which statements differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from sayso.records import Change, ChangeKind, Reading

__all__ = ["find_changes"]

# Of statements less alike than this, one was dropped and another added; not yet swept on a corpus.
_SAME_STATEMENT = 60.0
_MOST_COMPARED = 300  # statements on either side that are compared with each other


@dataclass(frozen=True, slots=True)
class _Said:
    words: str
    speaker: str | None


def find_changes(before: Reading, after: Reading) -> tuple[Change, ...]:
    """The statements that were added, dropped or changed, in the order of the newer text.

    A statement whose words and speaker are the same is none, wherever it stands.
    """
    old, new = _said(before), _said(after)
    gone = [one for one in old if one not in set(new)]
    come = [one for one in new if one not in set(old)]
    found = []
    for one in come:
        other = _counterpart(one, gone)
        if other is not None:
            gone.remove(other)
        found.append(_change(other, one))
    return (*found, *(_change(one, None) for one in gone))


def _said(reading: Reading) -> list[_Said]:
    names = {person.id: person.name for person in reading.people}
    return [
        _Said(
            " … ".join(span.of(reading.report.text) for span in statement.content),
            names.get(statement.speaker or ""),
        )
        for statement in reading.statements
    ]


def _counterpart(one: _Said, others: Sequence[_Said]) -> _Said | None:
    """The one of the others that is most like it, if any is like enough."""
    choices = [other.words for other in others[:_MOST_COMPARED]]
    best = process.extractOne(one.words, choices, scorer=fuzz.ratio, score_cutoff=_SAME_STATEMENT)
    return others[best[2]] if best else None


def _change(before: _Said | None, after: _Said | None) -> Change:
    kind = (
        ChangeKind.ADDED
        if before is None
        else ChangeKind.DROPPED
        if after is None
        else ChangeKind.CHANGED
    )
    return Change(
        kind=kind,
        before=before.words if before else None,
        after=after.words if after else None,
        speaker_before=before.speaker if before else None,
        speaker_after=after.speaker if after else None,
    )
