import datetime
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableRecordError
from sayso.intake import Decoded, parse_record
from sayso.records import Record

PAGES = Path(__file__).parent / "pages"
STORIES = (Path(__file__).parents[2] / "../shared/data/stories").resolve()
shared = pytest.mark.skipif(not STORIES.exists(), reason="the data beside the checkout is not here")


def said(record: Record) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.span.of(record.text)) for turn in record.turns]


def test_a_plain_transcript_with_a_header() -> None:
    data = b"""\
Title: Remarks at the harbour
Date: 31 October 2024
Venue: Town Hall, Norvale
URL: https://ministry.example/remarks
Coverage: excerpts

SECRETARY VARGA: We tried.
(inaudible)
QUESTION: Why?
"""
    record = parse_record(data, name="remarks.txt")
    assert (record.name, record.title, record.venue) == (
        "remarks.txt",
        "Remarks at the harbour",
        "Town Hall, Norvale",
    )
    assert record.held == datetime.date(2024, 10, 31)
    assert record.url == "https://ministry.example/remarks"
    assert said(record) == [("SECRETARY VARGA", "We tried."), ("QUESTION", "Why?")]
    assert [gap.of(record.text) for gap in record.gaps] == ["(inaudible)", ""]
    assert not record.complete


@pytest.mark.parametrize(
    ("coverage", "complete"),
    [
        ("full", True),
        ("Complete transcript", True),
        ("", True),
        ("excerpts only", False),
        ("first 2,000 characters", False),
    ],
)
def test_a_record_says_whether_it_holds_all(coverage: str, complete: bool) -> None:
    data = f"Title: Remarks\nCoverage: {coverage}\n\nVARGA: We tried.\nBRANDT: No.\n"
    assert parse_record(data.encode(), name="x").complete is complete


def test_a_page_with_names_in_bold() -> None:
    record = parse_record((PAGES / "transcript.html").read_bytes(), name="x")
    assert said(record) == [
        (
            "SECRETARY VARGA",
            "Good afternoon, everyone. I want to begin by thanking the harbour council.\n"
            + "We never promised it for Friday. Note: we said that we would try.",
        ),
        ("QUESTION", "How many ships are waiting?"),
        ("SECRETARY VARGA", "Around three hundred."),
        ("MR BRANDT", "Nobody told us."),
        ("QUESTION", "And you?"),
        ("MR BRANDT", "(Inaudible.) No."),
    ]
    assert [turn.interpreted for turn in record.turns] == [False, False, False, True, False, False]
    assert [gap.of(record.text) for gap in record.gaps] == ["(Inaudible.)"]
    assert record.title == "Remarks at the harbour"
    assert record.held is None  # the page says only when it came out


TURNS = [
    ("SECRETARY VARGA", "We tried, all of us."),
    ("QUESTION", "Why?"),
    ("SECRETARY VARGA", "So."),
]


@pytest.mark.parametrize(
    "shape",
    [
        "<p><b>{}:</b> {}</p>",
        "<p><strong>{}</strong>: {}</p>",
        "<p><strong>{}</strong> {}</p>",
        "<p><strong>{}</strong></p><p>{}</p>",
        "<p><strong>{}</strong> -- <em>Harbor Office</em></p><p>{}</p>",
        "<h4>{}</h4><p>{}</p>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<div class=turn><div class=speaker>{}</div><div class=text>{}</div></div>",
        "<p><span class=speaker-name>{}</span> <span>{}</span></p>",
        "<table><tr><td>{}</td><td>{}</td></tr></table>",
        "{}: {}<br><br>",
    ],
)
def test_transcripts_on_the_web_come_in_many_shapes(shape: str) -> None:
    body = "".join(shape.format(*turn) for turn in TURNS)
    record = parse_record(f"<html><body><h1>Remarks</h1><main>{body}</main>".encode(), name="x")
    assert said(record) == TURNS


def test_who_speaks_only_once_is_told_by_the_office_behind_the_name() -> None:
    line = "<p><strong>{}</strong> -- <em>{}</em></p><p>{}</p>"
    turns = [
        ("Ann Orr", "Chief Executive", "Good morning. We tried."),
        ("Tom Ash", "Orr Bank -- Analyst", "Why is that so?"),
        ("Ann Orr", "Chief Executive", "It rained."),
    ]
    body = "".join(line.format(*turn) for turn in turns)
    record = parse_record(f"<html><body><h1>Call</h1><main>{body}</main>".encode(), name="x")
    assert said(record) == [(name, words) for name, _, words in turns]


META = {"title": "Remarks", "date": "2024-10-31", "venue": "Town Hall", "coverage": "partial"}
ROWS = [{"speaker": speaker, "text": text} for speaker, text in TURNS]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("\n".join(json.dumps(row) for row in [META, *ROWS]), id="lines"),
        pytest.param(json.dumps([META, *ROWS]), id="list"),
        pytest.param(json.dumps({**META, "turns": ROWS}, indent=1), id="object"),
    ],
)
def test_transcripts_in_json(data: str) -> None:
    record = parse_record(data.encode(), name="x")
    assert said(record) == TURNS
    assert (record.title, record.venue) == ("Remarks", "Town Hall")
    assert record.held == datetime.date(2024, 10, 31)
    assert not record.complete
    assert record.text.startswith("SECRETARY VARGA: We tried")


def test_rows_of_json_mark_interpreters_gaps_and_stage_directions() -> None:
    rows = [
        {"speaker": "KIM", "text": "(via interpreter) We know.", "start": 1.5},
        {"gap": "two minutes"},
        {"speaker": "CHO", "text": "So do we.\nAll.", "interpreted": True},
        {"text": "(Applause.)"},
        {"speaker": None, "text": "Thank you."},
        {"speaker": "ORR", "text": 5},
    ]
    record = parse_record("\n".join(map(json.dumps, rows)).encode(), name="x")
    assert said(record) == [("KIM", "We know."), ("CHO", "So do we.\nAll."), (None, "Thank you.")]
    assert [turn.interpreted for turn in record.turns] == [True, True, False]
    assert [gap.of(record.text) for gap in record.gaps] == ["[gap: two minutes]"]


def test_a_broken_row_is_named() -> None:
    with pytest.raises(UnreadableRecordError, match=r"^Line 2 of r\.jsonl is no JSON object"):
        parse_record(b'{"text": "We tried."}\n{"text": "And\n', name="r.jsonl")


def test_words_without_turns_are_a_record_too() -> None:
    record = parse_record("We tried. “Note: no,” he said.\n\nSo we did.\n".encode(), name="x")
    assert said(record) == [(None, "We tried. “Note: no,” he said.\n\nSo we did.")]
    assert record.complete


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n \n",
        b"Title: Remarks\n\n",
        b"<html></html>",
        b"[]",
        b'{"title": "Remarks"}',
        b"(Applause.)",
    ],
)
def test_a_record_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(
        UnreadableRecordError, match=r"^remarks\.txt holds no words that anybody said; "
    ):
        parse_record(data, name="remarks.txt")


def test_a_record_that_is_no_text_is_refused_by_its_kind() -> None:
    with pytest.raises(UnreadableRecordError, match=r"^remarks\.pdf is a damaged PDF file"):
        parse_record(b"%PDF-1.7", name="remarks.pdf")


@given(st.text())
def test_never_raises_but_for_want_of_words(text: str) -> None:
    decoded = Decoded(text=text, encoding="utf-8")
    try:
        record = parse_record(decoded, name="x")
    except UnreadableRecordError:
        return
    assert record.turns
    assert parse_record(decoded, name="x") == record


@pytest.mark.shared
@shared
@pytest.mark.parametrize(
    ("story", "turns", "complete"),
    [
        ("two-plus-two-2024-10-31", 16, False),
        ("fed-chair-2022-06-15", 70, True),
        ("pentagon-briefing-2024-10-28", 5, False),
    ],
)
def test_real_transcripts(story: str, turns: int, complete: bool) -> None:
    path = STORIES / story / "transcript.txt"
    record = parse_record(path.read_bytes(), name=path.name)
    assert record.text == path.read_text("utf-8")
    stated = json.loads((STORIES / story / "meta.json").read_text("utf-8"))
    assert len(record.turns) == turns == stated["turns"]
    assert record.complete is complete
