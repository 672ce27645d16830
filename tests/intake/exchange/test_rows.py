"""Rows of others: what is sound is read, what is not says why, and never anything else."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableReportError
from sayso.intake.exchange import find_rows, parse_row
from sayso.records import Mode, Report, Span, text_id

TEXT = 'Mayor Ilse Varga said: "Soon." She would not pay, Varga added.'
OWN: dict[str, Any] = {
    "report": {"id": text_id(TEXT), "text": TEXT, "published": "2024-11-01"},
    "statements": [
        {
            "id": "s1",
            "source": [[0, 16]],
            "cue": [[17, 21]],
            "content": [[23, 30]],
            "mode": "direct",
            "speaker": "p1",
        }
    ],
    "people": [{"id": "p1", "name": "Ilse Varga"}],
}
CITRON = {
    "text": TEXT,
    "quotes": [
        {
            "id": "1",
            "cue": {"start": 17, "end": 21, "text": "said"},
            "sources": [{"start": 6, "end": 16, "text": "Ilse Varga"}],
            "contents": [{"start": 23, "end": 30, "text": '"Soon."'}],
            "coreferences": [],
            "confidence": 0.75,
        },
        {
            "cue": {"start": 56, "end": 61, "text": "added"},
            "sources": [{"start": 50, "end": 55, "text": "Varga"}],
            "contents": [{"start": 31, "end": 48, "text": "She would not pay"}],
            "coreferences": [{"start": 6, "end": 16, "text": "Ilse Varga"}],
        },
    ],
}
GDELT = {
    "date": "2024-11-01T18:15:00Z",
    "url": "https://example.org/strike",
    "title": "Strike",
    "lang": "en",
    "quotes": [
        {"pre": "Mayor Ilse Varga said", "quote": "We will not pay a cent", "post": "and left."},
        {"pre": "", "quote": "Soon", "post": ""},
    ],
}


def row(value: Any) -> bytes:
    return json.dumps(value).encode()


def changed(**changes: Any) -> dict[str, Any]:
    return {**OWN, **changes}


def statement(**changes: Any) -> dict[str, Any]:
    return changed(statements=[{**OWN["statements"][0], **changes}])


def report(**changes: Any) -> dict[str, Any]:
    return changed(report={**OWN["report"], **changes})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param([], "Expected `object`", id="a list"),
        pytest.param({"a": 1}, "neither", id="of no form"),
        pytest.param(report(text=5), "Expected `str`", id="a number for a text"),
        pytest.param(report(id="0"), "its id is not that of its text", id="another text"),
        pytest.param(report(text=" "), "no text", id="no text"),
        pytest.param(report(published="soon"), "Invalid", id="no day"),
        pytest.param(report(url="javascript:alert(1)"), "no web address", id="a script"),
        pytest.param(report(title="a\0b"), "NUL", id="NUL"),
        pytest.param(report(title="a\0b", outlet="😀"), "NUL", id="NUL beside a pair of halves"),
        pytest.param(report(title="\udc00"), "cannot be imported", id="half a character"),
        pytest.param(statement(content=[[23, 900]]), "outside its text", id="beyond the end"),
        pytest.param(statement(content=[[-3, 4]]), "outside its text", id="before the start"),
        pytest.param(statement(content=[[30, 23]]), "outside its text", id="backwards"),
        pytest.param(statement(mode="shouted"), "Invalid enum value", id="an unknown mode"),
        pytest.param(statement(speaker="p2"), "'p2' is not in it", id="nobody of the report"),
        pytest.param(statement(within="s1"), "within itself", id="within itself"),
        pytest.param(changed(statements=OWN["statements"] * 2), "twice", id="an id twice"),
        pytest.param(changed(people=OWN["people"] * 2), "twice", id="a person twice"),
        pytest.param(changed(quotations=[{"spans": []}]), "stands nowhere", id="nowhere"),
        pytest.param(
            changed(places=[{"id": "a", "span": [0, 1], "name": "b", "geonames": 2**70}]),
            "cannot be imported",
            id="a number without end",
        ),
        pytest.param(
            changed(quantities=[{"id": "q", "span": [0, 1], "value": "NaN"}]),
            "no number",
            id="no number",
        ),
        pytest.param(
            changed(times=[{"id": "t", "span": [0, 1], "type": "DATE", "earliest": "someday"}]),
            "isoformat",
            id="no moment",
        ),
        pytest.param(
            changed(
                kept={"address": "a", "reader": "b", "original": {"sha256": "00", "bytes": "AAAA"}}
            ),
            "not those of its SHA-256",
            id="other bytes",
        ),
        pytest.param(
            {**CITRON, "quotes": [{"contents": [{"start": 0, "end": 4, "text": "Then"}]}]},
            "stands 'Mayo'",
            id="other words",
        ),
        pytest.param(
            {**CITRON, "quotes": [{"contents": [{"start": 0, "end": 400}]}]},
            "outside its text",
            id="Citron beyond the end",
        ),
        pytest.param({**GDELT, "quotes": []}, "no words are quoted", id="GDELT without words"),
        pytest.param({**GDELT, "quotes": [{"pre": "a"}]}, "missing required", id="GDELT in part"),
    ],
)
def test_what_is_not_sound_says_why(value: Any, told: str) -> None:
    with pytest.raises(UnreadableReportError, match="row 7") as error:
        parse_row(row(value), name="row 7")
    assert told in str(error.value)


def test_a_letter_by_its_halves_is_no_odd_one() -> None:
    told = row(report(title="Strike 😀"))
    assert b"\\ud83d" in told
    assert parse_row(told, name="row").reading.report.title == "Strike 😀"


@given(
    st.binary(max_size=80)
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["report", "statements", "text", "quotes", "url", "a"]), inner
            )
        ),
        max_leaves=8,
    ).map(row)
)
def test_any_row_is_read_or_refused(data: bytes) -> None:
    try:
        found = parse_row(data, name="row")
    except UnreadableReportError:
        return
    assert found.reading.report.id == text_id(found.reading.report.text)


def test_a_row_with_brackets_without_end_is_refused() -> None:
    for deep in (b'{"report": ' + b"[" * 100_000, b'{"text": "a", "quotes": ' + b"[" * 1_000_000):
        with pytest.raises(UnreadableReportError):
            parse_row(deep, name="row")


def test_a_line_of_read_is_imported_too() -> None:
    found = parse_row(row(OWN), name="out.jsonl!1")
    assert (found.item.name, found.reader) == ("out.jsonl!1", "sayso read")
    assert found.reading.statements[0].content == (Span(23, 30),)


def test_quotations_of_citron() -> None:
    found = parse_row(row(CITRON), name="a.json!1")
    first, second = found.reading.statements
    assert (first.mode, second.mode) == (Mode.DIRECT, Mode.INDIRECT)
    assert (first.confidence, second.confidence) == (0.75, None)
    assert [person.name for person in found.reading.people] == ["Ilse Varga"]
    assert first.speaker == second.speaker == "p1"
    assert found.reading.people[0].mentions == (Span(6, 16), Span(50, 55))
    assert found.reading.quotations[0].statement == first.id
    assert found.reader == "citron"


def test_quotations_of_gdelt() -> None:
    found = parse_row(row(GDELT), name="b.json!1")
    own: Report = found.reading.report
    assert own.text == "Mayor Ilse Varga said “We will not pay a cent” and left.\n\n“Soon”"
    assert [it.content[0].of(own.text) for it in found.reading.statements] == [
        "“We will not pay a cent”",
        "“Soon”",
    ]
    assert [it.spans[0].of(own.text) for it in found.reading.quotations] == [
        "We will not pay a cent",
        "Soon",
    ]
    assert (str(own.published), own.language, own.title) == ("2024-11-01", "en", "Strike")
    assert all(it.speaker is None for it in found.reading.statements)


def test_a_day_without_marks_is_a_day() -> None:
    found = parse_row(row({**GDELT, "date": "20241101181500"}), name="b")
    assert str(found.reading.report.published) == "2024-11-01"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param('{"a": 1}\n\n{"b": 2}\n{broken\n', 3, id="lines"),
        pytest.param('[{"a": 1},\n {"b": 2}]', 2, id="a list"),
        pytest.param('{\n "a": 1\n}\n', 1, id="one object"),
    ],
)
def test_the_rows_of_a_file(tmp_path: Path, text: str, count: int, packed: bool) -> None:
    file = tmp_path / "rows.json"
    file.write_bytes(gzip.compress(text.encode()) if packed else text.encode())
    assert len([data for _, data in find_rows(file)]) == count


@pytest.mark.parametrize("data", [b"", b"[1,", b"no json\nat all", b"\x1f\x8bdamaged"])
def test_a_file_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "rows.json"
    file.write_bytes(data)
    with pytest.raises(UnreadableReportError):
        list(find_rows(file))
