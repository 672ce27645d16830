"""Who may ask, from where and how much; and what is said where something is wrong."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from sayso.interfaces.web.guard import MAX_REQUEST

Serve = Callable[[Path], str]


def get(address: str, **headers: str) -> httpx.Response:
    return httpx.get(address, headers={name.replace("_", "-"): it for name, it in headers.items()})


@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:8000", "localhost.evil.example", "", "127.0.0.1.evil"]
)
def test_a_name_that_is_not_its_own_is_refused(site: str, name: str) -> None:
    answer = get(site, host=name)
    assert answer.status_code == 403
    assert "DNS rebinding" in answer.text


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "localhost:1234", "[::1]:1234"])
def test_its_own_names_are_let_in(site: str, name: str) -> None:
    assert get(site, host=name).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:1"},
    ],
)
def test_other_sites_change_nothing(site: str, headers: dict[str, str]) -> None:
    answer = httpx.post(f"{site}/person/1/rename", data={"name": "Nobody"}, headers=headers)
    assert answer.status_code == 403
    assert "nothing was changed" in answer.text
    assert "Nobody" not in get(f"{site}/people").text


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/pages.css", "/search?since=x"])
def test_every_answer_forbids_what_is_not_its_own(site: str, address: str) -> None:
    headers = get(site + address).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_styles_are_kept_for_good_and_pages_are_not(site: str) -> None:
    assert "immutable" in get(f"{site}/static/pages.css").headers["cache-control"]
    assert get(site).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/nowhere", 404, "No page has this address"),
        ("/static/../frame.py", 404, "No page"),
        ("/static/tokens.py", 404, "no file"),
        ("/report/0000000000000000", 404, "No report here"),
        ("/report/x", 404, "No report here"),
        ("/statement/x", 404, "no statement"),
        ("/statement/0000000000000000.s1-2", 404, "No report here"),
        ("/original/ab", 404, "No document"),
        ("/person/99", 404, "no person 99"),
        ("/person/x", 400, "is no number"),
        ("/search?since=yesterday", 400, "2024-10-31"),
        ("/search?words=NOT+x", 400, "NOT"),
        ("/search?quantity=many", 400, "troops"),
        ("/search?mode=loud", 400, "direct"),
        ("/search?person=x", 400, "number"),
        ("/search?page=0", 400, "Pages go from 1"),
        ("/search?words=a%00b", 400, "NUL"),
        ("/person/%00", 400, "NUL"),
        ("/report/0000000000000000/against/0000000000000000", 404, "No report"),
    ],
)
def test_what_is_wrong_is_said_with_the_right_status(
    site: str, address: str, status: int, told: str
) -> None:
    answer = get(site + address)
    assert answer.status_code == status
    assert told in answer.text
    assert "<h1>" in answer.text


def test_a_broken_permalink_shows_what_stands_there(site: str) -> None:
    found = get(f"{site}/search?words=strike").text
    text = found.partition("/report/")[2][:16]
    answer = get(f"{site}/statement/{text}.s3-6+9-22")
    assert answer.status_code == 404
    assert "never moved to other words" in answer.text


@pytest.mark.parametrize("end", ["s5-2", "s0-999999999", "s999999998-999999999", "s4-4"])
def test_a_permalink_of_an_impossible_place_is_no_fault(site: str, end: str) -> None:
    text = get(f"{site}/search?words=strike").text.partition("/report/")[2][:16]
    assert get(f"{site}/statement/{text}.{end}").status_code == 404


def test_the_bytes_are_handed_over_as_they_came(site: str) -> None:
    report = get(f"{site}/search?words=strike").text.partition("/report/")[2][:16]
    address = get(f"{site}/report/{report}").text.partition('href="/original/')[2][:64]
    answer = get(f"{site}/original/{address}")
    assert b"Title: Harbour pay" in answer.content
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("form", [{}, {"mention": "x", "seen": "y"}, {"mention": "0.s1-2"}])
def test_a_correction_with_something_left_out_is_refused(site: str, form: dict[str, str]) -> None:
    assert httpx.post(f"{site}/statement/0.s1-2/judge", data=form).status_code == 400


def test_nothing_to_add_is_said(site: str) -> None:
    assert httpx.post(f"{site}/add", data={"kind": "report"}).status_code == 400
    assert httpx.post(f"{site}/check", data={"draft": " "}).status_code == 400


def chunks(size: int) -> Iterator[bytes]:
    piece = b"0" * 1_000_000
    for _ in range(size // len(piece)):
        yield piece


def test_too_much_at_once_is_refused_with_a_page(site: str) -> None:
    size = 300_000_000
    headers = {"content-length": str(size), "content-type": "multipart/form-data; boundary=x"}
    answer = httpx.post(f"{site}/add", content=chunks(size), headers=headers, timeout=60)
    assert answer.status_code == 413
    assert f"{MAX_REQUEST // 1_000_000} MB" in answer.text
    assert get(site).status_code == 200


@pytest.mark.parametrize("length", ["-1", "x", "9" * 40])
def test_an_impossible_length_is_refused(site: str, length: str) -> None:
    place = urlsplit(site)
    with socket.create_connection((str(place.hostname), place.port or 0)) as connection:
        head = f"POST /add HTTP/1.1\r\nhost: localhost\r\ncontent-length: {length}\r\n\r\n"
        connection.sendall(head.encode())
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(20).split()[1] in {b"400", b"413"}


def test_a_ledger_that_is_gone_is_said_and_comes_back(
    serve: Serve, kept: Path, tmp_path: Path
) -> None:
    ledger_file = tmp_path / "gone.db"
    ledger_file.write_bytes(kept.read_bytes())
    site = serve(ledger_file)
    assert get(site).status_code == 200
    ledger_file.rename(tmp_path / "elsewhere.db")
    answer = get(site)
    assert answer.status_code == 503
    assert "moved or deleted" in answer.text
    assert httpx.post(f"{site}/person/1/rename", data={"name": "X"}).status_code == 503
    assert not ledger_file.exists()
    (tmp_path / "elsewhere.db").rename(ledger_file)
    assert get(site).status_code == 200
