"""What each rendering is laid beside: the record, else what all quote, else the reference."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.pieced import pieced_record
from sayso.comparing.utterances.references import reference_of
from sayso.comparing.utterances.renderings import Told, render, render_each, said_record
from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.utterances.unsourced import with_lost_source
from sayso.records import Interval, Record, Rendering, Severity

__all__ = ["Measures"]

# Quotations that a record is pieced together of, at most, those that most reports have.
_MOST = 500
_GRAVITY = tuple(Severity)

_Key = tuple[object, ...]


class Measures:
    """The renderings of many utterances, each made once for all statements in the same words.

    A record that is kept measures what it holds. For the rest the quotations of the same days are
    pieced together, one of each utterance: so a telling of two utterances is laid beside both.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[Saying]],
        told: Mapping[str, Told],
        records: Sequence[Record],
    ) -> None:
        self._told = told
        sayings = [it for its in groups for it in its]
        self._records = sorted(records, key=lambda it: it.id)
        self._made: dict[_Key, Rendering] = {}
        self._pieced: dict[Interval | None, Record | None] = {}
        self._lay(sayings, self._kept_records)
        self.references = [self._reference(its) for its in groups]
        support = {
            one.statement: len(its) for one, its in zip(self.references, groups, strict=True)
        }
        quoted = sorted(
            (it for it in self.references if it.direct),
            key=lambda it: (-support[it.statement], it.statement),
        )
        self._quotations = sorted(quoted[:_MOST], key=lambda it: it.statement)
        missing = [it for it in sayings if self._render(it, self._kept_records(it)).verdict is None]
        self._lay(missing, self._pieced_records)

    def rendering(self, saying: Saying, reference: Saying) -> Rendering:
        """The statement beside what tells best how its words were said, and by whom."""
        made = self._nearest(saying, reference)
        return with_lost_source(made, self._told[saying.statement], reference)

    def _nearest(self, saying: Saying, reference: Saying) -> Rendering:
        made = self._render(saying, self._kept_records(saying))
        if made.verdict is not None:
            return made
        made = self._render(saying, self._pieced_records(saying))
        if made.verdict is None and saying.statement != reference.statement:
            made = self._render(saying, [said_record(self._told[reference.statement])])
        return replace(made, record=None, record_span=())

    def _reference(self, ordered: Sequence[Saying]) -> Saying:
        """The rendering that comes nearest to the record, else the one that most others have."""
        near = {
            it.statement: self._render(it, self._kept_records(it)) for it in ordered if it.direct
        }
        found = [it for it in ordered if it.direct and near[it.statement].verdict]
        if not found:
            return reference_of(ordered)
        return max(found, key=lambda it: (-_gravity(near[it.statement]), len(it.printed)))

    def _kept_records(self, saying: Saying) -> list[Record]:
        return [it for it in self._records if it.held is None or _is_of_day(it, saying.day)]

    def _pieced_records(self, saying: Saying) -> list[Record]:
        if saying.day not in self._pieced:
            near = (it for it in self._quotations if may_be_one_day(it.day, saying.day))
            self._pieced[saying.day] = pieced_record(self._told[it.statement] for it in near)
        record = self._pieced[saying.day]
        return [record] if record else []

    def _lay(self, sayings: Iterable[Saying], beside: Callable[[Saying], list[Record]]) -> None:
        """Render the statements report by report, those in the same words once."""
        waiting: defaultdict[tuple[str, ...], dict[_Key, tuple[Saying, list[Record]]]]
        waiting = defaultdict(dict)
        known = set(self._made)
        for saying in sayings:
            records = beside(saying)
            key = _key(saying, records)
            if key not in known:
                known.add(key)
                waiting[(saying.report, *(it.id for it in records))][key] = saying, records
        for rows in waiting.values():
            told = [self._told[saying.statement] for saying, _ in rows.values()]
            _, records = next(iter(rows.values()))
            made = render_each(told[0][0], [statement for _, statement in told], records)
            self._made |= {key: made[saying.statement] for key, (saying, _) in rows.items()}

    def _render(self, saying: Saying, records: Sequence[Record]) -> Rendering:
        key = _key(saying, records)
        if key not in self._made:
            self._made[key] = render(self._told[saying.statement], records)
        return replace(self._made[key], statement=saying.statement, report=saying.report)


def _key(saying: Saying, records: Sequence[Record]) -> _Key:
    """What renderings of the same words beside the same records have in common."""
    words = (saying.speaker, saying.kind, saying.direct, saying.printed)
    return (*words, *(it.id for it in records))


def _is_of_day(record: Record, day: Interval | None) -> bool:
    return may_be_one_day(Interval(earliest=record.held, latest=record.held), day)


def _gravity(rendering: Rendering) -> int:
    return _GRAVITY.index(rendering.verdict.severity) if rendering.verdict else len(_GRAVITY)
