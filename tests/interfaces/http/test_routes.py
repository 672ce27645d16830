"""Every verb over HTTP, asked of a real server over a real ledger."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

import sayso
from sayso import pipeline
from sayso.pipeline import Ledger
from sayso.records import Item
from tests.interfaces.conftest import now, running
from tests.interfaces.web.texts import PAY, RECORD

LINES = {"accept": "application/x-ndjson"}
LISTS = (
    "/search",
    "/search?words=strike",
    "/search?sort=old",
    "/search?words=dollars&sort=rank",
    "/reports",
    "/people",
    "/stories",
    "/utterances",
    "/drift",
    "/origins",
    "/who?name=Brandt",
    "/series?thing=ships",
    "/contradictions",
    "/forecasts",
    "/timeline",
)


@pytest.fixture(scope="module")
def api(site: str) -> str:
    return f"{site}/api/v1"


def get(address: str, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): it for name, it in headers.items()}
    return httpx.get(address, headers=named, timeout=30)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_the_same_as_a_page_and_as_lines(api: str, path: str) -> None:
    whole = get(f"{api}{path}{'&' if '?' in path else '?'}limit=1000")
    assert whole.status_code == 200
    assert whole.headers["content-type"] == "application/json"
    assert whole.json()["next"] is None
    lines = get(api + path, **LINES)
    assert lines.headers["content-type"].startswith(LINES["accept"])
    assert [json.loads(line) for line in lines.text.splitlines()] == whole.json()["items"]


@pytest.mark.parametrize("path", [path for path in LISTS if path != "/drift"])
def test_pages_follow_each_other_without_loss(api: str, path: str, site: str) -> None:
    joint = "&" if "?" in path else "?"
    whole = get(f"{api}{path}{joint}limit=1000").json()["items"]
    found, following = [], f"/api/v1{path}{joint}limit=1"
    while following:
        answer = get(site + following).json()
        found += answer["items"]
        following = answer["next"]
    assert found == whole


def test_search_finds_as_the_command_does(api: str, kept: Path) -> None:
    with sayso.Ledger(kept) as ledger:
        wanted = [entry.id for entry in ledger.statements("dollars OR strike", speaker="Brandt")]
    answer = get(f"{api}/search?words=dollars+OR+strike&speaker=Brandt").json()
    assert [item["id"] for item in answer["items"]] == wanted
    assert answer["total"] == len(wanted) > 0


def test_a_statement_is_found_by_its_id_with_its_passage(api: str, site: str) -> None:
    one = get(f"{api}/search?words=strike").json()["items"][0]
    card = get(f"{api}/statement/{quote(one['id'])}").json()
    assert card["words"] == one["words"]
    assert card["words"].split(" … ")[0] in card["passage"]
    assert card["outlet"] == "The Harbour Ledger"
    assert get(site + card["permalink"]).status_code == 200


def test_a_report_is_what_was_read_in_it(api: str) -> None:
    one = get(f"{api}/search?words=dollars").json()["items"][0]
    reading = get(f"{api}/report/{one['report']}").json()
    assert one["id"] in {statement["id"] for statement in reading["statements"]}


def test_a_story_comes_with_utterances_and_origins(api: str) -> None:
    number = get(f"{api}/stories").json()["items"][0]["id"]
    story = get(f"{api}/story/{number}").json()
    assert story["story"]["id"] == number
    assert story["utterances"]
    assert len(story["origins"]) == len(story["story"]["reports"])


def test_what_is_sent_is_read(api: str) -> None:
    wanted = sayso.read_text("Tom Brandt said that it rained.")
    answer = httpx.post(
        f"{api}/read",
        content="Tom Brandt said that it rained.",
        headers={"content-type": "text/plain; charset=utf-8"},
    )
    assert [one["id"] for one in answer.json()["statements"]] == [
        one.id for one in wanted.statements
    ]


def test_a_page_that_is_sent_is_read_as_one(api: str) -> None:
    page = "<html><body><article><p>Tom Brandt said that it rained.</p></article></body></html>"
    answer = httpx.post(f"{api}/read", content=page, headers={"content-type": "text/html"})
    assert answer.status_code == 200
    assert "<p>" not in answer.json()["report"]["text"]


def test_a_draft_is_checked_and_nothing_is_kept(api: str) -> None:
    before = get(f"{api}/about").json()["last_hash"]
    answer = httpx.post(f"{api}/check", json={"draft": PAY, "records": [RECORD]}, timeout=30)
    findings = answer.json()["findings"]
    assert any("8,000" in one["report_text"] for one in findings)
    assert get(f"{api}/about").json()["last_hash"] == before


def test_what_is_known_already_is_not_sent_again(api: str, serve: Callable[[Path], str]) -> None:
    first = get(f"{api}/search?words=strike")
    again = get(f"{api}/search?words=strike", if_none_match=f'"other", W/{first.headers["etag"]}')
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = get(f"{api}/search?words=dollars", if_none_match=first.headers["etag"])
    assert other.status_code == 200
    lines = get(f"{api}/search?words=strike", if_none_match=first.headers["etag"], **LINES)
    assert lines.status_code == 200


def test_an_answer_changes_its_tag_with_the_ledger(
    serve: Callable[[Path], str], kept: Path, tmp_path: Path
) -> None:
    ledger_file = tmp_path / "own.db"
    ledger_file.write_bytes(kept.read_bytes())
    address = f"{serve(ledger_file)}/api/v1/people"
    tag = get(address).headers["etag"]
    (tmp_path / "new.txt").write_text("Nora Lind said on Monday that the ferry was late.", "utf-8")
    with sayso.Ledger(ledger_file) as ledger:
        ledger.add(tmp_path / "new.txt")
    assert get(address, if_none_match=tag).status_code == 200


@pytest.mark.parametrize("sort", ["new", "old"])
def test_what_comes_meanwhile_moves_no_page(
    serve: Callable[[Path], str], kept: Path, tmp_path: Path, sort: str
) -> None:
    ledger_file = tmp_path / "own.db"
    ledger_file.write_bytes(kept.read_bytes())
    site = serve(ledger_file)
    address = f"{site}/api/v1/search?sort={sort}"
    whole = [one["id"] for one in get(address).json()["items"]]
    first = get(f"{address}&limit=2").json()
    day = "2030-01-01" if sort == "new" else "1990-01-01"
    text = f"Published: {day}\n\nNora Lind said on Monday that the ferry was late."
    (tmp_path / "new.txt").write_text(text, "utf-8")
    with sayso.Ledger(ledger_file) as ledger:
        assert ledger.add(tmp_path / "new.txt")[0].statements == 1
    following = get(site + first["next"].replace("limit=2", "limit=1000")).json()
    assert [one["id"] for one in (*first["items"], *following["items"])] == whole
    assert len(get(address).json()["items"]) == len(whole) + 1


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/nowhere", 404, "openapi.json"),
        ("/read", 405, "takes no such request"),
        ("/statement/x", 404, "no statement"),
        ("/statement/0000000000000000.s1-2", 404, "No report here"),
        ("/report/0000000000000000", 404, "No report here"),
        ("/story/999", 404, "no story 999"),
        ("/story/x", 400, "number"),
        ("/search?since=yesterday", 400, "since"),
        ("/search?words=NOT+x", 400, "NOT"),
        ("/search?sort=rank", 400, "ranked"),
        ("/search?mode=loud", 400, "direct"),
        ("/search?limit=0", 400, "limit"),
        ("/search?cursor=x", 400, "cursor"),
        ("/search?quantity=many", 400, "troops"),
        ("/series", 400, "thing"),
        ("/series?thing=%20", 400, ""),
    ],
)
def test_what_is_wrong_is_a_problem(api: str, path: str, status: int, told: str) -> None:
    for headers in ({}, LINES):
        answer = get(api + path, **headers)
        assert answer.status_code == answer.json()["status"] == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/read", b"", 400),
        ("/check", b"{", 400),
        ("/check", b"{}", 400),
        ("/check", b'{"draft": "\\ud800"}', 400),
        ("/check", b'{"draft": "a", "records": ["\\u0000"]}', 200),
    ],
)
def test_an_odd_body_is_no_fault(api: str, path: str, body: bytes, status: int) -> None:
    kind = "application/json" if path == "/check" else "text/plain"
    answer = httpx.post(api + path, content=body, headers={"content-type": kind})
    assert answer.status_code == status


def test_a_name_that_is_not_its_own_is_a_problem(api: str) -> None:
    answer = get(f"{api}/people", host="evil.example")
    assert (answer.status_code, answer.json()["status"]) == (403, 403)


def test_asking_writes_nothing_even_where_something_is_new(own_file: Path) -> None:
    with Ledger(str(own_file)) as ledger:
        item = Item(name="ferry.txt", data=b"Nora Lind said on Monday that the ferry was late.")
        next(iter(pipeline.add_each(ledger, [item], clock=now)))  # stopped before it is laid beside
        before = ledger.last_hash()
    with running(own_file) as site:
        for path in ("stories", "utterances", "drift", "origins", "who?name=Lind"):
            assert get(f"{site}/api/v1/{path}").status_code == 200
        assert get(f"{site}/api/v1/series?thing=ships").status_code == 200
        assert get(f"{site}/api/v1/about").json()["last_hash"] == before
    with Ledger(str(own_file)) as ledger:
        pipeline.relate(ledger, clock=now)
        assert ledger.last_hash() != before
