"""Writing over HTTP: with a token alone, once for each content, whole or not at all."""

import io
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest

import sayso
from sayso.pipeline import Access, Ledger
from sayso.records import TokenScope
from tests.interfaces.conftest import client_of, now, running, token
from tests.interfaces.web.texts import HOSTILE, RECORD

PLAIN = {"content-type": "text/plain; charset=utf-8"}
FERRY = "Nora Lind said on Monday that the ferry was late."


def last_hash(client: httpx.Client) -> str:
    return str(client.get("/about").json()["last_hash"])


def site_of(client: httpx.Client) -> str:
    return str(client.base_url).removesuffix("/api/v1/")


def first_statement(client: httpx.Client, words: str) -> dict[str, object]:
    found: dict[str, object] = client.get("/search", params={"words": words}).json()["items"][0]
    return found


def test_a_report_is_read_and_kept_once(writer: httpx.Client) -> None:
    answers = [writer.post("/reports", content=FERRY, headers=PLAIN) for _ in range(2)]
    assert [one.status_code for one in answers] == [201, 200]
    first, second = (one.json()["items"][0] for one in answers)
    assert (first["kept"], first["statements"], second["kept"]) == ("new", 1, "same")
    assert first["text"] == second["text"]
    assert writer.get(f"/report/{first['text']}").json()["report"]["text"] == FERRY
    assert first_statement(writer, "ferry")["speaker"] == "Nora Lind"


def test_what_comes_under_a_name_is_its_next_version(writer: httpx.Client) -> None:
    asked = {"name": "ferry.txt", "published": "2024-11-04"}
    writer.post("/reports", content=FERRY, params=asked, headers=PLAIN)
    changed = FERRY.replace("late", "early")
    answer = writer.post("/reports", content=changed, params=asked, headers=PLAIN)
    assert answer.json()["items"][0]["kept"] == "version"
    assert first_statement(writer, "ferry")["published"] == "2024-11-04"


def test_what_has_no_name_is_never_a_version_of_another(writer: httpx.Client) -> None:
    for words in (FERRY, FERRY.replace("late", "early")):
        answer = writer.post("/reports", content=words, headers=PLAIN)
        assert answer.json()["items"][0]["kept"] == "new"


def test_files_of_a_form_are_kept_each_by_itself(writer: httpx.Client) -> None:
    files = [("files", (f"{n}.txt", f"Nora Lind said {n} ferries sank.")) for n in (3, 4)]
    answer = writer.post("/reports", files=files)
    assert answer.status_code == 201
    assert [one["name"] for one in answer.json()["items"]] == ["posted: 3.txt", "posted: 4.txt"]


def test_an_archive_is_opened(writer: httpx.Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", FERRY)
        archive.writestr("../b.txt", FERRY)
    answer = writer.post("/reports", content=packed.getvalue(), params={"name": "two.zip"})
    assert answer.status_code == 201
    told = {one["name"]: one for one in answer.json()["items"]}
    assert told["posted: two.zip!a.txt"]["kept"] == "new"
    assert "climbs out" in told["posted: two.zip!../b.txt"]["failure"]


def test_a_record_is_kept_once(writer: httpx.Client) -> None:
    text = RECORD.replace("dollars", "crowns")
    found = [writer.post("/records", content=text, headers=PLAIN) for _ in range(2)]
    assert [one.status_code for one in found] == [201, 200]
    assert found[0].json()["items"][0]["text"] == found[1].json()["items"][0]["text"]


@pytest.mark.parametrize("name", ["/etc/passwd", "s3://bucket/x", "https://127.0.0.1/x", "../x"])
def test_no_name_is_ever_opened(own_file: Path, writer: httpx.Client, name: str) -> None:
    answer = writer.post("/reports", content=b"%PDF-1.4 broken", params={"name": name})
    assert answer.status_code == 422
    with Ledger(str(own_file)) as ledger:
        from sayso import pipeline

        (again,) = pipeline.failed_sources(ledger)
        assert again == f"posted: {name}"
        (found,) = pipeline.find_items([again], fetch=lambda address: pytest.fail(address))
    assert "reason" in dir(found)


def test_a_judgement_is_made_once_in_the_name_of_the_token(writer: httpx.Client) -> None:
    one = first_statement(writer, "strike")
    given = {"mention": one["id"], "fields": {"speaker": "Nora Lind"}, "reason": "see page 3"}
    numbers = [writer.post("/judgements", json=given).json()["judgement"] for _ in range(3)]
    assert len(set(numbers)) == 1
    made = writer.get("/judgements").json()["items"][-1]
    assert (made["made_by"], made["reason"]) == ("ben", "see page 3")
    assert first_statement(writer, "strike")["speaker"] == "Nora Lind"
    undone = [writer.post(f"/judgements/{numbers[0]}/undo").json()["judgement"] for _ in range(2)]
    assert len(set(undone)) == 1
    assert first_statement(writer, "strike")["speaker"] == one["speaker"]
    again = writer.post("/judgements", json=given).json()["judgement"]
    assert again not in {*numbers, *undone}


def test_a_forecast_is_decided(writer: httpx.Client) -> None:
    one = writer.get("/forecasts").json()["items"][0]
    given = {"mention": one["id"], "fields": {"outcome": "did_not"}}
    assert writer.post("/judgements", json=given).status_code == 200
    assert writer.get("/forecasts").json()["items"][0]["outcome"] == "did_not"


def test_people_are_merged_renamed_and_split_off_once(writer: httpx.Client) -> None:
    one, other = (it["number"] for it in writer.get("/people").json()["items"][:2])
    statement = quote(str(first_statement(writer, "strike")["id"]))
    for path, given in (
        (f"/people/{one}/merge", {"into": other}),
        (f"/people/{other}/rename", {"name": "T. Brandt"}),
        (f"/statement/{statement}/split", {"name": "Tom Brandt the elder"}),
    ):
        answers = [writer.post(path, json=given) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200], answers[0].text
        assert answers[0].json() == answers[1].json()
    assert "T. Brandt" in {it["name"] for it in writer.get("/people").json()["items"]}


def test_a_blank_is_filled_in_once(writer: httpx.Client) -> None:
    writer.post("/reports", content=FERRY, headers=PLAIN, params={"name": "ferry.txt"})
    given = {"address": "posted: ferry.txt", "fields": {"outlet": "Tarnwick Post"}}
    assert len({writer.post("/fill", json=given).text for _ in range(2)}) == 1
    assert first_statement(writer, "ferry")["outlet"] == "Tarnwick Post"


def test_the_second_of_two_writers_is_shown_the_first(own_file: Path, writer: httpx.Client) -> None:
    with client_of(site_of(writer), token(own_file, owner="zoe")) as other:
        mention = first_statement(writer, "strike")["id"]
        first = {"mention": mention, "fields": {"speaker": "Nora Lind"}, "seen": 0}
        assert writer.post("/judgements", json=first).status_code == 200
        second = other.post("/judgements", json={**first, "fields": {"speaker": "Ilse Varga"}})
        assert second.status_code == 409
        assert "ben corrected this before you did (speaker Nora Lind" in second.json()["detail"]
        number = writer.post("/judgements", json=first).json()["judgement"]
        assert other.post(f"/judgements/{number}/undo").status_code == 200
        refused = writer.post(f"/judgements/{number}/undo")
        assert refused.status_code == 409
        assert "zoe took judgement" in refused.json()["detail"]


@pytest.mark.parametrize(
    ("path", "given", "status", "told"),
    [
        ("/reports", b"", 400, "no document"),
        ("/reports", b"%PDF-1.4 broken", 422, None),
        ("/judgements", {"mention": "x", "fields": {"speaker": "A"}}, 400, "find its id"),
        ("/judgements", {"mention": "x", "fields": {"colour": "red"}}, 400, "FIELD=VALUE"),
        ("/judgements", {"mention": "x", "fields": {}}, 400, "fields"),
        ("/judgements", {"mention": "x", "fields": {"outlet": "A"}}, 400, "sayso fill"),
        ("/judgements/99/undo", None, 400, "no judgement 99"),
        ("/people/999/merge", {"into": 1}, 400, "no person 999"),
        ("/people/1/merge", {"into": 1}, 400, "himself"),
        ("/people/1/rename", {"name": ""}, 400, "name"),
        ("/fill", {"address": "none", "fields": {"outlet": "A"}}, 400, "no report none"),
        ("/statement/0.s1-2/split", {"name": "A"}, 400, "no report"),
    ],
)
def test_what_is_wrong_is_a_problem_and_changes_nothing(
    writer: httpx.Client, path: str, given: object, status: int, told: str | None
) -> None:
    before = writer.get("/judgements").json()
    body = {"content": given} if isinstance(given, bytes) else {"json": given}
    answer = writer.post(path, **body)
    assert answer.status_code == status
    if told is not None:
        assert told in answer.json()["detail"]
    assert writer.get("/judgements").json() == before


def writing_routes(site: str) -> list[str]:
    paths = httpx.get(f"{site}/api/v1/openapi.json").json()["paths"]
    found = [path for path, methods in paths.items() for it in methods if it != "get"]
    return [re.sub(r"\{\w+\}", "1", path) for path in found if path not in {"/read", "/check"}]


def test_nothing_is_written_without_a_token_that_is_good(own_file: Path) -> None:
    with running(own_file) as site, Access(str(own_file)) as access:
        revoked, reading = token(own_file), token(own_file, scope=TokenScope.READ)
        access.tokens.revoke(1, now=now())
        old = access.tokens.make(
            "old", TokenScope.WRITE, owner="ben", now=now().replace(year=2025), days=1
        )[1]
        asked = (
            ("", 401, "sayso token make NAME --scope write"),
            ("Bearer sayso_nothing", 401, "No such token"),
            ("Basic YW5hOmFuYQ==", 401, "Bearer TOKEN"),
            (f"Bearer {old}", 401, "ran out on 2025-11-23"),
            (f"Bearer {revoked}", 401, "was revoked"),
            (f"Bearer {reading}", 403, "may only read"),
        )
        routes = writing_routes(site)
        assert len(routes) == 8
        before = httpx.get(f"{site}/api/v1/about").json()["last_hash"]
        for path in routes:
            for authorization, status, told in asked:
                headers = {"authorization": authorization} if authorization else {}
                answer = httpx.post(f"{site}/api/v1{path}", content=b"x" * 2000, headers=headers)
                assert answer.status_code == status
                assert told in answer.json()["detail"]
                assert ("www-authenticate" in answer.headers) == (status == 401)
        assert httpx.get(f"{site}/api/v1/about").json()["last_hash"] == before


def bomb(members: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(members):
            archive.writestr(f"{number}.txt", b"0" * 19_000_000)
    return packed.getvalue()


@pytest.mark.parametrize("members", [2, 12], ids=["of 38 MB", "of 228 MB"])
def test_an_archive_that_unpacks_without_end_is_refused_whole(
    writer: httpx.Client, members: int
) -> None:
    before = last_hash(writer)
    answer = writer.post("/reports", content=bomb(members))
    assert answer.status_code == 400
    assert "unpacks to more than" in answer.json()["detail"]
    assert last_hash(writer) == before


@pytest.mark.parametrize("address", ["/reports", "/read"])
def test_a_text_that_would_keep_others_waiting_is_refused(
    writer: httpx.Client, address: str
) -> None:
    text = "The mayor said that the ferry is early. " * 80_000
    answer = writer.post(address, content=text, headers={"content-type": "text/plain"})
    assert answer.status_code == 422
    assert "holds 3.2 million letters" in answer.text


def test_too_many_documents_at_once_are_refused_whole(writer: httpx.Client) -> None:
    rows = "".join(json.dumps({"text": f"Nora Lind said {n}."}) + "\n" for n in range(101))
    before = last_hash(writer)
    answer = writer.post("/reports", content=rows, headers={"content-type": "application/jsonl"})
    assert answer.status_code == 400
    assert "more than 100 documents" in answer.json()["detail"]
    assert last_hash(writer) == before


def chunks(size: int) -> Iterator[bytes]:
    for _ in range(size // 1_000_000):
        yield b"0" * 1_000_000


@pytest.mark.parametrize("told", [True, False], ids=["with a length", "without"])
def test_three_hundred_megabytes_are_refused(writer: httpx.Client, told: bool) -> None:
    size = 300_000_000 if told else 60_000_000
    headers = {**PLAIN, **({"content-length": str(size)} if told else {})}
    answer = writer.post("/reports", content=chunks(size), headers=headers)
    assert answer.status_code == 413
    assert writer.get("/people").status_code == 200


def test_half_a_report_is_none(own_file: Path) -> None:
    with running(own_file) as site:
        secret, place = token(own_file), urlsplit(site)
        before = httpx.get(f"{site}/api/v1/about").json()["last_hash"]
        with socket.create_connection((str(place.hostname), place.port or 0)) as connection:
            head = (
                "POST /api/v1/reports HTTP/1.1\r\nhost: localhost\r\ncontent-type: text/plain\r\n"
                f"authorization: Bearer {secret}\r\ncontent-length: 1000\r\n\r\n{FERRY}"
            )
            connection.sendall(head.encode())
        time.sleep(0.5)
        assert httpx.get(f"{site}/api/v1/about").json()["last_hash"] == before


def test_a_server_that_is_killed_leaves_nothing_half(own_file: Path) -> None:
    """What was acknowledged is there whole, and the same again adds the rest."""
    secret = token(own_file)
    texts = [f"Nora Lind said on Monday that ferry {n} sank. " * 3 for n in range(12)]
    told: set[str] = set()

    def write(site: str) -> None:
        with client_of(site, secret) as client:
            for text in texts:
                try:
                    answer = client.post("/reports", content=text, headers=PLAIN)
                except httpx.TransportError:
                    return
                told.add(answer.json()["items"][0]["text"])

    command = [sys.executable, "-m", "sayso", "serve", str(own_file), "--port", "0", "--by", "ana"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert found is not None
        writing = threading.Thread(target=write, args=[found[0]])
        writing.start()
        while len(told) < 2 and writing.is_alive():
            time.sleep(0.01)
        os.kill(server.pid, signal.SIGKILL)
        writing.join()
    assert 2 <= len(told) < len(texts)
    with Ledger(str(own_file)) as ledger:
        assert all(whole for _, whole in ledger.verify())
    with running(own_file) as site:
        write(site)
    assert len(told) == len(texts)
    with sayso.Ledger(own_file) as kept:
        assert len([*kept.statements("ferry")]) == 3 * len(texts)


def test_nothing_in_what_is_written_is_markup(writer: httpx.Client) -> None:
    text = f'Title: {HOSTILE}\n\nMayor Tom Brandt said: "{HOSTILE} We saw 12 ships."'
    added = writer.post("/reports", content=text, headers=PLAIN, params={"name": HOSTILE})
    assert added.status_code == 201
    one = first_statement(writer, "alert")
    given = {"mention": one["id"], "fields": {"speaker": HOSTILE}, "reason": HOSTILE}
    assert writer.post("/judgements", json=given).status_code == 200
    site = site_of(writer)
    for page in ("/", "/corrections", "/reports", "/people", f"/statement/{quote(str(one['id']))}"):
        shown = httpx.get(site + page).text
        assert "<script>alert" not in shown
        assert "onerror=alert(2)>" not in shown.replace("&gt;", "")
    failed = writer.post("/reports", content=b"%PDF-1.4 x", params={"name": HOSTILE})
    assert failed.headers["content-type"] == "application/json"
    assert "<img src=x" not in httpx.get(f"{site}/failures").text


def test_ledgers_that_are_gone_are_said(own_file: Path, writer: httpx.Client) -> None:
    moved = own_file.with_name("elsewhere.db")
    shutil.move(own_file, moved)
    answer = writer.post("/reports", content=FERRY, headers=PLAIN)
    assert answer.status_code == 503
    assert "moved or deleted" in answer.json()["detail"]
    assert not own_file.exists()
    shutil.move(moved, own_file)
    assert writer.post("/reports", content=FERRY, headers=PLAIN).status_code == 201
