"""Reports in which the same people speak on the same days: only there can words be the same."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.comparing.speakers import same_speaker
from sayso.comparing.utterances.sayings import Saying

__all__ = ["circles_of"]

_BEGINNING = 4  # letters in which two spellings of a name agree
_DAY = datetime.timedelta(days=1)


def circles_of(sayings: Iterable[Saying]) -> list[list[Saying]]:
    """The statements of reports that are linked by a common speaker, together.

    What lies in one circle does not depend on any report outside of it.
    """
    ordered = sorted(sayings, key=lambda it: it.statement)
    links = _Links()
    for one, other in _linked(ordered):
        links.join(one.report, other.report)
    circles: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in ordered:
        circles[links.first(saying.report)].append(saying)
    return [circles[first] for first in sorted(circles)]


def _linked(ordered: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Statements of one speaker on days that may be the same, each with the one before it."""
    names = _names({it.speaker for it in ordered if it.speaker})
    told: defaultdict[str, list[Saying]] = defaultdict(list)
    for saying in ordered:
        if saying.speaker:
            told[names[saying.speaker]].append(saying)
    for own in told.values():
        own.sort(key=lambda it: (_earliest(it), it.statement))
        latest = datetime.date.min
        for before, after in pairwise(own):
            latest = max(latest, _latest(before))
            if latest >= datetime.date.max - _DAY or _earliest(after) <= latest + _DAY:
                yield before, after


def _earliest(saying: Saying) -> datetime.date:
    return (saying.day.earliest if saying.day else None) or datetime.date.min


def _latest(saying: Saying) -> datetime.date:
    return (saying.day.latest if saying.day else None) or datetime.date.max


def _names(speakers: Iterable[str]) -> Mapping[str, str]:
    """Each name by the first of those that may be the same speaker's."""
    links = _Links()
    alike: defaultdict[str, list[str]] = defaultdict(list)
    ordered = sorted(speakers)
    for name in ordered:
        for beginning in {word[:_BEGINNING].lower() for word in name.split()}:
            for other in alike[beginning]:
                if links.first(name) != links.first(other) and same_speaker(name, other):
                    links.join(name, other)
            alike[beginning].append(name)
    return {name: links.first(name) for name in ordered}


class _Links:
    """What is linked with what, each under the smallest of its names."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def first(self, of: str) -> str:
        """The smallest name of all that are linked with this one."""
        while (above := self._above.get(of, of)) != of:
            self._above[of] = self._above.get(above, above)
            of = above
        return of

    def join(self, one: str, other: str) -> None:
        """Link two and all that are linked with them."""
        first, second = sorted((self.first(one), self.first(other)))
        self._above[second] = first
