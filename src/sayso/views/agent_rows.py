"""Answers for agents: few fields, and with each the passage's id and permanent address."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sayso.records import (
    Entry,
    Finding,
    Foretelling,
    KeptReport,
    KnownStory,
    Point,
    Statement,
    Utterance,
)
from sayso.views.statement_row import statement_row

__all__ = [
    "agent_entry",
    "agent_finding",
    "agent_forecast",
    "agent_passage",
    "agent_point",
    "agent_story",
    "agent_utterance",
]

_LONGEST = 500  # letters of a passage; get_passage gives more
_Row = dict[str, Any]


def agent_entry(entry: Entry, site: str) -> _Row:
    """One statement of a search."""
    fields = ("speaker", "office", "mode", "said_on", "outlet", "title", "published")
    return _row(entry, fields, words=entry.words) | _cited(entry.id, entry.report, site)


def agent_passage(kept: KeptReport, statement: Statement, site: str) -> _Row:
    """One statement in its paragraph."""
    row = statement_row(kept, statement)
    fields = ("speaker", "words", "passage", "title", "outlet", "url", "published")
    found = {name: row[name] for name in fields if row[name] is not None}
    plain: _Row = msgspec.to_builtins(found)
    return plain | _cited(statement.id, kept.reading.report.id, site)


def agent_finding(finding: Finding, report: str) -> _Row:
    """One finding about a draft: its words beside the record's, and where both stand."""
    fields = ("kind", "verdict", "report_text", "record_text", "speaker", "explanation")
    row = _row(finding, (*fields, "report_span", "record_span"))
    drift = [f"{it.kind}: {it.was} → {it.became}" for it in finding.drift]
    return row | {"drift": drift, "report": report}


def agent_story(story: KnownStory, site: str) -> _Row:
    """One story and its reports."""
    reports = [
        _row(one, ("title", "outlet", "published")) | _report(one.id, site) for one in story.reports
    ]
    return {"number": story.id, "title": story.title, "reports": reports}


def agent_utterance(utterance: Utterance, site: str) -> _Row:
    """One utterance and how each report renders it."""
    told = [
        {"drift": [str(it.kind) for it in one.drift], **_cited(one.statement, one.report, site)}
        for one in utterance.renderings
    ]
    return _row(utterance, ("speaker", "said_on"), words=utterance.words) | {"statements": told}


def agent_point(point: Point, site: str) -> _Row:
    """One figure of a series."""
    fields = ("relation", "counted", "unit", "per", "place", "speaker", "outlet", "day")
    row = _row(point, fields, words=point.words, passage=point.passage)
    figures = {name: getattr(point, name) for name in ("value", "low", "high")}
    shown = {name: str(value) for name, value in figures.items() if value is not None}
    return row | shown | _cited(point.statement, point.report, site) | {"quantity": point.id}


def agent_forecast(forecast: Foretelling, site: str) -> _Row:
    """One forecast, and what was decided of it."""
    fields = ("polarity", "certainty", "condition", "window", "speaker", "said_on", "outcome")
    row = _row(forecast, fields, words=forecast.words, passage=forecast.passage)
    return row | _cited(forecast.statement, forecast.report, site) | {"claim": forecast.id}


def _row(record: object, fields: tuple[str, ...], **texts: str) -> _Row:
    known = {name: value for name in fields if (value := getattr(record, name)) is not None}
    plain: Mapping[str, Any] = msgspec.to_builtins(known)
    return {**{name: _cut(text) for name, text in texts.items()}, **plain}


def _cited(statement: str | None, report: str, site: str) -> _Row:
    """The passage's id and address; what a report says in its own words has the report's."""
    if statement is None:
        return _report(report, site)
    return {"id": statement, "permalink": f"{site}/statement/{statement}", "report": report}


def _report(report: str, site: str) -> _Row:
    return {"id": report, "permalink": f"{site}/report/{report}"}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
