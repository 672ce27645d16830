"""Logging in to the pages: who is let in, as whom, and what the role lets him do."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page, expect

import sayso
from sayso.errors import BadRequestError
from sayso.interfaces.web import gate_of
from sayso.pipeline import Access
from sayso.records import TokenScope, UserRole
from tests.interfaces.conftest import client_of, now, running, token
from tests.interfaces.web.everybody import assert_open_to_everybody
from tests.interfaces.web.texts import HOSTILE, PAY

PASSWORD = "a heron at low tide"
TEAM = {"ana": UserRole.ADMIN, "ben": UserRole.EDITOR, "zoe": UserRole.READER}


@dataclass(frozen=True)
class Team:
    """A server that lets only users in, and where its ledger is."""

    site: str
    file: Path | str


@pytest.fixture(scope="module")
def team(kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    file = Path(shutil.copy(kept, tmp_path_factory.mktemp("team") / "news.db"))
    with Access(str(file)) as access:
        for name, role in TEAM.items():
            access.users.add(name, PASSWORD, role, now=now())
    with running(file, guarded=True) as site:
        yield Team(site, file)


@pytest.fixture(scope="module")
def known(team: Team) -> Iterator[dict[str, httpx.Client]]:
    """A browser of each user, who has logged in."""
    with ExitStack() as stack:
        found = {name: stack.enter_context(browser(team)) for name in TEAM}
        for name, client in found.items():
            assert log_in(client, name).headers["location"] == "/"
        yield found


def browser(team: Team) -> httpx.Client:
    return httpx.Client(base_url=team.site, headers={"origin": team.site}, timeout=60)


def log_in(
    client: httpx.Client, name: str, password: str = PASSWORD, **form: str
) -> httpx.Response:
    return client.post("/login", data={"name": name, "password": password, **form})


def statement(client: httpx.Client) -> str:
    shown = client.get("/search?words=strike").text
    found = re.search(r"/statement/([0-9a-f]{16}\.s[-+\d]+)", shown)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "path", ["/", "/search?words=a&sort=old", "/report/0", "/team", "/nowhere"]
)
def test_who_is_unknown_is_led_to_the_login_and_back(team: Team, path: str) -> None:
    with browser(team) as client:
        led = client.get(path)
        assert (led.status_code, led.headers["location"]) == (303, f"/login?next={quote(path)}")
        page = client.get(led.headers["location"])
        assert page.status_code == 200
        assert "news.db" not in page.text
        assert client.get("/static/pages.css").status_code == 200
        entered = log_in(client, "zoe", next=path)
        assert entered.headers["location"] == path
        cookie = entered.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie


@pytest.mark.parametrize(
    "following", ["//evil.example", "https://evil.example", "/\\evil.example", "x", "/a\r\nb: c"]
)
def test_the_login_leads_nowhere_else(team: Team, following: str) -> None:
    with browser(team) as client:
        assert log_in(client, "zoe", next=following).headers["location"] == "/"


def test_a_wrong_password_is_told_and_too_many_have_to_wait(team: Team) -> None:
    own = running(team.file, guarded=True)
    with own as site, browser(Team(site, team.file)) as client:
        refused = [log_in(client, name, "another heron") for name in ("ana", "nobody")]
        assert refused[0].text == refused[1].text
        assert "do not fit together" in refused[0].text
        answers = [log_in(client, "ana", "short") for _ in range(100)]
        assert {answer.status_code for answer in answers} == {401, 429}
        assert int(answers[-1].headers["retry-after"]) > 0
        assert not client.cookies


@pytest.mark.parametrize("name", ["zoe", "ben", "ana"])
def test_each_role_may_what_those_before_it_may(known: dict[str, httpx.Client], name: str) -> None:
    client, role = known[name], TEAM[name]
    assert client.get("/search?words=strike").status_code == 200
    checked = client.post("/check", data={"draft": "Tom Brandt said that it rained."})
    assert checked.status_code == 200
    form = {"mention": statement(client), "speaker": f"Nora {name.title()}"}
    judged = client.post(f"/statement/{statement(client)}/judge", data=form)
    assert judged.status_code == (303 if role.covers(UserRole.EDITOR) else 403)
    assert client.get("/team").status_code == (200 if role is UserRole.ADMIN else 403)
    added = client.post("/team/role", data={"name": "zoe", "role": "reader"})
    assert added.status_code == (303 if role is UserRole.ADMIN else 403)


def test_a_correction_carries_the_name_of_who_made_it(known: dict[str, httpx.Client]) -> None:
    ben = known["ben"]
    form = {"mention": statement(ben), "speaker": "Nora Lind", "reason": "so she said"}
    assert ben.post(f"/statement/{statement(ben)}/judge", data=form).status_code == 303
    shown = known["ana"].get("/corrections").text
    assert re.search(r'<p class="by">ben · .*so she said', shown)


def test_the_second_of_two_users_is_shown_the_first(known: dict[str, httpx.Client]) -> None:
    mention = statement(known["ben"])
    form = {"mention": mention, "speaker": "Ilse Varga", "seen": "0"}
    answers = [
        known[name].post(f"/statement/{mention}/judge", data=form) for name in ("ben", "ana")
    ]
    assert answers[1].status_code == 409
    assert "corrected this before you did" in answers[1].text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"sec-fetch-site": "same-site", "origin": "null"},
        {"origin": ""},
    ],
)
def test_what_another_site_forges_is_refused(
    team: Team, known: dict[str, httpx.Client], headers: dict[str, str]
) -> None:
    cookies = dict(known["ana"].cookies)
    for path, form in (("/team/role", {"name": "zoe", "role": "admin"}), ("/logout", {})):
        answer = httpx.post(team.site + path, data=form, headers=headers, cookies=cookies)
        assert answer.status_code == 403
    plain = httpx.post(f"{team.site}/logout", cookies=cookies)
    assert plain.status_code == 403
    assert "did not come from a page of this server" in plain.text


def test_nobody_unknown_writes_or_sends_much(team: Team) -> None:
    with browser(team) as client:
        assert client.post("/add", data={"text": "x"}).status_code == 401
        assert client.post("/corrections/1/undo").status_code == 401
        assert client.post("/login", content=b"name=" + b"x" * 20_000).status_code == 403
        client.cookies.set("sayso_session", "sayso_forged")
        assert client.get("/people").status_code == 303


def test_programs_need_a_token_there(team: Team, known: dict[str, httpx.Client]) -> None:
    assert httpx.get(f"{team.site}/api/v1/people").status_code == 401
    assert known["ana"].get("/api/v1/people").status_code == 401
    assert httpx.get(f"{team.site}/api/v1/openapi.json").status_code == 200
    with client_of(team.site, token(team.file, scope=TokenScope.READ)) as reader:
        assert reader.get("/people").status_code == 200
        assert reader.post("/people/1/rename", json={"name": "A"}).status_code == 403
    with client_of(team.site, token(team.file, owner="zoe")) as held:
        assert held.post("/people/1/rename", json={"name": "A"}).status_code == 403


def test_an_admin_looks_after_the_team(team: Team, known: dict[str, httpx.Client]) -> None:
    ana = known["ana"]
    added = {"name": "Li Wei", "password": PASSWORD, "role": "reader"}
    assert ana.post("/team/add", data=added).status_code == 303
    assert ana.post("/team/add", data=added).status_code == 409
    assert ana.post("/team/add", data={**added, "name": HOSTILE}).status_code == 400
    with browser(team) as client:
        log_in(client, "li wei")
        assert client.get("/people").status_code == 200
        assert ana.post("/team/role", data={"name": "Li Wei", "role": "editor"}).status_code == 303
        assert "Li Wei</a>, editor" in client.get("/people").text
        assert ana.post("/team/remove", data={"name": "Li Wei"}).status_code == 303
        assert client.get("/people").status_code == 303
    for path, form in (
        ("/team/remove", {"name": "ANA"}),
        ("/team/role", {"name": "ana", "role": "reader"}),
    ):
        assert ana.post(path, data=form).status_code == 400
    with Access(str(team.file)) as access:
        access.tokens.make(HOSTILE, TokenScope.READ, owner="ben", now=now(), days=1)
        number = access.tokens.all()[-1].number
    assert "<script>alert" not in ana.get("/team").text
    assert ana.post("/team/revoke", data={"number": number}).status_code == 303
    assert f"Revoke token {number}" not in ana.get("/team").text


def test_a_password_is_changed_and_every_session_ends(team: Team) -> None:
    with Access(str(team.file)) as access:
        access.users.add("ida", PASSWORD, UserRole.READER, now=now())
    with browser(team) as client, browser(team) as other:
        log_in(client, "ida")
        log_in(other, "ida")
        form = {"password": PASSWORD, "wanted": "short"}
        assert client.post("/account", data=form).status_code == 400
        form = {"password": "wrong wrong wrong", "wanted": "another heron at sea"}
        assert client.post("/account", data=form).status_code == 401
        form["password"] = PASSWORD
        assert "log in with it" in client.post("/account", data=form).text
        assert [one.get("/").status_code for one in (client, other)] == [303, 303]
        assert log_in(client, "ida").status_code == 401
        assert log_in(client, "ida", "another heron at sea").status_code == 303
        assert client.post("/logout").headers["location"] == "/login"
        assert client.get("/").status_code == 303


def test_without_users_or_at_this_machine_nobody_logs_in(own_file: Path) -> None:
    with running(own_file, guarded=True) as site:
        assert httpx.get(site).status_code == 200
        assert httpx.get(f"{site}/login").headers["location"] == "/"
        assert httpx.get(f"{site}/team").status_code == 400
        with Access(str(own_file)) as access:
            access.users.add("ana", PASSWORD, UserRole.ADMIN, now=now())
        assert httpx.get(site).status_code == 303
        with Access(str(own_file)) as access:
            access.users.remove("ana", now=now())
        assert httpx.get(site).status_code == 303  # it does not open again by itself
    with running(own_file) as site:
        assert httpx.get(site).status_code == 200


@pytest.mark.parametrize(
    ("host", "guarded"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("desk", True)],
)
def test_others_than_this_machine_are_guarded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], host: str, guarded: bool
) -> None:
    with Access(str(tmp_path / "news.db")) as access:
        assert gate_of(access, host=host, login=False).guarded is guarded
        assert ("may read and write" in capsys.readouterr().err) is guarded
        with pytest.raises(BadRequestError, match="sayso user add"):
            gate_of(access, host=host, login=True)


def test_a_team_shares_a_ledger_on_postgresql(database: Callable[[], str], tmp_path: Path) -> None:
    address = database()
    (tmp_path / "pay.txt").write_text(PAY, "utf-8")
    with sayso.Ledger(address) as ledger, Access(address) as access:
        ledger.add(tmp_path / "pay.txt")
        for name, role in TEAM.items():
            access.users.add(name, PASSWORD, role, now=now())
    with running(address, guarded=True) as site, browser(Team(site, address)) as ben:
        assert ben.get("/people").headers["location"] == "/login?next=/people"
        assert "do not fit together" in log_in(ben, "ben", "another heron").text
        assert log_in(ben, "ben", next="/people").headers["location"] == "/people"
        judged = {"mention": statement(ben), "speaker": "Nora Lind", "reason": "so she said"}
        assert ben.post(f"/statement/{statement(ben)}/judge", data=judged).status_code == 303
        with browser(Team(site, address)) as zoe:
            log_in(zoe, "zoe")
            assert zoe.post(f"/statement/{statement(zoe)}/judge", data=judged).status_code == 403
            assert re.search(r'<p class="by">ben · .*so she said', zoe.get("/corrections").text)
        with client_of(site, token(address)) as program:
            assert program.post("/people/1/rename", json={"name": "A"}).status_code == 200
        kept = dict(ben.cookies)
    with running(address, guarded=True) as site, browser(Team(site, address)) as ben:
        ben.cookies.update(kept)
        assert ben.get("/people").status_code == 200
        assert ben.post("/logout").headers["location"] == "/login"
        assert ben.get("/people").status_code == 303


def test_login_account_and_team_are_open_to_everybody(page: Page, team: Team) -> None:
    page.goto(f"{team.site}/team")
    assert_open_to_everybody(page)
    page.get_by_label("Name").fill("ana")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    for path in ("/team", "/account"):
        page.wait_for_url(f"{team.site}{path}")
        page.emulate_media(color_scheme="light")
        assert_open_to_everybody(page)
        page.goto(f"{team.site}/account")


def test_somebody_logs_in_corrects_and_logs_out(page: Page, team: Team) -> None:
    page.goto(f"{team.site}/people")
    page.get_by_label("Name").fill("ben")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{team.site}/people")
    page.get_by_role("link", name="ben", exact=True).click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(f"{team.site}/login")


def test_a_reader_is_shown_no_form_that_is_refused(page: Page, team: Team) -> None:
    page.goto(team.site)
    page.get_by_label("Name").fill("zoe")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{team.site}/")
    page.goto(f"{team.site}/corrections")
    expect(page.locator('form[method="post"]:visible')).to_have_count(0)
    page.goto(f"{team.site}/check")
    expect(page.locator('form[method="post"]:visible')).to_have_count(1)
