"""How far claims that were read agree with claims that were judged by hand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.records import Claim, Timex

SIMPLE = ("polarity", "certainty", "tense", "plover", "actor", "recipient", "speech_act")


def agreements(
    row: Mapping[str, Any], claims: Sequence[Claim], times: Sequence[Timex]
) -> Iterator[tuple[str, bool]]:
    """For every value that a row of the gold file gives, what it is and whether it was read."""
    text = row["text"]
    words = {time.id: time.span.of(text) for time in times}
    for wanted in row["claims"]:
        start, end = _place(text, wanted)
        claim = next((one for one in claims if one.head.start < end and start < one.head.end), None)
        yield "found", claim is not None
        for name in SIMPLE:
            if name in wanted:
                yield name, claim is not None and getattr(claim, name) == wanted[name]
        yield "role", claim is not None and claim.role == wanted.get("role", "main")
        yield "forecast", claim is not None and bool(claim.forecast) == wanted["forecast"]
        yield from _spans_of(wanted, claim, text, words)


def _place(text: str, wanted: Mapping[str, Any]) -> tuple[int, int]:
    found = list(re.finditer(rf"\b{re.escape(wanted['head'])}\b", text))
    nth: int = wanted.get("nth", 1)
    return found[nth - 1].span()


def _spans_of(
    wanted: Mapping[str, Any], claim: Claim | None, text: str, times: Mapping[str, str]
) -> Iterator[tuple[str, bool]]:
    if "condition" in wanted:
        told = [wanted["condition"]] if wanted["condition"] else []
        yield "condition", claim is not None and [one.of(text) for one in claim.condition] == told
    if "window" in wanted:
        window = times.get(claim.forecast.window or "") if claim and claim.forecast else None
        yield "window", window is not None and wanted["window"].endswith(window)
