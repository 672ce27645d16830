"""Annotations, by the constraints of the W3C model and by a JSON-LD processor."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from sayso.records import Holding, JudgementKind, Span
from sayso.views.formats import write_format
from sayso.views.formats.selectors import selectors_of
from tests.views.formats.holdings import TEXT, URL, holding, judged, with_statement

_QUOTE = {
    "type": "object",
    "required": ["type", "exact", "prefix", "suffix"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
    },
}
_POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "additionalProperties": False,
    "properties": {
        "type": {"const": "TextPositionSelector"},
        **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")},
    },
}
_TARGET = {
    "type": "object",
    "required": ["source"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "string", "pattern": "^(https?|urn):"},
        "selector": {"type": "array", "items": {"anyOf": [_QUOTE, _POSITION]}},
        "state": {
            "type": "object",
            "required": ["type", "sourceDate"],
            "additionalProperties": False,
            "properties": {
                "type": {"const": "TimeState"},
                "sourceDate": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
            },
        },
    },
}
_MOTIVATIONS = ["identifying", "classifying", "linking", "assessing", "questioning", "editing"]
_SCHEMA = {  # from the Web Annotation Data Model, sections 3.1-3.3, 4.2.4, 4.2.5 and 4.3.1
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"type": "string", "pattern": "^urn:"},
        "type": {"const": "Annotation"},
        "motivation": {"type": "array", "items": {"enum": _MOTIVATIONS}},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value", "purpose", "format"],
                "additionalProperties": False,
                "properties": {
                    "type": {"const": "TextualBody"},
                    "value": {"type": "string"},
                    "purpose": {"enum": _MOTIVATIONS},
                    "format": {"const": "text/plain"},
                },
            },
        },
        "target": {"anyOf": [_TARGET, {"type": "array", "minItems": 2, "items": _TARGET}]},
    },
}
_OA = "http://www.w3.org/ns/oa#"
_NODE = {"@type": "@id"}
_CONTEXT = {  # the terms used here, as the context of the vocabulary defines them
    "id": "@id",
    "type": "@type",
    **{name: f"{_OA}{name}" for name in ("Annotation", "TextQuoteSelector", "TimeState")},
    **{name: f"{_OA}{name}" for name in ("TextPositionSelector", "TextualBody")},
    **{name: f"{_OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    "sourceDate": f"{_OA}sourceDate",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "body": {"@id": f"{_OA}hasBody", **_NODE},
    "target": {"@id": f"{_OA}hasTarget", **_NODE},
    "source": {"@id": f"{_OA}hasSource", **_NODE},
    "selector": {"@id": f"{_OA}hasSelector", **_NODE},
    "state": {"@id": f"{_OA}hasState", **_NODE},
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{_OA}{name}" for name in _MOTIVATIONS},
}


def annotation(one: Holding) -> dict[str, Any]:
    (found,) = json.loads(b"".join(write_format("annotation", [one])))
    jsonschema.validate(found, _SCHEMA)
    return dict(found)


def load(url: str, _: object) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    document = {"@context": _CONTEXT}
    return {"contextUrl": None, "documentUrl": url, "document": document, "contentType": None}


def test_who_speaks_and_how() -> None:
    found = annotation(holding())
    told = {body["purpose"]: body["value"] for body in found["body"]}
    assert told == {"identifying": "Ilse Varga", "classifying": "mixed"}
    assert found["motivation"] == ["identifying", "classifying"]
    assert found["target"]["source"] == URL
    assert found["target"]["state"]["sourceDate"] == "2024-11-01T18:05:00Z"


def test_a_verdict_assesses_and_a_correction_edits() -> None:
    one = judged(holding(), JudgementKind.VERDICT, verdict="altered_wording")
    one = judged(one, JudgementKind.SPEAKER, speaker="Tom Brandt")
    told = {body["purpose"]: body["value"] for body in annotation(one)["body"]}
    assert told["assessing"] == "altered_wording"
    assert told["editing"] == "speaker=Tom Brandt"


def test_a_file_of_the_own_disk_has_an_address_too() -> None:
    one = holding(url=None)
    assert annotation(one)["target"]["source"] == f"urn:sayso:{one.reading.report.id}"


def test_words_in_pieces_are_several_targets() -> None:
    one = with_statement(holding(), content=(Span(22, 30), Span(40, 50)))
    exact = [target["selector"][0]["exact"] for target in annotation(one)["target"]]
    assert exact == [TEXT[22:30], TEXT[40:50]]


def test_a_processor_of_json_ld_keeps_every_word() -> None:
    found = annotation(judged(holding(), JudgementKind.VERDICT, verdict="spliced"))
    (expanded,) = jsonld.expand(found, {"documentLoader": load})
    again = jsonld.compact(expanded, found["@context"], {"documentLoader": load})
    assert again == found


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.data())
def test_the_words_are_found_at_their_place_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote, position = selectors_of(Span(start, end), text * 3)
    assert (text * 3)[position["start"] : position["end"]] == quote["exact"]
    passage = quote["prefix"] + quote["exact"] + quote["suffix"]
    found = [at for at in range(len(text) * 3) if (text * 3).startswith(passage, at)]
    assert found == [start - len(quote["prefix"])] or passage in ("", text * 3)


def test_positions_are_code_points() -> None:
    text = f"\U0001f600 {TEXT}"
    (_, position) = selectors_of(Span(2, 7), text)
    assert (position["start"], position["end"]) == (2, 7)
    assert replace(holding(text)).reading.report.text[2:7] == "Mayor"
