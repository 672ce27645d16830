"""How well times are read on the corpora beside the checkout, and on the shared cases."""

import datetime
import json
import re
from typing import Any

import pytest

from sayso.reading.times import read_times
from sayso.records import Span, Timex
from tests.gold import SHARED, below_floor, same_corpus
from tests.reading.times.corpora import agreement, gum, meantime

DATA = SHARED / "data"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not beside this checkout"),
]


def test_corpora() -> None:
    intra = DATA / "meantime" / "intra-doc_annotation"
    airbus, gm = (sorted((intra / f"corpus_{name}").glob("*.xml")) for name in ("airbus", "gm"))
    news = sorted((DATA / "gum" / "xml").glob("GUM_news_*.xml"))
    measured = {
        "airbus": agreement(meantime(airbus)),
        "gm": agreement(meantime(gm)),
        "gum": agreement(gum(news), only_dates=True),
    }
    figures = {
        f"{corpus}_{name}": share
        for corpus, shares in measured.items()
        for name, share in shares.items()
    }
    assert same_corpus("times", [*airbus, *gm, *news])
    assert not below_floor("times", figures), figures


def test_cases() -> None:
    items = json.loads((DATA / "cases.json").read_text("utf-8"))["items"]
    cases = [item for item in items if item["kind"] == "time"]
    assert len(cases) >= 12
    assert [wrong for case in cases for wrong in _wrong(case)] == []


def _wrong(case: dict[str, Any]) -> list[str]:
    """What does not come out as the case says."""
    text = case["text"]
    quoted = tuple(Span(*match.span(1)) for match in re.finditer(r'"([^"]*)"', text))
    published = datetime.date.fromisoformat(case["published"])
    times = read_times(text, report_id="r", published=published, quoted=quoted)
    wrong = []
    for gold in case["times"]:
        start = text.index(gold["surface"])
        place = Span(start, start + len(gold["surface"]))
        ours = next((time for time in times if time.span.overlaps(place)), None)
        if ours is None or not _agrees(ours, gold):
            wrong.append(f"{case['id']} {gold['surface']}: {ours}")
    return wrong


def _agrees(ours: Timex, gold: dict[str, Any]) -> bool:
    told = {"start": str(ours.earliest)[:10], "end": str(ours.latest)[:10], "anchor": ours.anchor}
    return all(told[key] == gold[key] for key in told if gold.get(key) is not None)
