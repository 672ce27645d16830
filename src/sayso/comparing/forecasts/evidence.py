"""What was said later that may tell how a forecast came out."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.comparing.forecasts.foretold import Foretold
from sayso.comparing.kinship import family
from sayso.comparing.positions.claimed import Claimed
from sayso.comparing.positions.likeness import bearing
from sayso.records import Position, Stance

__all__ = ["Later"]

_MOST = 5  # statements that are shown for a forecast
_LOOKED_AT = 200  # that are weighed for it, those with most of its words
# So much of the telling words must be in common for somebody to be asked to look; below it are
# mostly other things. Set on the example of the central bank and the reports of a press conference
# in examples/, not swept.
_LEAST = 0.3
# The same speaker's words again are the forecast itself, repeated.
_AGAIN = 0.9
_TOLD_LATE = datetime.timedelta(days=1)
_AT_ONCE = datetime.timedelta(0)


class Later:
    """Claims about what is or was, found by their words and days."""

    def __init__(self, claims: Iterable[Claimed]) -> None:
        self._claims: Sequence[Claimed] = sorted(
            (it for it in claims if not it.is_future and it.position.stance is not Stance.PERHAPS),
            key=lambda it: (it.position.day or datetime.date.min, it.position.id),
        )
        self._having: Mapping[str, list[int]] = self._index()

    def about(self, foretold: Foretold) -> tuple[Position, ...]:
        """The later statements that share most with a forecast, the likest first.

        Later is after the day it was made and not before its window begins.
        """
        since = _since(foretold)
        shared: Counter[int] = Counter()
        if since is not None:
            for word in foretold.claimed.weights:
                shared.update({at for it in family(word) for at in self._having.get(it, ())})
        weighed = (
            (bearing(foretold.claimed, claim), claim.position)
            for at, _ in sorted(shared.most_common(), key=lambda it: (-it[1], it[0]))[:_LOOKED_AT]
            for claim in (self._claims[at],)
            if since is not None and _is_later(claim.position, since)
            if not _same_passage(foretold, claim.position)
        )
        best = sorted(
            (
                (share, position)
                for share, position in weighed
                if share >= _LEAST and not (share >= _AGAIN and _same_speaker(foretold, position))
            ),
            key=lambda it: (-it[0], it[1].day or datetime.date.min, it[1].id),
        )
        return tuple(position for _, position in best[:_MOST])

    def _index(self) -> Mapping[str, list[int]]:
        having: dict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(self._claims):
            for name in {name for word in claim.weights for name in family(word)}:
                having[name].append(at)
        return having


def _same_speaker(foretold: Foretold, position: Position) -> bool:
    return foretold.claimed.position.who == position.who


def _same_passage(foretold: Foretold, position: Position) -> bool:
    """Whether it is who tells of the forecast: "Doe said that officials warned of a flood"."""
    own = foretold.claimed.position
    return (own.report, own.passage) == (position.report, position.passage)


def _is_later(position: Position, since: datetime.date) -> bool:
    """Whether it was said since; a report without a day of saying may tell of the day before."""
    if position.day is None:
        return False
    return position.day >= since + (_TOLD_LATE if position.said_on is None else _AT_ONCE)


def _since(foretold: Foretold) -> datetime.date | None:
    made, window = foretold.claimed.position.day, foretold.forecast.window
    if made is None:
        return None
    after = made + datetime.timedelta(days=1)
    return max(after, window.earliest) if window and window.earliest else after
