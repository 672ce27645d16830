"""Every page, in a real browser: readable for everybody, on any screen, and asking nobody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.interfaces.web.conftest import NARROW, WIDE
from tests.interfaces.web.everybody import assert_fits, assert_open_to_everybody

PAGES = {
    "home": "/",
    "reports": "/reports",
    "search": "/search?words=pay",
    "search with filters": "/search?mode=direct&sort=old",
    "nothing found": "/search?words=nothingofthekind",
    "people": "/people",
    "person": "/person/1",
    "check": "/check",
    "adding": "/adding",
    "corrections": "/corrections",
    "failures": "/failures",
    "about": "/about",
    "trouble": "/nowhere",
}


def statement(page: Page, site: str) -> str:
    page.goto(f"{site}/search?words=8000+OR+dollars")
    return str(page.locator(".said [data-open]").first.get_attribute("href"))


def report(page: Page, site: str) -> str:
    page.goto(f"{site}/search?words=strike")
    return str(page.locator(".said a.quiet").first.get_attribute("href"))


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_open_to_everybody(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    assert_open_to_everybody(page)


@pytest.mark.parametrize("find", [report, statement])
def test_a_report_and_a_statement_are_open_to_everybody(
    page: Page, site: str, find: Callable[[Page, str], str]
) -> None:
    page.goto(site + find(page, site))
    assert_open_to_everybody(page)


@pytest.mark.parametrize("address", ["/search?words=pay", "/check"])
def test_a_page_fits_a_phone_that_is_touched(phone: Page, site: str, address: str) -> None:
    phone.goto(site + address)
    assert_fits(phone)


def test_findings_are_open_to_everybody(page: Page, site: str) -> None:
    page.goto(site + report(page, site))
    page.locator(".records a").first.click()
    expect(page.locator("#rail .card").first).to_be_visible()
    assert_open_to_everybody(page, titles=2)  # a report, and the record beside it


@pytest.mark.parametrize("kind", ["phone", "plain"])
def test_a_long_record_is_folded_on_a_phone(
    kind: str, request: pytest.FixtureRequest, site: str
) -> None:
    opened: Page = request.getfixturevalue(kind)
    opened.set_viewport_size(NARROW)  # type: ignore[arg-type]
    opened.goto(f"{site}/check")
    opened.locator("[name=draft]").fill("Tom Brandt said that the harbour is safe.")
    told = [f"SPEAKER {number}: This is another matter." for number in range(40)]
    told.insert(20, "TOM BRANDT: The harbour is safe.")
    opened.locator("[name=record]").fill("\n\n".join(told))
    opened.get_by_role("button", name="Check").click()
    record = opened.locator("#record")
    expect(record.get_by_text("The harbour is safe")).to_be_visible()
    expect(record.get_by_text("SPEAKER 7:")).to_be_hidden()
    record.get_by_role("checkbox", name="paragraphs that no finding points at").first.check()
    expect(record.get_by_text("SPEAKER 7:")).to_be_visible()
    expect(record.get_by_text("SPEAKER 33:")).to_be_hidden()
    opened.set_viewport_size(WIDE)  # type: ignore[arg-type]
    expect(record.get_by_text("SPEAKER 33:")).to_be_visible()
    expect(record.locator(".gap").last).to_be_hidden()


def test_nothing_needs_a_script_to_be_read(plain: Page, site: str) -> None:
    plain.goto(site)
    plain.locator("#newest + ol a", has_text="Harbour pay").click()
    plain.get_by_role("link", name="permalink").first.click()
    expect(plain.locator("#passage")).to_contain_text("8,000 dollars")
    plain.locator("#find").fill("dockers")
    plain.locator("#find").press("Enter")
    expect(plain.locator(".said").first).to_be_visible()


def test_a_page_prints_without_its_frame(page: Page, site: str) -> None:
    page.goto(site + report(page, site))
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator("#text")).to_be_visible()
