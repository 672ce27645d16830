"""Utterances of invented press events that nothing has learnt from, much of it in other words."""

from itertools import combinations
from statistics import fmean

from sayso.comparing.utterances import group_statements
from tests.comparing.across import scores
from tests.comparing.renderings import LEFT_OUT, readings_of, wanted
from tests.gold import below_floor, same_corpus
from training.lines import RENDERINGS, Line, read_events


def test_renderings_in_other_words_stay_above_their_floors() -> None:
    assert same_corpus("renderings", LEFT_OUT.glob("*.jsonl"))
    found = [_scores(event, lines) for event, lines in read_events(LEFT_OUT).items()]
    assert len(found) == 7
    figures = {name: fmean(one[name] for one in found) for name in ("precision", "recall", "f1")}
    assert below_floor("renderings", figures) == []


def test_what_measures_is_not_learnt_from() -> None:
    learnt = {path.name for path in RENDERINGS.glob("*.jsonl")}
    assert learnt
    assert learnt.isdisjoint(path.name for path in LEFT_OUT.glob("*.jsonl"))


def _scores(event: str, lines: list[Line]) -> dict[str, float]:
    readings, known = readings_of(event, lines)
    groups = group_statements(readings)
    assert {it for group in groups for it in group} == known.keys()
    found = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
    return scores(found, wanted(known))
