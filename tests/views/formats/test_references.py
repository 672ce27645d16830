"""References, read by rispy, and by the rules of CSL-JSON."""

import json
from dataclasses import replace

import jsonschema
import rispy

from sayso.records import Holding, Interval, Mode
from sayso.views.formats import write_format
from tests.views.formats.holdings import DAY, TEXT, URL, holding, with_statement

_DATE = {
    "type": "object",
    "required": ["date-parts"],
    "additionalProperties": False,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
}
_TEXTS = ["title", "container-title", "language", "URL", "archive", "archive_location", "note"]
_CSL = {  # the variables used here, as CSL 1.0.2 types them
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-newspaper", "webpage"]},
            **{name: {"type": "string"} for name in _TEXTS},
            **{name: _DATE for name in ("issued", "event-date", "accessed")},
        },
    },
}


def ris(*reports: Holding) -> list[dict[str, object]]:
    return list(rispy.loads(b"".join(write_format("ris", reports)).decode()))


def csl(*reports: Holding) -> list[dict[str, object]]:
    items = json.loads(b"".join(write_format("csl-json", reports)))
    jsonschema.validate(items, _CSL)
    return list(items)


def test_a_reference_a_report_in_ris() -> None:
    first, second = ris(holding(), holding(f"{TEXT}\nER  - said.", url=None, published=None))
    assert first["type_of_reference"] == "NEWS"
    assert (first["title"], first["secondary_title"]) == ("Strike", "Harbour Ledger")
    assert (first["year"], first["date"], first["urls"]) == ("2024", "2024/11/01/", [URL])
    assert first["access_date"] == "2024/11/01/"
    assert first["notes"] == [f"Ilse Varga: {TEXT[22:]}"]
    assert "year" not in second


def test_an_item_a_report_in_csl_json() -> None:
    first, second = csl(holding(), holding(outlet=None, url=None))
    assert (first["type"], second["type"]) == ("article-newspaper", "webpage")
    assert first["issued"] == {"date-parts": [[2024, 11, 1]]}
    assert first["archive_location"] == f"sha256:{holding().item.sha256}"
    assert "URL" not in second


def test_the_days_of_speaking_are_those_of_the_event() -> None:
    spread = Interval(earliest=DAY.replace(day=1), latest=DAY.replace(day=3))
    (item,) = csl(with_statement(holding(), said_on=spread))
    assert item["event-date"] == {"date-parts": [[2024, 11, 1], [2024, 11, 3]]}


def test_words_said_so_stand_in_marks() -> None:
    one = with_statement(holding(), {"words": "Soon."}, mode=Mode.DIRECT)
    assert ris(one)[0]["notes"] == ["Ilse Varga: “Soon.”"]


def test_a_report_in_which_nothing_was_found_is_none() -> None:
    silent = replace(holding(), found=())
    assert ris(silent) == csl(silent) == []
