"""The tables that a batch writes, and their columns; docs/batch.md tells what each holds."""

from functools import cache
from typing import Any

from sayso.packages import needed

__all__ = ["TABLES", "VERSION", "arrow_schema"]

VERSION = 2
"""Raised whenever a column is added, dropped or means something else."""

_KEY = {"document": "text", "report": "text"}
_ID = {"id": "text", **_KEY}

TABLES: dict[str, dict[str, str]] = {
    "statements": {
        **_ID,
        "source": "spans",
        "source_words": "text",
        "cue": "spans",
        "cue_words": "text",
        "content": "spans",
        "content_words": "text",
        "mode": "text",
        "kind": "text",
        "speaker": "text",
        "within": "text",
        "said_earliest": "day",
        "said_latest": "day",
        "said_anchor": "text",
        "confidence": "number",
    },
    "claims": {
        **_ID,
        "statement": "text",
        "head": "span",
        "polarity": "text",
        "certainty": "text",
        "tense": "text",
        "role": "text",
        "condition": "spans",
        "forecast": "flag",
        "window": "text",
        "speech_act": "text",
        "plover": "text",
        "mode": "text",
        "actor": "text",
        "recipient": "text",
    },
    "people": {
        **_ID,
        "name": "text",
        "office": "text",
        "affiliation": "text",
        "mentions": "spans",
        "kind": "text",
        "office_fits": "flag",
        "tenure": "tenure",
        "members": "texts",
    },
    "quantities": {
        **_ID,
        "span": "span",
        "value": "number",
        "low": "number",
        "high": "number",
        "exact": "text",
        "relation": "text",
        "counted": "text",
        "unit": "text",
        "per": "text",
        "part_of": "text",
        "total": "flag",
        "place": "text",
        "as_of": "text",
        "previous": "text",
        "change": "text",
        "direction": "text",
        "statement": "text",
    },
    "times": {
        **_ID,
        "span": "span",
        "type": "text",
        "value": "text",
        "mod": "text",
        "earliest": "text",
        "latest": "text",
        "anchor": "text",
    },
    "places": {
        **_ID,
        "span": "span",
        "name": "text",
        "geonames": "count",
        "latitude": "number",
        "longitude": "number",
        "kind": "text",
        "stands_for_government": "flag",
    },
    "quotations": {
        **_KEY,
        "spans": "spans",
        "closed": "flag",
        "names": "flag",
        "statement": "text",
    },
    "documents": {"name": "text", "document": "text"},
    "failures": {"name": "text", "reason": "text"},
    "stories": {"story": "text", "report": "text"},
    "utterances": {
        "utterance": "text",
        "speaker": "text",
        "said_earliest": "day",
        "said_latest": "day",
        "said_anchor": "text",
        "words": "text",
        "reference": "text",
    },
    "renderings": {
        "utterance": "text",
        "statement": "text",
        "report": "text",
        "verdict": "text",
        "drift": "drift",
    },
    "origins": {
        "story": "text",
        "report": "text",
        "origin": "text",
        "source": "text",
        "kind": "text",
        "because": "text",
    },
    # Written last: a part whose reports are there is whole.
    "reports": {
        **_KEY,
        "title": "text",
        "outlet": "text",
        "url": "text",
        "published": "day",
        "language": "text",
        "text": "text",
    },
}
"""Each table's columns with the kind of their values, in the order in which a part is written."""


@cache
def arrow_schema(table: str) -> Any:
    """The columns of a table as pyarrow has them."""
    kinds = _kinds()
    return needed("pyarrow", extra="batch").schema(
        [(column, kinds[kind]) for column, kind in TABLES[table].items()]
    )


@cache
def _kinds() -> dict[str, Any]:
    pa = needed("pyarrow", extra="batch")
    text, day, span = pa.string(), pa.date32(), pa.list_(pa.int32())
    tenure = {"name": text, "office": text, "affiliation": text, "since": day, "until": day}
    tenure["checked"] = text
    return {
        "text": text,
        "texts": pa.list_(text),
        "day": day,
        "span": span,
        "spans": pa.list_(span),
        "number": pa.float64(),
        "count": pa.int64(),
        "flag": pa.bool_(),
        "tenure": pa.struct(list(tenure.items())),
        "drift": pa.list_(pa.struct([("kind", text), ("was", text), ("became", text)])),
    }
