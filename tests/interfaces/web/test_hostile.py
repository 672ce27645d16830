"""Reports that were made to harm whoever looks at them: nothing in them is ever markup."""

import io
import re
import time
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Page, expect

import sayso
from tests.interfaces.conftest import running

# Each ends a context in which a page could have put it: text, attribute, comment, script, address.
CORPUS = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "--><script>alert(1)</script><!--",
    "<a href=javascript:alert(1)>click</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example><button>log in</button></form>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ 7 * 7 }}{% raw %}${7*7}#{7*7}",
    "<details open ontoggle=alert(1)>",
    "<div hx-get=//evil.example hx-trigger=load>",
    "\u202e<script>alert(1)</script>\u2066",
)
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'https://example.org/"onclick=alert(1)',
    "//evil.example/%0ajavascript:alert(1)",
)
PAGES = (
    *("/", "/reports", "/stories", "/story/1", "/search", "/search/facets", "/people"),
    *("/person/1", "/series?thing=ships", "/forecasts", "/contradictions", "/timeline", "/map"),
    *("/corrections", "/failures", "/about", "/check", "/adding"),
)
ASKED = ("/search?words={}", "/search?speaker={}", "/people?name={}", "/series?thing={}", "/{}")
TAGS = {"iframe", "object", "embed", "base", "math", "img", "style"}
REPORT = """Title: {x}
Outlet: {x}
Published: 2024-11-03
URL: {address}

Mayor Tom Brandt said: "{x} We saw 12 ships in Rotterdam." By December there will be {x}, he said.
"""


class Reader(HTMLParser):
    """What of a page would run, load or lead elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        at = " ".join(str(told.get(name) or "") for name in ("src", "action", "formaction"))
        wrong = (
            tag in TAGS
            or (tag == "script" and not str(told.get("src")).startswith("/static/"))
            or any(name.startswith("on") or name in {"style", "srcdoc"} for name in told)
            or told.get("http-equiv") == "refresh"
            and not str(told.get("content")).isdigit()
            or "//" in at
            or any(str(told.get(it) or "/")[0] not in "/?#" for it in ("hx-get", "hx-post"))
            or re.match(r"\s*(javascript|vbscript|data:text)", str(told.get("href")), re.IGNORECASE)
        )
        if wrong:
            self.faults.append(self.get_starttag_text() or tag)


def faults(text: str) -> list[str]:
    reader = Reader()
    reader.feed(text)
    return reader.faults


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over a ledger of such reports, under names of files that are such, too."""
    folder = tmp_path_factory.mktemp("harm")
    for number, harm in enumerate(CORPUS):
        address = ADDRESSES[number % len(ADDRESSES)]
        text = REPORT.format(x=harm, address=address)
        (folder / f"{number} {harm.replace('/', '⁄')}.txt").write_text(text, "utf-8")
    (folder / "<img src=x onerror=alert(1)>.txt").write_bytes(b"\0\1" * 100)  # it cannot be read
    with sayso.Ledger(folder / "kept.db") as ledger:
        kept = ledger.add(folder)
    assert sum(one.statements for one in kept) >= len(CORPUS)
    with running(folder / "kept.db") as site:
        yield site


@pytest.mark.parametrize("harm", ["<img src=x>", "<b onclick=x>", "<a href=' javascript:x'>"])
def test_what_would_run_is_seen(harm: str) -> None:
    assert faults(f"<p>{harm}</p>")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_runs_what_is_in_a_report(harmed: str, address: str) -> None:
    answer = httpx.get(harmed + address, timeout=60)
    assert answer.status_code == 200
    assert faults(answer.text) == []


def test_no_report_and_no_statement_runs_what_is_in_it(harmed: str) -> None:
    found = httpx.get(f"{harmed}/api/v1/search?limit=1000", timeout=60).json()["items"]
    pages = {f"/statement/{one['id']}" for one in found} | {
        f"/report/{it['report']}" for it in found
    }
    assert len(pages) >= 2 * len(CORPUS)
    for address in sorted(pages):
        assert faults(httpx.get(harmed + address, timeout=60).text) == [], address


@pytest.mark.parametrize("harm", CORPUS)
def test_nothing_that_is_asked_for_runs(harmed: str, harm: str) -> None:
    for address in ASKED:
        answer = httpx.get(harmed + address.format(quote(harm, safe="")), timeout=60)
        assert answer.status_code < 500
        assert faults(answer.text) == []
    drafted = httpx.post(f"{harmed}/check", data={"draft": REPORT.format(x=harm, address="x")})
    assert drafted.status_code == 200
    assert faults(drafted.text) == []


@pytest.mark.parametrize("address", ["/", "/reports", "/search", "/timeline", "/failures"])
def test_a_browser_runs_nothing_either(page: Page, harmed: str, address: str) -> None:
    page.goto(harmed + address)  # a dialog, a fault or a request elsewhere fails the test
    expect(page.locator("h1")).to_have_count(1)
    page.wait_for_load_state("networkidle")
    assert page.url == harmed + address


NUMBERED = (
    *("/reports?before={}", "/stories?before={}", "/people?after={}", "/person/{}", "/story/{}"),
    *("/person/{}/across", "/story/{}/beside", "/search?page={}", "/search?person={}"),
    *("/series?story={}", "/forecasts?made={}", "/statement/x?made={}"),
)


@pytest.mark.parametrize("address", NUMBERED)
@pytest.mark.parametrize("number", ["9" * 18, "9" * 30, "9" * 5000, "-1", "1e9", "\u0663", ""])
def test_no_number_is_a_fault(site: str, address: str, number: str) -> None:
    answer = httpx.get(site + address.format(quote(number)), timeout=60)
    assert answer.status_code in {200, 202, 400, 404}
    assert "<h1" in answer.text or answer.status_code == 200


def dropped(site: str, name: str, members: dict[str, bytes]) -> str:
    """The page about an archive of these members, once all that is in it is read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    files = [("files", (name, packed.getvalue()))]
    with httpx.Client(base_url=site, timeout=120, follow_redirects=True) as client:
        assert client.post("/add", data={"kind": "report"}, files=files).status_code == 200
        for _ in range(600):
            time.sleep(0.05)
            shown = client.get("/adding").text
            if "All are read" in shown:
                break
        assert client.get("/").status_code == 200
    return shown


def test_an_archive_without_end_that_is_dropped_is_refused(own: str) -> None:
    shown = dropped(own, "bomb.zip", {f"{number}.txt": bytes(11_000_000) for number in range(12)})
    assert "bomb.zip" in shown
    assert "unpacks to more than" in shown


def test_a_text_that_would_keep_others_waiting_is_refused_and_its_neighbours_read(own: str) -> None:
    members = {
        "1.txt": b"Mayor Tom Brandt said on Friday that the ferry is late.",
        "2.txt": b"The mayor said that the ferry is early. " * 280_000,
        "3.txt": b"Minister Ilse Varga said on Friday that the bridge is open.",
    }
    shown = re.sub(r"<[^>]+>|\s+", " ", dropped(own, "long.zip", members))
    assert "long.zip!2.txt holds 11.2 million letters" in shown
    found = httpx.get(f"{own}/search?words=ferry+OR+bridge").text
    assert "ferry is late" in re.sub(r"<[^>]+>", "", found)
    assert "bridge is open" in re.sub(r"<[^>]+>", "", found)
    assert "ferry is early" not in re.sub(r"<[^>]+>", "", found)


def test_names_of_files_end_no_header(harmed: str) -> None:
    found = httpx.get(f"{harmed}/api/v1/reports?limit=100").json()["items"]
    for one in found:
        text = httpx.get(f"{harmed}/report/{one['report']}").text
        address = text.partition('href="/original/')[2][:64]
        sent = httpx.get(f"{harmed}/original/{Path(address).name}").headers
        assert sent["content-type"] == "application/octet-stream"
        assert sent["content-disposition"].startswith("attachment")
