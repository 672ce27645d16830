"""What was said, once for every act of speaking, and how each report rendered it."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.parts import each_remark
from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.grouping import group_sayings
from sayso.comparing.utterances.measures import Measures
from sayso.comparing.utterances.references import plain_words, reference_of
from sayso.comparing.utterances.remarks import anchored
from sayso.comparing.utterances.renderings import Told, render, said_record
from sayso.comparing.utterances.sayings import Saying, read_rendering, read_sayings
from sayso.records import Interval, Reading, Record, Rendering, Utterance, text_id

__all__ = [
    "group_statements",
    "group_utterances",
    "key_of",
    "link_said_again",
    "read_utterance",
    "read_utterances",
    "statements_of",
]


def group_utterances(readings: Sequence[Reading]) -> tuple[Utterance, ...]:
    """The utterances that the reports render, the earliest said first.

    The order of the reports does not matter, and a report given twice counts once.
    """
    told = statements_of(readings)
    made = [read_utterance(group, told) for group in group_statements(readings)]
    return link_said_again(sorted(made, key=lambda it: (_said(it), it.id)))


def statements_of(readings: Sequence[Reading]) -> dict[str, Told]:
    """Every statement of the reports, by its id, with the report it stands in."""
    remarks = map(each_remark, readings)
    return {it.id: (reading, it) for reading in remarks for it in reading.statements}


def group_statements(
    readings: Sequence[Reading], records: Sequence[Record] = ()
) -> list[list[str]]:
    """The ids of the statements that render one utterance, together.

    Those that quote one remark of a record are one, those that quote two are two.
    """
    by_id = {reading.report.id: each_remark(reading) for reading in readings}
    sayings = {it.statement: it for reading in by_id.values() for it in read_sayings(reading)}
    if not records:
        return group_sayings([*sayings.values()])
    beside = anchored(sayings, [*by_id.values()], records)
    groups = group_sayings(beside.sayings, beside.remarks)
    told = ([it for it in group if it in sayings] for group in groups)
    return [group for group in told if group]


def read_utterances(
    groups: Sequence[Sequence[str]], told: Mapping[str, Told], records: Sequence[Record] = ()
) -> list[Utterance]:
    """The utterances that groups of statements render, each rendering beside what was said.

    That is the record where one is given that holds it; else the quotations of these groups.
    """
    ordered = [_ordered(group, told) for group in groups]
    measures = Measures(ordered, told, records)
    return [
        _utterance(its, reference, [measures.rendering(it, reference) for it in its])
        for its, reference in zip(ordered, measures.references, strict=True)
    ]


def read_utterance(group: Sequence[str], told: Mapping[str, Told]) -> Utterance:
    """The utterance that a group of statements renders, each laid beside the reference."""
    ordered = _ordered(group, told)
    reference = reference_of(ordered)
    return _utterance(ordered, reference, _renderings(ordered, reference, told))


def _ordered(group: Sequence[str], told: Mapping[str, Told]) -> list[Saying]:
    """What the statements say, the earliest report first."""
    sayings = [read_rendering(*told[of]) for of in sorted(group)]
    return sorted(sayings, key=lambda it: (_published(told[it.statement][0]), it.statement))


def _utterance(
    ordered: Sequence[Saying], reference: Saying, renderings: Iterable[Rendering]
) -> Utterance:
    return Utterance(
        id=text_id("\n".join(sorted(it.statement for it in ordered))),
        speaker=_speaker(ordered),
        said_on=_narrowest(it.day for it in ordered),
        words=reference.printed,
        reference=reference.statement,
        renderings=tuple(renderings),
    )


def _renderings(
    ordered: Sequence[Saying], reference: Saying, told: Mapping[str, Told]
) -> Iterator[Rendering]:
    """Each statement beside the reference; what is told in the same words is compared once."""
    record = said_record(told[reference.statement])
    alike: dict[tuple[str | None, str], Rendering] = {}
    for saying in ordered:
        key = (saying.speaker, saying.printed)
        if saying is reference:
            yield render(told[saying.statement], [])
            continue
        if key not in alike:
            made = render(told[saying.statement], [record])
            alike[key] = replace(made, record=None, record_span=())
        yield replace(alike[key], statement=saying.statement, report=saying.report)


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


def _said(utterance: Utterance) -> tuple[datetime.date, str]:
    day = utterance.said_on.latest if utterance.said_on else None
    return day or datetime.date.max, utterance.speaker or ""


def _published(reading: Reading) -> datetime.date:
    return reading.report.published or datetime.date.max


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
