"""What was said, once for every act of speaking, and how each report rendered it."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.grouping import group_sayings
from sayso.comparing.utterances.renderings import Told, render, said_record
from sayso.comparing.utterances.sayings import Saying, read_sayings
from sayso.comparing.wording import flat
from sayso.records import Interval, Reading, Rendering, Statement, Utterance, text_id

__all__ = [
    "group_statements",
    "group_utterances",
    "key_of",
    "link_said_again",
    "plain_words",
    "read_utterance",
    "statements_of",
]

_MARKS = " .,;:!?…\"'"


def group_utterances(readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """The utterances that the reports render, the earliest said first.

    The order of the reports does not matter, and a report given twice counts once.
    """
    told = statements_of(readings)
    made = [read_utterance(group, told) for group in group_statements(readings)]
    return link_said_again(sorted(made, key=lambda it: (_said(it), it.id)))


def statements_of(readings: Sequence[Reading]) -> dict[str, Told]:
    """Every statement of the reports, by its id, with the report it stands in."""
    return {it.id: (reading, it) for reading in readings for it in reading.statements}


def group_statements(readings: Sequence[Reading]) -> list[list[str]]:
    """The ids of the statements that render one utterance, together."""
    by_id = {reading.report.id: reading for reading in readings}
    return group_sayings([it for reading in by_id.values() for it in read_sayings(reading)])


def read_utterance(
    group: Sequence[str],
    told: Mapping[str, Told],
    known: Mapping[str, tuple[str, Rendering]] = MappingProxyType({}),
) -> Utterance:
    """The utterance that a group of statements renders.

    `known` are renderings that were made before, by statement, with the id of the one they were
    laid beside: those beside the same one are not made again.
    """
    sayings = [_saying(*told[of]) for of in sorted(group)]
    ordered = sorted(sayings, key=lambda it: (_published(told[it.statement][0]), it.statement))
    reference = _reference(ordered)
    return Utterance(
        id=text_id("\n".join(sorted(group))),
        speaker=_speaker(ordered),
        said_on=_narrowest(it.day for it in ordered),
        words=reference.printed,
        reference=reference.statement,
        renderings=tuple(_renderings(ordered, reference, (told, known))),
    )


def _renderings(
    ordered: Sequence[Saying],
    reference: Saying,
    at: tuple[Mapping[str, Told], Mapping[str, tuple[str, Rendering]]],
) -> Iterator[Rendering]:
    """Each statement beside the reference; what is told in the same words is compared once."""
    told, known = at
    record = said_record(told[reference.statement])
    alike: dict[tuple[str | None, str], Rendering] = {}
    for saying in ordered:
        beside, made = known.get(saying.statement, (None, None))
        if made is None or beside != reference.statement:
            key = (saying.speaker, saying.printed)
            own = None if saying is reference else record
            made = alike.get(key) or render(told[saying.statement], own)
            made = replace(made, statement=saying.statement, report=saying.report)
            if saying is not reference:
                alike[key] = made
        yield made


def _saying(reading: Reading, statement: Statement) -> Saying:
    return next(read_sayings(replace(reading, statements=(statement,))))


def link_said_again(utterances: Sequence[Utterance]) -> tuple[Utterance, ...]:
    """The utterances, in order of their days, each with the earlier ones that it repeats.

    The same words of one speaker on another day are another utterance.
    """
    known: defaultdict[tuple[str | None, str], list[Utterance]] = defaultdict(list)
    found = []
    for one in utterances:
        same = known[one.speaker, plain_words(one.words)]
        again = [it.id for it in same if not may_be_one_day(it.said_on, one.said_on)]
        same.append(one)
        found.append(replace(one, again=tuple(again)))
    return tuple(found)


def key_of(utterance: Utterance) -> str:
    """What utterances of the same words by the same speaker have in common."""
    return text_id(f"{utterance.speaker}\n{plain_words(utterance.words)}")


def plain_words(words: str) -> str:
    """Words without their marks and capitals, by which the same ones are known again."""
    return flat(words).strip(_MARKS).lower()


def _said(utterance: Utterance) -> tuple[datetime.date, str]:
    day = utterance.said_on.latest if utterance.said_on else None
    return day or datetime.date.max, utterance.speaker or ""


def _published(reading: Reading) -> datetime.date:
    return reading.report.published or datetime.date.max


def _reference(ordered: Sequence[Saying]) -> Saying:
    """The quotation in the words that most reports have, the earliest; or the earliest telling."""
    counts = Counter(plain_words(it.printed) for it in ordered if it.direct)
    return max(ordered, key=lambda it: (it.direct, counts[plain_words(it.printed)]))


def _speaker(ordered: Sequence[Saying]) -> str | None:
    """The name that most statements have; a person's before that of a body or group."""
    names = Counter(it.speaker for it in ordered if it.kind == "person" and it.speaker)
    others = Counter(it.speaker for it in ordered if it.speaker)
    ranked = sorted((names or others).items(), key=lambda row: (-row[1], -len(row[0]), row[0]))
    return ranked[0][0] if ranked else None


def _narrowest(days: Iterable[Interval | None]) -> Interval | None:
    """The day that most renderings fit: what the surest of them gives."""
    known = [day for day in days if day]
    exact = Counter(day.latest for day in known if day.earliest == day.latest)
    if exact:
        day = min(exact, key=lambda it: (-exact[it], it or datetime.date.max))
        return Interval(earliest=day, latest=day, anchor="publication")
    return min(known, key=lambda it: str(it.latest), default=None)
