"""Statements as annotations of their reports, by the W3C Web Annotation Data Model (2017)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import Held, Holding, JudgementKind
from sayso.views.formats.deciding import decided
from sayso.views.formats.json_list import json_list, without_nothing
from sayso.views.formats.naming import iri_of, report_iri
from sayso.views.formats.selectors import selectors_of

__all__ = ["annotation_list"]


def annotation_list(reports: Iterable[Holding]) -> Iterator[bytes]:
    """An annotation a statement: who speaks, how, and what a person judged of it."""
    return json_list(_annotation(report, found) for report in reports for found in report.found)


def _annotation(report: Holding, found: Held) -> dict[str, Any]:
    bodies = list(_bodies(report, found))
    told = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": iri_of(found.entry.id),
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "body": bodies,
    }
    targets = [_target(report, selectors) for selectors in _pieces(report, found)]
    return {**told, "target": targets[0] if len(targets) == 1 else targets}


def _bodies(report: Holding, found: Held) -> Iterator[dict[str, str]]:
    entry = found.entry
    if entry.speaker:
        yield _body("identifying", entry.speaker)
    for word in filter(None, (entry.mode, entry.kind)):
        yield _body("classifying", word)
    for judgement in decided(report, found.statement):
        if judgement.kind is JudgementKind.VERDICT:
            yield _body("assessing", judgement.change["verdict"])
        elif judgement.kind in {JudgementKind.SPEAKER, JudgementKind.SPAN}:
            yield _body("editing", ", ".join(f"{k}={v}" for k, v in judgement.change.items()))


def _body(purpose: str, value: str) -> dict[str, str]:
    body = {"type": "TextualBody", "purpose": purpose, "value": value}
    return {**body, "format": "text/plain"}


def _pieces(report: Holding, found: Held) -> Iterator[list[dict[str, Any]] | None]:
    """The selectors of each piece of what was said; None for all of a report."""
    content = found.statement.content
    for span in content:
        yield selectors_of(span, report.reading.report.text)
    if not content:
        yield None


def _target(report: Holding, selectors: list[dict[str, Any]] | None) -> dict[str, Any]:
    fetched = report.item.fetched_at
    moment = fetched.astimezone(datetime.UTC) if fetched else None
    state = moment and {
        "type": "TimeState",
        "sourceDate": moment.isoformat(timespec="seconds").replace("+00:00", "Z"),
    }
    target = {"source": report_iri(report), "selector": selectors, "state": state}
    return without_nothing(target)
