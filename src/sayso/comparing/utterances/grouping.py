"""Statements grouped into utterances: by speaker and day first, then by words and what they say."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.comparing.meaning import meanings
from sayso.comparing.utterances.circles import circles_of
from sayso.comparing.utterances.evidence import Group
from sayso.comparing.utterances.joining import Circle
from sayso.comparing.utterances.linking import Told, grouped
from sayso.comparing.utterances.sayings import Saying

__all__ = ["group_sayings", "told_of"]

_MOST = 2_000  # statements: every two are laid beside each other, which takes 30 MB a thing known

_Groups = list[Sequence[str]]


def group_sayings(
    sayings: Sequence[Saying], remarks: Mapping[str, str] = MappingProxyType({})
) -> list[list[str]]:
    """The ids of statements that render one utterance, together; order does not matter.

    What their words join is known first; then every two are weighed once more by all that is known
    of them, what they say included. Statements in the same words by the same speaker on the same
    day are compared as one. Those that are one of the `remarks` of a record are joined before any
    others, and those of two never.
    """
    alike = _same_words(sayings)
    groups = [
        group
        for circle in circles_of(its[0] for its in alike.values())
        for group in _groups(circle, remarks)
    ]
    return sorted(sorted(it.statement for of in group for it in alike[of]) for group in groups)


def told_of(circle: Circle, sayings: Sequence[Saying], groups: Sequence[Group]) -> Told:
    """What is known of the statements that say enough to be known again, in order of their ids."""
    joined = {member: at for at, group in enumerate(groups) for member in group.members}
    telling = sorted((it for it in sayings if it.is_telling), key=lambda it: it.statement)
    return Told(
        statements=[circle.alone[it.statement] for it in telling],
        vectors=meanings([it.printed for it in telling]),
        joined=[joined[it.statement] for it in telling],
        background=circle.background,
        speakers=circle.open_pairs,
    )


def _same_words(sayings: Sequence[Saying]) -> dict[str, list[Saying]]:
    """The statements by the first of those that nothing tells apart."""
    alike: defaultdict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda it: it.statement):
        alike[saying.speaker, saying.kind, saying.day, saying.earlier, saying.printed].append(
            saying
        )
    return {group[0].statement: group for group in alike.values()}


def _groups(sayings: Sequence[Saying], remarks: Mapping[str, str]) -> _Groups:
    circle = Circle(sayings, remarks)
    by_words = circle.groups()
    if not _can_be_linked(sayings, remarks):
        return [group.members for group in by_words]
    told = told_of(circle, sayings, by_words)
    ids = [it.members[0] for it in told.statements]
    joined = dict(zip(ids, told.joined, strict=True))
    report = {it.statement: it.report for it in sayings}
    linked: _Groups = [[it.statement] for it in sayings if it.statement not in joined]
    for group in ([ids[at] for at in its] for its in grouped(told)):
        linked += [group] if len({report[it] for it in group}) > 1 else _as_joined(group, joined)
    return linked


def _can_be_linked(sayings: Sequence[Saying], remarks: Mapping[str, str]) -> bool:
    """Whether several reports tell enough, and no record does: its remarks hold groups apart."""
    reports = {it.report for it in sayings if it.is_telling}
    beside = any(it.statement in remarks for it in sayings)
    return len(reports) > 1 and len(sayings) <= _MOST and not beside


def _as_joined(group: Sequence[str], joined: Mapping[str, int]) -> _Groups:
    """Statements of one report, which seldom tells the same twice, as only their words say."""
    parts: defaultdict[int, list[str]] = defaultdict(list)
    for statement in group:
        parts[joined[statement]].append(statement)
    return [*parts.values()]
