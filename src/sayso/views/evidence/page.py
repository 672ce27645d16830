"""Evidence as one self-contained page: passages, what the record has, where all of it is from."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.records import Evidence, Exhibit, Finding
from sayso.views.evidence.context import CONTENT, CUE, SOURCE, segments_of
from sayso.views.figures import day_words
from sayso.views.marked_text import Segment
from sayso.views.policy import page_policy
from sayso.views.rendering import render, static_text
from sayso.views.runs import Run, record_runs, report_runs
from sayso.views.signs import Sign, verdict_sign

__all__ = ["evidence_page"]

_CLASSES = {CONTENT: "content", SOURCE: "source", CUE: "cue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """An exhibit as the template shows it; `segments` are None where its words must do."""

    told: Mapping[str, Any]
    report: Mapping[str, Any]
    segments: list[tuple[str, str]] | None
    beside: list["_Beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What is found beside the record; `report` is empty where it has the same words."""

    sign: Sign
    finding: Finding
    report: list[Run]
    record: list[Run]


def evidence_page(evidence: Evidence, told: Mapping[str, Any]) -> str:
    """The page of what `told_evidence` tells; it asks nothing of the network and runs no script."""
    moment = datetime.datetime.fromisoformat(told["packed_at"])
    style = static_text("tokens.css") + static_text("evidence.css")
    reports = {report["id"]: report for report in told["reports"]}
    cards = [
        _card(exhibit, passage, reports[passage["report"]])
        for exhibit, passage in zip(evidence.exhibits, told["passages"], strict=True)
    ]
    return render(
        "evidence.html",
        **told,
        cards=cards,
        number_of={report: number for number, report in enumerate(reports, 1)},
        title_of={record["id"]: record["title"] or record["name"] for record in told["records"]},
        day=day_words,
        packed=f"{day_words(moment)}, {moment:%H:%M} UTC",
        policy=page_policy(style),
        style=style,
    )


def _card(exhibit: Exhibit, passage: Mapping[str, Any], report: Mapping[str, Any]) -> _Card:
    segments = segments_of(exhibit) if passage["context"] else None
    return _Card(
        told=passage,
        report=report,
        segments=None if segments is None else [_classed(segment) for segment in segments],
        beside=[_beside(finding) for finding in exhibit.findings],
    )


def _beside(finding: Finding) -> _Beside:
    differs = any(not change.kept for change in finding.changes)
    return _Beside(
        sign=verdict_sign(finding.verdict),
        finding=finding,
        report=list(report_runs(finding)) if differs else [],
        record=list(record_runs(finding)),
    )


def _classed(segment: Segment) -> tuple[str, str]:
    """The words and the classes of what they are part of."""
    return segment.text, " ".join(_CLASSES[mark] for mark in segment.marks)
