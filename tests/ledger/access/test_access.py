"""Who may enter: users, tokens and sessions, in a file beside the ledger's and in PostgreSQL."""

import datetime
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadRequestError, ConflictError, NotAdmittedError, NotKeptError
from sayso.ledger import Access, Ledger
from sayso.ledger.access.secrets import fingerprint, fits, hashed, new_secret
from sayso.ledger.access.sessions import LENGTH
from sayso.records import TokenScope, UserRole, Visitor

NOON = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
PASSWORD = "a heron at low tide"


@pytest.fixture
def access(address: str) -> Iterator[Access]:
    """Who may enter an empty ledger of each kind."""
    with Ledger(address), Access(address) as opened:
        yield opened


def test_looking_begins_nothing(tmp_path: Path) -> None:
    with Access(str(tmp_path / "news.db")) as access:
        assert not access.users.all()
        assert not access.tokens.all()
        assert access.sessions.visitor("x", now=NOON) is None
        assert access.sessions.begin("ana", PASSWORD, now=NOON) is None
        with pytest.raises(NotAdmittedError, match="sayso token make"):
            access.tokens.visitor("x", now=NOON)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_for_its_owner_alone_and_no_secret(tmp_path: Path) -> None:
    with Access(str(tmp_path / "news.db")) as access:
        access.users.add("ana", PASSWORD, UserRole.EDITOR, now=NOON)
        _, secret = access.tokens.make("desk", TokenScope.READ, owner="ana", now=NOON, days=1)
        session = access.sessions.begin("ana", PASSWORD, now=NOON)
        files = list(tmp_path.iterdir())
        assert {file.name.removesuffix("-wal").removesuffix("-shm") for file in files} == {
            "news.db.access"
        }
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for proof in (PASSWORD, secret, session or ""):
        assert proof.encode() not in kept


def test_a_token_asks_in_the_name_of_its_owner(access: Access) -> None:
    token, secret = access.tokens.make("desk", TokenScope.WRITE, owner="ana", now=NOON, days=7)
    assert access.tokens.visitor(secret, now=NOON) == Visitor(name="ana", role=UserRole.EDITOR)
    _, other = access.tokens.make("look", TokenScope.READ, owner="ana", now=NOON, days=7)
    assert access.tokens.visitor(other, now=NOON).role is UserRole.READER
    assert access.tokens.all()[0] == token
    with pytest.raises(NotAdmittedError, match="ran out on 2026-11-29"):
        access.tokens.visitor(secret, now=NOON + 7 * DAY)
    access.tokens.revoke(token.number, now=NOON + DAY)
    access.tokens.revoke(token.number, now=NOON + 2 * DAY)
    with pytest.raises(NotAdmittedError, match="revoked on 2026-11-23"):
        access.tokens.visitor(secret, now=NOON + DAY)
    with pytest.raises(NotKeptError, match="token list"):
        access.tokens.revoke(99, now=NOON)


@pytest.mark.parametrize("label", ["", "x" * 101, "a\nb", "\0"])
def test_a_token_is_called_by_a_line(access: Access, label: str) -> None:
    with pytest.raises(BadRequestError, match="on one line"):
        access.tokens.make(label, TokenScope.READ, owner="ana", now=NOON, days=1)


def test_nobody_may_more_by_a_token_than_he_may(access: Access) -> None:
    _, secret = access.tokens.make("desk", TokenScope.WRITE, owner="Ben", now=NOON, days=7)
    access.users.add("ana", PASSWORD, UserRole.ADMIN, now=NOON)
    with pytest.raises(NotAdmittedError, match="no user here"):
        access.tokens.visitor(secret, now=NOON)
    access.users.add("ben", PASSWORD, UserRole.READER, now=NOON)
    assert access.tokens.visitor(secret, now=NOON).role is UserRole.READER
    access.users.set_role("ben", UserRole.ADMIN)
    assert access.tokens.visitor(secret, now=NOON).role is UserRole.EDITOR
    access.users.remove("BEN", now=NOON)
    with pytest.raises(NotAdmittedError, match="revoked"):
        access.tokens.visitor(secret, now=NOON)
    with pytest.raises(BadRequestError, match="no user zoe"):
        access.tokens.make("desk", TokenScope.READ, owner="zoe", now=NOON, days=1)


def test_a_session_ends_with_the_week_the_logout_the_password_or_the_user(access: Access) -> None:
    access.users.add("Ana", PASSWORD, UserRole.READER, now=NOON)
    assert access.sessions.begin("ana", PASSWORD + "!", now=NOON) is None
    assert access.sessions.begin("zoe", PASSWORD, now=NOON) is None

    def begun() -> str:
        secret = access.sessions.begin("ANA", PASSWORD, now=NOON)
        assert secret is not None
        assert access.sessions.visitor(secret, now=NOON) == Visitor(
            name="Ana", role=UserRole.READER
        )
        return secret

    first = begun()
    assert access.sessions.visitor(first, now=NOON + LENGTH) is None
    access.users.set_role("ana", UserRole.EDITOR)
    found = access.sessions.visitor(first, now=NOON)
    assert found is not None
    assert found.role is UserRole.EDITOR
    access.users.set_role("ana", UserRole.READER)
    access.sessions.end(first)
    assert access.sessions.visitor(first, now=NOON) is None
    second = begun()
    access.users.set_password("ana", PASSWORD)
    assert access.sessions.visitor(second, now=NOON) is None
    third = begun()
    access.users.remove("ana", now=NOON)
    assert access.sessions.visitor(third, now=NOON) is None
    assert access.users.all() == []


def test_two_of_one_name_are_none(access: Access) -> None:
    access.users.add("Ana", PASSWORD, UserRole.READER, now=NOON)
    with pytest.raises(ConflictError, match="take another name"):
        access.users.add("ana", PASSWORD, UserRole.ADMIN, now=NOON)
    assert [user.role for user in access.users.all()] == [UserRole.READER]
    with pytest.raises(NotKeptError, match="user list"):
        access.users.set_role("zoe", UserRole.ADMIN)
    with pytest.raises(NotKeptError, match="user list"):
        access.users.set_password("zoe", PASSWORD)
    with pytest.raises(NotKeptError, match="user list"):
        access.users.remove("zoe", now=NOON)


@pytest.mark.parametrize("name", ["", " ana", "<b>", "a\nb", "x" * 65, "ana\0", "_"])
def test_a_name_is_letters(access: Access, name: str) -> None:
    with pytest.raises(BadRequestError, match="is no name"):
        access.users.add(name, PASSWORD, UserRole.READER, now=NOON)


@pytest.mark.parametrize("password", ["", "123456789", "x" * 1001], ids=["none", "short", "long"])
def test_a_password_has_ten_letters_or_more(password: str) -> None:
    with pytest.raises(BadRequestError, match="10 to 1,000"):
        hashed(password)


def test_a_password_fits_itself_alone() -> None:
    kept = hashed("päss-wörd \ud800")
    assert kept.startswith("$argon2id$")
    assert fits("päss-wörd \ud800", kept)
    assert not fits("pass-word", kept)
    assert not fits("pass-word", None)


@given(st.text())
def test_any_secret_has_a_fingerprint(secret: str) -> None:
    assert len(fingerprint(secret)) == 32


def test_no_two_secrets_are_alike() -> None:
    assert len({new_secret() for _ in range(100)}) == 100
