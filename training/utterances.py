"""Fit how likely a statement belongs to a group: `python -m training.utterances [--write]`.

Fitted on the reports of three real events that lie beside the checkout (`tests/comparing/outlets`)
and on twelve each of two invented ones (`tests/comparing/across`, `railway`), each statement beside
the gold's groups; an event with four times as many of these counts twice as much. The figures
printed are those of an event that was left out.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from sayso.comparing.parts import each_remark
from sayso.comparing.utterances import group_statements
from sayso.comparing.utterances.belonging import FEATURES
from sayso.comparing.utterances.joining import Circle
from sayso.comparing.utterances.sayings import read_sayings
from sayso.lexicon import lexicon, table
from sayso.records import Reading, Record
from tests.comparing import across, railway
from tests.comparing.outlets import EVENTS, Told, as_read, given, record, wanted
from tests.comparing.outlets import reports as gold_of
from training.regression import fit_logistic

__all__ = ["RAILWAY", "fitted_without", "main", "utterances_of"]

_PENALTY = 3.0  # of squared weights, once features are scaled
_FILE = Path(lexicon.__file__).with_name("utterance_weights.toml")
RAILWAY = "railway"
"""The name of an invented event, whose reports lie in `tests/comparing`."""
_INVENTED = "invented"

Samples = tuple[np.ndarray, np.ndarray]
"""Features [statements beside groups, FEATURES], and whether the statement belongs there."""


def main() -> None:
    """Fit, print what each event reaches left out, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"replace {_FILE.name}")
    options = parser.parse_args()
    for event in (*EVENTS, RAILWAY):
        _use(fitted_without(event))
        print(event, *_figures(event))
    weights = fitted_without(None)
    print(weights)
    if options.write:
        _FILE.write_text(_toml(weights), encoding="utf-8")


def fitted_without(event: str | None) -> dict[str, float]:
    """The weights that all events but one choose."""
    return _fitted([it for name, it in _all_samples().items() if name != event])


def utterances_of(event: str) -> dict[str, str]:
    """The utterance of each statement found of an event; one that renders none is its own."""
    if event == RAILWAY:
        return _railway()
    rows = {row["id"]: row["utterance"] or row["id"] for _, its in gold_of(event) for row in its}
    return {statement: rows[row] for statement, row in as_read(event).rows.items()}


@cache
def _all_samples() -> dict[str, Samples]:
    samples = {event: _samples(given(event).readings, _utterances(event)) for event in EVENTS}
    invented = {of: name for name, its in across.wanted_utterances().items() for of in its}
    samples[_INVENTED] = _samples(across.readings(), invented)
    samples[RAILWAY] = _samples(railway.as_read().readings, _railway())
    return samples


def _utterances(event: str) -> dict[str, str]:
    """The utterance of each statement as the gold has them; one that renders none is its own."""
    rows = {row["id"]: row["utterance"] or row["id"] for _, its in gold_of(event) for row in its}
    return {statement: rows[row] for statement, row in given(event).rows.items()}


def _railway() -> dict[str, str]:
    """The utterance of each statement that is found of the invented event; else its own."""
    told, rows = railway.as_read(), railway.rows()
    found = {it.id for reading in told.readings for it in reading.statements}
    known = {of: rows[row]["utterance"] for of, row in told.rows.items()}
    return {it: known.get(it, it) for it in found}


def _samples(readings: Sequence[Reading], utterances: Mapping[str, str]) -> Samples:
    """Each statement beside each group of the gold that has one like it."""
    sayings = [it for reading in readings for it in read_sayings(each_remark(reading))]
    circle = Circle(sayings, {})
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for saying in sayings:
        groups[utterances[saying.statement]].append(saying.statement)
    rows, belong = list[Sequence[float]](), list[bool]()
    for saying in sayings:
        own = saying.statement
        others = {name: [it for it in its if it != own] for name, its in groups.items()}
        near = {it: its for it, its in others.items() if not circle.near(own).isdisjoint(its)}
        joined = [circle.joined(its) for its in near.values()]
        for at, row in circle.belongings(circle.alone[own], joined):
            rows.append(row)
            belong.append([*near][at] == utterances[own])
    return np.array(rows), np.array(belong, float)


def _fitted(samples: Iterable[Samples]) -> dict[str, float]:
    """The weights of a logistic regression.

    Each event counts by the root of how many samples it has.
    """
    parts = list(samples)
    rows, belong = (np.concatenate([part[at] for part in parts]) for at in (0, 1))
    each = np.concatenate([np.full(len(its), len(its) ** -0.5) for _, its in parts])
    own, bias = fit_logistic(rows, belong, each, penalty=_PENALTY)
    found = dict(zip(FEATURES, own.round(3).tolist(), strict=True))
    return {**found, "bias": round(bias, 3)}


def _use(weights: Mapping[str, float]) -> None:
    table("utterance_weights").update(weights)


def _figures(event: str) -> Iterable[str]:
    for told, gold, recorded in _told(event):
        for records in ([], [recorded]):
            found = told.pairs(group_statements(told.readings, records))
            yield f"{across.scores(found, gold)['f1']:.1f}"


def _told(event: str) -> Iterator[tuple[Told, set[frozenset[str]], Record]]:
    """The event's statements as given and as read, the pairs of its gold, and its record."""
    if event == RAILWAY:
        yield railway.as_read(), railway.wanted(), railway.record()
    else:
        yield given(event), wanted(event), record(event)
        yield as_read(event), wanted(event), record(event)


def _toml(weights: Mapping[str, float]) -> str:
    head = (
        "# Logarithms of odds that a statement belongs to a group, by `training/utterances.py`.\n"
    )
    return head + "".join(f"{name} = {value}\n" for name, value in weights.items())


if __name__ == "__main__":
    main()
