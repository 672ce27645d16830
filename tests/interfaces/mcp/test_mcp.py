"""The door for agents, through the client of the protocol's own library, over real pipes."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from sayso import pipeline
from sayso.interfaces.cli import main
from sayso.pipeline import Ledger
from tests.interfaces.conftest import now
from tests.interfaces.web.texts import PAY, RECORD

SITE = "https://news.example.org"
TOOLS = {"search_statements", "get_passage", "check_text", "story", "series", "forecasts"}


async def _asked(ledger: Path, calls: list[tuple[str, dict[str, Any]]]) -> list[Any]:
    """The tools there are, and the answer to each call."""
    arguments = ["-m", "sayso", "mcp", str(ledger), "--site", SITE]
    server = StdioServerParameters(command=sys.executable, args=arguments)
    async with (
        stdio_client(server) as (incoming, outgoing),
        ClientSession(incoming, outgoing) as client,
    ):
        await client.initialize()
        tools = (await client.list_tools()).tools
        return [tools, *[await client.call_tool(name, given) for name, given in calls]]


def ask(ledger: Path, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    return asyncio.run(asyncio.wait_for(_asked(ledger, list(calls)), 60))


def content(answer: Any) -> Any:
    assert not answer.is_error, answer.content[0].text
    return json.loads(answer.content[0].text)


@pytest.fixture(scope="module")
def answers(kept: Path) -> dict[str, Any]:
    """What every tool answers, each asked once."""
    with Ledger(str(kept)) as ledger:
        newest = pipeline.stories(ledger, clock=now)[-1].id
        asked = pipeline.search_of({"words": "strike", "speaker": "Brandt"})
        first = pipeline.search_page(ledger, asked).entries[0]
    calls: list[tuple[str, dict[str, Any]]] = [
        ("search_statements", {"words": "strike", "speaker": "Brandt"}),
        ("check_text", {"draft": PAY, "record": RECORD}),
        ("story", {}),
        ("story", {"number": newest}),
        ("series", {"thing": "ships"}),
        ("forecasts", {}),
        ("get_passage", {"id": first.id}),
        ("get_passage", {"id": "x"}),
        ("story", {"number": 999}),
        ("search_statements", {"since": "yesterday"}),
        ("search_statements", {"limit": 1000}),
        ("get_passage", {}),
    ]
    tools, *found = ask(kept, *calls)
    names = ("search", "check", "stories", "story", "series", "forecasts", "passage")
    return {"tools": tools, "failed": found[7:], **dict(zip(names, found, strict=False))}


def test_there_are_these_tools_and_each_only_reads(answers: dict[str, Any]) -> None:
    assert {tool.name for tool in answers["tools"]} == TOOLS
    for tool in answers["tools"]:
        assert tool.annotations.read_only_hint
        assert tool.description


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("search", "statements"),
        ("series", "points"),
        ("forecasts", "forecasts"),
    ],
)
def test_every_row_has_the_id_and_address_of_its_passage(
    answers: dict[str, Any], name: str, rows: str
) -> None:
    found = content(answers[name])
    assert found["total"] == len(found[rows]) > 0
    for row in found[rows]:
        assert row["permalink"].removeprefix(f"{SITE}/").endswith(row["id"])
        assert row["words"]


def test_a_story_leads_to_its_statements(answers: dict[str, Any]) -> None:
    listed = content(answers["stories"])["stories"]
    story = content(answers["story"])
    assert story["number"] in {one["number"] for one in listed}
    assert story["reports"][0]["permalink"].startswith(f"{SITE}/report/")
    for utterance in story["utterances"]:
        for statement in utterance["statements"]:
            assert statement["permalink"] == f"{SITE}/statement/{statement['id']}"


def test_a_draft_is_set_beside_the_record(answers: dict[str, Any]) -> None:
    findings = content(answers["check"])["findings"]
    assert any("8,000" in (one.get("record_text") or "") for one in findings)


def test_answers_are_small(answers: dict[str, Any]) -> None:
    for name in ("search", "check", "story", "series", "forecasts"):
        assert len(answers[name].content[0].text) < 10_000


def test_what_is_wrong_is_a_sentence(answers: dict[str, Any]) -> None:
    wanted = ("no statement's id", "no story 999", "2024-10-31", "limit", "id")
    for answer, words in zip(answers["failed"], wanted, strict=True):
        assert answer.is_error
        assert words in answer.content[0].text


def test_a_passage_is_the_paragraph_of_a_statement(answers: dict[str, Any]) -> None:
    one = content(answers["search"])["statements"][0]
    passage = content(answers["passage"])
    assert passage["words"] == one["words"]
    assert passage["words"].split(" … ")[0] in passage["passage"]
    assert passage["permalink"] == one["permalink"]


def ended(monkeypatch: pytest.MonkeyPatch, ledger: Path) -> int:
    """The exit status of a server that never begins."""
    monkeypatch.setattr(sys, "argv", ["sayso", "mcp", str(ledger)])
    with pytest.raises(SystemExit) as found:
        main()
    return int(found.value.code or 0)


def test_a_ledger_that_is_not_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(monkeypatch, tmp_path / "none.db") == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert not told.out


def test_a_missing_package_is_one_sentence(
    kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert ended(monkeypatch, kept) == 2
    assert "sayso[agents]" in capsys.readouterr().err
