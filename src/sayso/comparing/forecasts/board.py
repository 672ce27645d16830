"""All forecasts with what became of them, and how often who was right."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.forecasts.evidence import Later
from sayso.comparing.forecasts.foretold import Foretold, read_foretold
from sayso.comparing.positions.claimed import read_claimed
from sayso.records import Board, Foretelling, Judgement, KeptReading, Outcome, Tally

__all__ = ["find_forecasts"]

_LAST = datetime.date.max


def find_forecasts(
    readings: Iterable[KeptReading],
    *,
    later: Iterable[KeptReading] = (),
    judgements: Iterable[Judgement] = (),
    due: datetime.date | None = None,
) -> Board:
    """The forecasts of the readings, each once, in order of the day on which it is due.

    `later` are the reports in which evidence is looked for, `judgements` what people decided. With
    `due` only those whose window ends by that day; tallies are of all.
    """
    known = Later(claim for kept in later for claim in read_claimed(kept, own=True))
    decided = {
        it.anchor.mention: it for it in judgements if it.stands and it.anchor and _outcome(it)
    }
    groups = _without_echoes(it for kept in readings for it in read_foretold(kept))
    made = [(_judged(group, decided), group[0]) for group in groups]
    forecasts = (
        replace(forecast, evidence=known.about(foretold))
        for forecast, foretold in made
        if due is None or (forecast.due or _LAST) <= due
    )
    return Board(
        forecasts=tuple(sorted(forecasts, key=_order)),
        tallies=tuple(_tallies(forecast for forecast, _ in made)),
    )


def _order(forecast: Foretelling) -> tuple[datetime.date, datetime.date, str]:
    window = forecast.window
    begins = window.earliest if window and window.earliest else _LAST
    return forecast.due or _LAST, begins, forecast.id


def _without_echoes(found: Iterable[Foretold]) -> list[list[Foretold]]:
    """Forecasts that one speaker is given once or more, the first report of each in front."""
    groups: dict[tuple[object, ...], list[Foretold]] = defaultdict(list)
    for one in sorted(found, key=lambda it: (it.claimed.position.day or _LAST, it.forecast.id)):
        groups[one.key].append(one)
    return list(groups.values())


def _judged(group: Sequence[Foretold], decided: Mapping[str, Judgement]) -> Foretelling:
    """The first of a group, with the reports of the others and what was decided of any."""
    first = group[0].forecast
    others = dict.fromkeys(it.forecast.report for it in group[1:])
    repeated = tuple(report for report in others if report != first.report)
    made = [decided[it.forecast.id] for it in group if it.forecast.id in decided]
    last = max(made, key=lambda it: it.number, default=None)
    return replace(
        first,
        repeated=repeated,
        outcome=_outcome(last) if last else None,
        judged_by=last.made_by if last else None,
        reason=last.reason if last else None,
    )


def _outcome(judgement: Judgement) -> Outcome | None:
    told = judgement.change.get("outcome")
    return Outcome(told) if told in set(Outcome) else None


def _tallies(forecasts: Iterable[Foretelling]) -> Iterable[Tally]:
    """A row a speaker, who made most first."""
    made: dict[tuple[int | None, str | None], list[Foretelling]] = defaultdict(list)
    for one in forecasts:
        made[one.person, None if one.person is not None else one.speaker].append(one)
    for own in sorted(made.values(), key=lambda it: (-len(it), it[0].speaker or "")):
        counts = Counter(it.outcome for it in own if it.outcome)
        outcomes = tuple((outcome, counts[outcome]) for outcome in Outcome if counts[outcome])
        yield Tally(speaker=own[0].speaker, person=own[0].person, made=len(own), outcomes=outcomes)
