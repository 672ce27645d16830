"""Evidence as one self-contained page: passages, what the record has, where all of it is from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.records import Evidence, Exhibit
from sayso.views.evidence.context import CONTENT, CUE, SOURCE, segments_of
from sayso.views.marked_text import Segment
from sayso.views.policy import page_policy
from sayso.views.rendering import render, static_text
from sayso.views.signs import Sign, verdict_sign

__all__ = ["evidence_page"]

_CLASSES = {CONTENT: "content", SOURCE: "source", CUE: "cue"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """An exhibit as the template shows it; `segments` are None where its words must do."""

    told: Mapping[str, Any]
    report: Mapping[str, Any]
    segments: list[tuple[str, str]] | None
    signs: list[Sign]


def evidence_page(evidence: Evidence, told: Mapping[str, Any]) -> str:
    """The page of what `told_evidence` tells; it asks nothing of the network and runs no script."""
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
        policy=page_policy(style),
        style=style,
    )


def _card(exhibit: Exhibit, passage: Mapping[str, Any], report: Mapping[str, Any]) -> _Card:
    segments = segments_of(exhibit) if passage["context"] else None
    return _Card(
        told=passage,
        report=report,
        segments=None if segments is None else [_classed(segment) for segment in segments],
        signs=[verdict_sign(finding["verdict"]) for finding in passage["findings"]],
    )


def _classed(segment: Segment) -> tuple[str, str]:
    """The words and the classes of what they are part of."""
    return segment.text, " ".join(_CLASSES[mark] for mark in segment.marks)
