"""Reports with odd heads: names without end, none at all, or written from the right."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Page, expect

import sayso
from tests.interfaces.conftest import running
from tests.interfaces.web.conftest import NARROW, WIDE
from tests.interfaces.web.everybody import assert_fits, faults

SAID = 'Mayor Tom Brandt said on Sunday: "We saw about 12 ships in Rotterdam, and no cranes."\n'
HEADS = {
    "long.txt": "Title: {title}\nOutlet: {outlet}\nPublished: 2024-11-03\nURL: {url}\n\n".format(
        title="The winding title of a report that nobody would print " * 3,
        outlet="The Gazette of Upper and Lower Ruritania " * 5,
        url=f"https://example.org/{'a' * 400}",
    ),
    "bare.txt": "",
    "right.txt": "Title: رئيس البلدية\nOutlet: جريدة الميناء\nPublished: 2024-11-04\n\n",
    "endless.txt": f"Title: {'W' * 250}\nOutlet: {'M' * 120}\nPublished: 2024-11-05\n\n",
}
PAGES = ("/", "/reports", "/stories", "/story/1", "/search", "/series", "/timeline", "/map")


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("odd")
    for name, head in HEADS.items():
        (folder / name).write_text(head + f"{SAID}This is {name}. " + "W" * 300, "utf-8")
    with sayso.Ledger(folder / "kept.db") as ledger:
        ledger.add(folder)
    with running(folder / "kept.db") as site:
        yield site


def reports(site: str) -> list[str]:
    found = httpx.get(f"{site}/api/v1/reports").json()["items"]
    return [f"/report/{one['report']}" for one in found]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_name_is_too_long_for_a_page(page: Page, odd: str, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    for address in (*PAGES, *reports(odd)):
        page.goto(odd + address)
        expect(page.locator("h1")).to_have_count(1)
        assert_fits(page)
        assert not address.startswith("/report/") or not faults(page)


def test_a_name_from_the_right_moves_nothing_beside_it(page: Page, odd: str) -> None:
    page.goto(f"{odd}/reports")
    page.locator("main .headline", has_text="البلدية").click()
    facts = page.locator("article .facts bdi")
    expect(facts.nth(1)).to_have_text("4 Nov 2024")
    boxes = [facts.nth(at).bounding_box() for at in range(3)]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts)


def test_a_file_without_a_title_is_called_by_its_name(page: Page, odd: str) -> None:
    page.goto(f"{odd}/reports")
    page.get_by_role("link", name="bare.txt", exact=True).click()
    expect(page.locator("h1")).to_have_text("bare.txt")
    expect(page.locator(".origin")).to_contain_text("/bare.txt")


def test_paraphrase_is_never_set_in_quotation_marks(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    put = page.locator(".matrix .put").all_inner_texts()
    quoted = page.locator(".matrix q").all_inner_texts()
    assert put
    assert quoted
    page.goto(f"{told}/search?mode=indirect")
    words = {it.strip("… ") for it in page.locator("blockquote").all_inner_texts()}
    assert not words & {*quoted}
