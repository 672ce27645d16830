"""A statement as the fields of one row, for tables."""

from typing import Any

from sayso.records import Claim, Held, Holding, Place, Span
from sayso.views.formats.edtf import edtf_of
from sayso.views.formats.figure import figures_of
from sayso.views.formats.passages import places_in, times_in, words_at
from sayso.views.formats.time_fields import time_fields

__all__ = ["LISTS", "statement_fields"]

LISTS = ("figures", "claims", "times", "places")
"""The fields that hold lists of fields of their own."""


def statement_fields(report: Holding, found: Held, convention: str | None) -> dict[str, Any]:
    """All that is told of a statement, by the name of the column."""
    entry, statement, text = found.entry, found.statement, report.reading.report.text
    said = statement.said_on
    earliest, latest = (said.earliest, said.latest) if said else (None, None)
    return {
        "id": entry.id,
        "words": entry.words,
        "speaker": entry.speaker,
        "person": entry.person,
        "office": entry.office,
        "affiliation": entry.affiliation,
        "source": words_at(statement.source, text),
        "cue": words_at(statement.cue, text),
        "mode": entry.mode,
        "kind": entry.kind,
        "confidence": statement.confidence,
        "within": statement.within,
        "said": edtf_of(earliest, latest),
        "said_earliest": earliest,
        "said_latest": latest,
        "said_anchor": said.anchor if said else None,
        "report": entry.report,
        "title": entry.title,
        "outlet": entry.outlet,
        "url": entry.url,
        "address": entry.address,
        "published": entry.published,
        "language": report.reading.report.language,
        "content": _spans(entry.content),
        "figures": list(figures_of(report, statement, convention)),
        "claims": [_claim(one, text) for one in statement.claims],
        "times": [time_fields(report, statement, one) for one in times_in(report, statement)],
        "places": [_place(one) for one in places_in(report, statement)],
    }


def _spans(spans: tuple[Span, ...]) -> str:
    return "+".join(f"{span.start}-{span.end}" for span in spans)


def _claim(claim: Claim, text: str) -> dict[str, Any]:
    names = ("polarity", "certainty", "tense", "role", "plover", "mode", "actor", "recipient")
    return {
        "head": claim.head.of(text),
        **{name: getattr(claim, name) for name in names},
        "condition": words_at(claim.condition, text),
        "forecast": claim.forecast is not None,
    }


def _place(place: Place) -> dict[str, Any]:
    names = ("name", "geonames", "latitude", "longitude", "kind", "stands_for_government")
    return {name: getattr(place, name) for name in names}
