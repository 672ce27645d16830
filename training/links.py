"""Fit how likely two statements render one utterance: `python -m training.links RUN [--write]`.

RUN is what `training.meaning` wrote. Fitted on the invented events of `training/renderings`, their
vectors those of networks that had not seen them, and on the reports of real and invented events
that `training.utterances` uses, as sayso reads them. The figures printed are those of an event that
was left out of all that was fitted.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from sayso.comparing.parts import each_remark
from sayso.comparing.utterances import group_statements
from sayso.comparing.utterances.circles import circles_of
from sayso.comparing.utterances.grouping import told_of
from sayso.comparing.utterances.joining import Circle
from sayso.comparing.utterances.linking import FEATURES, Told, features, speakers_of
from sayso.comparing.utterances.sayings import read_sayings
from sayso.lexicon import lexicon, table
from sayso.records import Reading
from tests.comparing import across, railway
from tests.comparing.outlets import EVENTS, as_read, given, wanted
from tests.comparing.renderings import readings_of
from training.lines import RENDERINGS, read_events
from training.regression import fit_logistic
from training.utterances import RAILWAY, fitted_without, utterances_of

__all__ = ["main"]

_PENALTY = 1.0  # of squared weights, once features are scaled
# What an event of renderings alone counts, beside one of whole reports. With .5 the largest of
# three events gains (F1 80 to 86) and the other two lose (82 to 63, 63 to 49); with .02 renderings
# that measure are found hardly better than without (50; without 47, here 63).
_INVENTED = 0.15
# Odds of a mean from which groups are joined. At -1.5 more is joined wrongly, hardly more rightly;
# at -1 a group of the smallest event breaks in two (F1 89 to 70).
_ENOUGH = -1.25
_FILE = Path(lexicon.__file__).with_name("utterance_links.toml")

Pairs = tuple[np.ndarray, np.ndarray]
"""Features [pairs, FEATURES] of statements by speakers who may be one, and whether they are one."""


def main() -> None:
    """Fit, print what each event reaches left out, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("--write", action="store_true", help=f"replace {_FILE.name}")
    options = parser.parse_args()
    invented = [*_of_renderings(np.load(options.run / "left_out.npz"))]
    for event in (*EVENTS, RAILWAY):
        table("utterance_weights").update(fitted_without(event))
        table("utterance_links").update(_fitted(_of_reports(event), invented))
        print(event, *_figures(event), flush=True)
    table("utterance_weights").update(fitted_without(None))
    weights = _fitted(_of_reports(None), invented)
    print(weights)
    if options.write:
        _FILE.write_text(_toml(weights), encoding="utf-8")


def _of_renderings(vectors: Mapping[str, np.ndarray]) -> Iterator[Pairs]:
    for event, lines in read_events(RENDERINGS).items():
        readings, known = readings_of(event, lines)
        own = {(it.outlet, it.text): at for at, it in enumerate(lines)}
        at = {statement: own[it.outlet, it.text] for statement, it in known.items()}
        utterances = {of: (*it.utterances, of)[0] for of, it in known.items()}
        yield from _pairs(readings, utterances, {of: vectors[event][at[of]] for of in at})


def _of_reports(left_out: str | None) -> Iterator[Pairs]:
    for event in EVENTS:
        if event != left_out:
            yield from _pairs(as_read(event).readings, utterances_of(event))
    if left_out != RAILWAY:
        yield from _pairs(railway.as_read().readings, utterances_of(RAILWAY))
    invented = {of: name for name, its in across.wanted_utterances().items() for of in its}
    yield from _pairs(across.readings(), invented)


def _pairs(
    readings: Sequence[Reading],
    utterances: Mapping[str, str],
    vectors: Mapping[str, np.ndarray] | None = None,
) -> Iterator[Pairs]:
    sayings = [it for reading in readings for it in read_sayings(each_remark(reading))]
    for some in circles_of(sayings):
        circle = Circle(some, {})
        told = told_of(circle, some, circle.groups())
        ids = [it.members[0] for it in told.statements]
        if len(ids) > 1:
            yield _laid_out(_with(told, ids, vectors), [utterances.get(it, it) for it in ids])


def _with(told: Told, ids: Sequence[str], vectors: Mapping[str, np.ndarray] | None) -> Told:
    if vectors is None:
        return told
    return replace(told, vectors=np.stack([vectors[it] for it in ids]))


def _laid_out(told: Told, utterances: Sequence[str]) -> Pairs:
    open_pairs, apart = speakers_of(told)
    both = np.triu(~apart, 1)
    rows = [np.asarray(values, float)[both] for _, values in features(told, open_pairs)]
    named = np.unique(utterances, return_inverse=True)[1]
    return np.stack(rows, 1), (named[:, None] == named)[both].astype(float)


def _fitted(reports: Iterator[Pairs], invented: Sequence[Pairs]) -> dict[str, float]:
    """The weights of a logistic regression.

    Each event counts by the root of how many pairs it has.
    """
    parts = [(it, 1.0) for it in reports] + [(it, _INVENTED) for it in invented]
    rows, one = (np.concatenate([part[at] for part, _ in parts]) for at in (0, 1))
    each = np.concatenate([np.full(len(it[1]), share * len(it[1]) ** -0.5) for it, share in parts])
    own, bias = fit_logistic(rows, one, each, penalty=_PENALTY)
    found = dict(zip(FEATURES, own.round(3).tolist(), strict=True))
    return {**found, "bias": round(bias, 3), "enough": _ENOUGH}


def _figures(event: str) -> Iterator[str]:
    if event == RAILWAY:
        told = [(railway.as_read(), railway.wanted())]
    else:
        told = [(given(event), wanted(event)), (as_read(event), wanted(event))]
    for one, gold in told:
        yield f"{across.scores(one.pairs(group_statements(one.readings)), gold)['f1']:.1f}"


def _toml(weights: Mapping[str, float]) -> str:
    head = (
        "# Logarithms of odds that two statements render one utterance, by `training/links.py`;\n"
        "# `enough` is the mean of those from which groups are joined.\n"
    )
    return head + "".join(f"{name} = {value}\n" for name, value in weights.items())


if __name__ == "__main__":
    main()
