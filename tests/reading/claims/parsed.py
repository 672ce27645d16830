"""The sentences of the gold file with their grammar and statements, as they were read once."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sayso.reading.claims import read_claims
from sayso.reading.times import read_times
from sayso.reading.words import split_words
from sayso.records import Claim, Grammar, Mode, Span, Spans, Statement, Timex

PARSED = Path(__file__).with_name("parsed.jsonl")


def read_parsed(text: str) -> tuple[tuple[Claim, ...], tuple[Timex, ...]]:
    """All claims of a sentence of the file, and its times."""
    row = _rows()[text]
    times = read_times(text, report_id="r", published=None, quoted=())
    statements, own = read_claims(
        text,
        _grammar(text, row),
        report_id="r",
        statements=[_statement(given) for given in row["statements"]],
        times=times,
    )
    return (*(claim for one in statements for claim in one.claims), *own), times


@cache
def _rows() -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in PARSED.read_text("utf-8").splitlines()]
    return {row["text"]: row for row in rows}


def _grammar(text: str, row: dict[str, Any]) -> Grammar:
    fields = row["words"].split()
    return Grammar(
        words=split_words(text),
        upos=fields[0::4],
        xpos=fields[1::4],
        heads=[int(head) for head in fields[2::4]],
        labels=fields[3::4],
        sentences=row["sentences"],
        names=(),
    )


def _statement(given: dict[str, Any]) -> Statement:
    source, cue, content = (_spans(given[role]) for role in ("source", "cue", "content"))
    return Statement(id="s", source=source, cue=cue, content=content, mode=Mode(given["mode"]))


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)
