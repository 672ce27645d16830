"""`sayso token` and `sayso user`, end to end."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.interfaces.cli import main
from sayso.pipeline import Access, Ledger
from tests.interfaces.conftest import now

Run = Callable[..., tuple[int, str, str]]
PASSWORD = "a heron at low tide"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder with an empty ledger: its status, what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_USER", "ana")
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    Ledger("sayso.db").close()

    def command(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["sayso", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        with pytest.raises(SystemExit) as end:
            main()
        told = capfd.readouterr()
        return int(end.value.code or 0), told.out, told.err

    return command


def test_a_token_is_printed_once_listed_and_revoked(run: Run) -> None:
    status, secret, note = run("token", "make", "desk", "--scope", "write", "--days", "3")
    assert status == 0
    assert secret.startswith("sayso_")
    assert "token 1 (desk) lets a program write as ana" in note
    with Access("sayso.db") as access:
        assert access.tokens.visitor(secret.strip(), now=now()).name == "ana"
    listed = run("token", "list")[1]
    assert "1  desk · write · ana · until" in listed
    assert secret.strip() not in listed
    (row,) = (
        json.loads(line) for line in run("token", "list", "--format", "jsonl")[1].splitlines()
    )
    assert set(row) == {
        "number", "label", "owner", "scope", "made_at", "expires_at", "revoked_at"
    }  # fmt: skip
    assert run("token", "revoke", "1")[:2] == (0, "Token 1 is good no more.\n")
    assert "revoked" in run("token", "list")[1]


def test_users_are_added_listed_changed_and_removed(run: Run) -> None:
    assert run("user", "list")[1] == "Nobody needs to log in: there are no users.\n"
    assert run("user", "add", "Ana", "--role", "admin", typed=f"{PASSWORD}\n")[0] == 0
    assert run("user", "add", "ben", typed=PASSWORD)[0] == 0
    assert run("user", "role", "ben", "editor")[0] == 0
    assert [line[:12] for line in run("user", "list")[1].splitlines()] == [
        "Ana · admin ",
        "ben · editor",
    ]
    rows = [json.loads(line) for line in run("user", "list", "--format", "jsonl")[1].splitlines()]
    assert [set(row) for row in rows] == [{"name", "role", "made_at"}] * 2
    with Access("sayso.db") as access:
        assert access.sessions.begin("ana", PASSWORD, now=now())
        assert run("user", "password", "ana", typed="another heron at sea")[0] == 0
        assert access.sessions.begin("ana", PASSWORD, now=now()) is None
    assert run("token", "make", "desk", "--by", "ben")[0] == 0
    assert run("user", "remove", "ben")[0] == 0
    assert "revoked" in run("token", "list")[1]


@pytest.mark.parametrize(
    ("line", "typed", "told"),
    [
        ("user add ana", "short", "10 to 1,000"),
        ("user add <b>", PASSWORD, "is no name"),
        ("user add ana --role king", PASSWORD, "reader | editor | admin"),
        ("user remove ana", "", "no user ana"),
        ("user role ana admin", "", "no user ana"),
        ("user password ana", PASSWORD, "no user ana"),
        ("token revoke 7", "", "no token 7"),
        ("token make x --days 0", "", "days"),
        ("token make x --scope all", "", "read | write"),
        ("token list --ledger none.db", "", "no ledger none.db"),
        ("user list --ledger none.db", "", "no ledger none.db"),
        ("user", "", "Missing command"),
    ],
)
def test_what_is_wrong_is_one_sentence(run: Run, line: str, typed: str, told: str) -> None:
    status, out, note = run(*line.split(), typed=typed)
    assert (status, out, note.count("\n")) == (2, "", 1)
    assert told in note


def test_who_may_enter_is_no_report(run: Run, tmp_path: Path) -> None:
    run("user", "add", "ana", typed=PASSWORD)
    assert run("add", str(tmp_path))[0] == 0
