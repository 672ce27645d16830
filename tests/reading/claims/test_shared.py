"""Claims as `sayso` ships them, on our sentences and on the data beside the checkout."""

import json
from functools import cache
from typing import Any

import pytest

from sayso.reading import Encoder, read_report
from sayso.records import Claim, Polarity, Reading, Report
from tests.gold import SHARED, below_floor, same_corpus
from tests.reading.claims.agreement import agreements
from tests.reading.claims.meantime import event_figures
from tests.reading.claims.test_gold import ROWS

DATA = SHARED / "data"
beside = pytest.mark.skipif(not SHARED.exists(), reason="the data are not beside this checkout")


@cache
def _encoder() -> Encoder:
    return Encoder()


def _read(text: str) -> Reading:
    return read_report(Report(id="r", text=text, language="en"), _encoder())


def _claims(reading: Reading) -> tuple[Claim, ...]:
    return (*(one for said in reading.statements for one in said.claims), *reading.own_claims)


def test_our_sentences_as_shipped() -> None:
    right = []
    for row in ROWS:
        reading = _read(row["text"])
        right += [agrees for _, agrees in agreements(row, _claims(reading), reading.times)]
    figures = {"right": 100 * sum(right) / len(right)}
    assert not below_floor("claims_as_shipped", figures), figures


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("They threatened to strike if any of the crew left.", "if any of the crew left"),
        ("They will strike if anything is sold.", "if anything is sold"),
        ("They saw few, if any, of the crew.", None),
        ("It will, if anything, cost more.", None),
    ],
)
def test_any_is_a_condition_where_something_is_said_of_it(text: str, condition: str | None) -> None:
    spans = [span.of(text) for claim in _claims(_read(text)) for span in claim.condition]
    assert spans == ([condition] if condition else [])


@pytest.mark.parametrize(
    "text",
    [
        "The ministry came close to losing the case.",
        "The sum will not come close to losing anybody a job.",
        "The reserves had come near to losing their worth.",
        "The club had not come close to losing its ground.",
    ],
)
def test_what_almost_is_is_not(text: str) -> None:
    (losing,) = (one for one in _claims(_read(text)) if one.head.of(text) == "losing")
    assert losing.polarity is Polarity.NEGATIVE


@pytest.mark.shared
@beside
def test_cases() -> None:
    items = json.loads((DATA / "cases.json").read_text("utf-8"))["items"]
    cases = [item for item in items if item["kind"] == "modality"]
    right = [agrees for case in cases for agrees in _agreements(case)]
    assert not below_floor("claim_cases", {"right": 100 * sum(right) / len(right)})


def _agreements(case: dict[str, Any]) -> list[bool]:
    claims = _claims(_read(case["text"]))
    found: list[bool] = []
    for wanted in case["clauses"]:
        start = case["text"].index(wanted["head"])
        end = start + len(wanted["head"])
        claim = next((one for one in claims if one.head.start < end and start < one.head.end), None)
        found.append(claim is not None)
        found.append(claim is not None and claim.polarity.value[:3] == wanted["polarity"])
        found.append(claim is not None and claim.certainty == wanted["certainty"])
        if wanted.get("condition"):
            told = {one.of(case["text"]) for one in claim.condition} if claim else set()
            found.append(wanted["condition"] in told)
        if wanted.get("forecast"):
            found.append(claim is not None and claim.forecast is not None)
    return found


@pytest.mark.shared
@beside
def test_events_of_meantime() -> None:
    folder = DATA / "meantime" / "intra_cross-doc_annotation"
    paths = sorted(folder.glob("corpus_*/*.xml"))
    figures = event_figures(paths, lambda text: _claims(_read(text)))
    assert same_corpus("event_attributes", paths)
    assert not below_floor("event_attributes", figures), figures
