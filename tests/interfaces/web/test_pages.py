"""Every page, in a real browser: readable for everybody, on any screen, and asking nobody else."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
WORST = {"serious", "critical"}
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


def faults(page: Page) -> list[str]:
    """What axe finds that is serious, each with the first place where it is."""
    found = page.context.new_cdp_session(page).send(
        "Runtime.evaluate",
        {
            "expression": AXE + "; axe.run({resultTypes: ['violations']})",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in found["result"]["value"]["violations"]
        if one["impact"] in WORST
    ]


def assert_fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_open_to_everybody(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    assert faults(page) == []
    assert page.locator("h1").count() == 1
    assert page.title().strip() not in {"", "sayso"}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_fits_a_phone(phone: Page, site: str, address: str) -> None:
    phone.goto(site + address)
    assert_fits(phone)


def test_a_report_and_a_statement_are_open_to_everybody(page: Page, site: str) -> None:
    for find in (report, statement):
        page.goto(site + find(page, site))
        assert faults(page) == []


def test_a_report_and_a_statement_fit_a_phone(phone: Page, site: str) -> None:
    for find in (report, statement):
        phone.goto(site + find(phone, site))
        assert_fits(phone)


@pytest.mark.parametrize("address", ["/", "/search?words=pay", "/about"])
def test_a_page_has_contrast_in_the_dark(dark: Page, site: str, address: str) -> None:
    dark.goto(site + address)
    assert faults(dark) == []


def test_a_report_has_contrast_in_the_dark(dark: Page, site: str) -> None:
    dark.goto(site + report(dark, site))
    assert faults(dark) == []


def test_findings_are_open_to_everybody(page: Page, site: str) -> None:
    page.goto(site + report(page, site))
    page.locator(".records a").first.click()
    assert page.locator("#rail .card").count() >= 1
    assert faults(page) == []


def test_nothing_needs_a_script_to_be_read(plain: Page, site: str) -> None:
    plain.goto(site)
    plain.locator("#newest + ol a", has_text="Harbour pay").click()
    plain.get_by_role("link", name="permalink").first.click()
    assert "8,000 dollars" in plain.locator("#passage").inner_text()
    plain.locator("#find").fill("dockers")
    plain.locator("#find").press("Enter")
    assert plain.locator(".said").count() >= 1


def test_a_page_prints_without_its_frame(page: Page, site: str) -> None:
    page.goto(site + report(page, site))
    page.emulate_media(media="print")
    assert page.locator(".bar").is_hidden()
    assert page.locator("#text").is_visible()
