"""The commands that lay reports beside one another, end to end on a ledger."""

import datetime
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest

from sayso.interfaces.cli import main
from sayso.ledger import Ledger

Run = Callable[..., tuple[int, str, str]]

REPORTS = {
    "one.txt": """Outlet: The Harbour Ledger
Published: 2024-11-01

About 400 soldiers are in Hamburg, Mayor Tom Brandt said on Friday. The soldiers will leave the
harbour in December, he said.
""",
    "two.txt": """Outlet: Tarnwick Post
Published: 2024-11-01

There are 4,000 soldiers in Hamburg, Ilse Varga said on Friday.

Minister Ada Holm denied on Friday that soldiers were in Hamburg.
""",
    "three.txt": """Outlet: Tarnwick Post
Published: 2025-01-03

The soldiers left the harbour in December, Ilse Varga said on Thursday.
""",
    "strike.txt": """Outlet: Quay Post
Published: 2025-02-07

About 1,500 dockers were on strike, union leader Nils Okafor said on Friday.
""",
    "undated.txt": "Minister Ilse Varga said that the 30 soldiers were tired.\n",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with five reports."""
    folder = tmp_path_factory.mktemp("ledger")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    from sayso.pipeline import add_each, find_items
    from tests.ledger.factory import NOW

    with Ledger(str(folder / "news.db")) as kept:
        added = list(add_each(kept, find_items([str(folder / "*.txt")]), clock=lambda: NOW))
    assert len(added) == 5
    return folder / "news.db"


@pytest.fixture
def run(ledger: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("SAYSO_LEDGER", str(ledger))

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SystemExit) as end:
            main()
        told = capfd.readouterr()
        return int(end.value.code or 0), told.out, told.err

    return command


def rows(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_a_series(run: Run) -> None:
    status, out, _ = run("series", "troops")
    assert status == 0
    assert "≈ 400" in out
    assert "a nought apart" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    points = rows(run("series", "troops", "--format", "jsonl")[1])
    points[:2] = sorted(points[:2], key=lambda it: int(it["value"]))
    assert [point["value"] for point in points] == [400, 4000, 30]
    assert [point["published"] for point in points] == ["2024-11-01", "2024-11-01", None]
    assert points[0]["beside"] == [{"other": points[1]["id"], "overlap": "tenfold"}]
    assert (
        rows(run("series", "troops", "--speaker", "Varga", "--format", "jsonl")[1])[0]["speaker"]
        == "Ilse Varga"
    )


@pytest.mark.parametrize("thing", ["dockers", "docker"])
def test_a_series_of_what_nobody_wrote_down_as_a_thing(run: Run, thing: str) -> None:
    points = rows(run("series", thing, "--format", "jsonl")[1])
    assert [(point["value"], point["counted"]) for point in points] == [(1500, "dockers")]


def test_a_figure_that_counts_another_thing_is_corrected(run: Run) -> None:
    points = rows(run("series", "troops", "--format", "jsonl")[1])
    assert run("judge", points[2]["id"], "counted=sailors", "--by", "ana")[0] == 0
    assert len(rows(run("series", "troops", "--format", "jsonl")[1])) == 2
    number = rows(run("judgements", "--format", "jsonl")[1])[-1]["number"]
    assert run("undo", str(number), "--by", "ana")[0] == 0
    assert len(rows(run("series", "troops", "--format", "jsonl")[1])) == 3


def test_contradictions(run: Run) -> None:
    status, out, _ = run("contradictions")
    assert status == 0
    assert "Ada Holm" in out
    pairs = rows(run("contradictions", "soldiers", "--format", "jsonl")[1])
    assert {pair["kind"] for pair in pairs} == {"opposed"}
    assert all(pair["one"]["passage"] and pair["other"]["passage"] for pair in pairs)


def test_a_forecast_until_it_is_decided(run: Run) -> None:
    status, out, _ = run("forecasts", "--due", "2024-12-31")
    assert status == 0
    assert "later, 2 Jan 2025, Ilse Varga" in out
    (one,) = rows(run("forecasts", "--due", "2024-12-31", "--format", "jsonl")[1])
    assert one["window"]["latest"] == "2024-12-31"
    events = icalendar.Calendar.from_ical(run("forecasts", "--format", "ics")[1]).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [datetime.date(2024, 12, 31)]
    assert run("judge", one["id"], "outcome=perhaps", "--by", "ana")[0] == 2
    assert run("judge", one["id"], "outcome=partly", "--by", "ana", "--reason", "half")[0] == 0
    assert "partly, says ana: half" in run("forecasts")[1]
    assert "1 partly of 1 decided, 1 made" in run("forecasts")[1]
    assert "VEVENT" not in run("forecasts", "--format", "ics")[1]


def test_a_timeline(run: Run) -> None:
    status, out, _ = run("timeline")
    assert status == 0
    assert "“December”" in out
    moments = rows(run("timeline", "--outlet", "Harbour", "--format", "jsonl")[1])
    assert {moment["kind"] for moment in moments} == {"happened", "said", "published"}
    assert {moment["outlet"] for moment in moments} == {"The Harbour Ledger"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("series", "umbrellas"),
        ("contradictions", "umbrellas"),
        ("forecasts", "--speaker", "Nobody"),
        ("timeline", "--since", "2030-01-01"),
    ],
    ids=str,
)
def test_where_nothing_fits_one_line_says_so(run: Run, arguments: tuple[str, ...]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", ["series", "contradictions", "forecasts", "timeline"])
def test_an_empty_ledger(run: Run, command: str, tmp_path: Path) -> None:
    Ledger(str(tmp_path / "empty.db")).close()
    thing = ["troops"] if command == "series" else []
    status, _, err = run(command, *thing, "--ledger", str(tmp_path / "empty.db"))
    assert (status, err.count("\n")) == (1, 1)


def test_a_thing_that_is_none_is_one_sentence(run: Run) -> None:
    status, _, err = run("series", "of the")
    assert (status, err.count("\n")) == (2, 1)
    assert "counted" in err
