"""The pages that lay reports beside one another, over the examples."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.interfaces.web.test_pages import assert_fits, faults

PAGES = {
    "stories": "/stories",
    "story": "/story/1",
    "series": "/series?thing=North+Korean+forces",
    "series of nothing": "/series",
    "series of a story": "/series?story=1",
    "forecasts": "/forecasts",
    "no forecast": "/forecasts?words=nothingofthekind",
    "contradictions": "/contradictions",
    "no contradiction": "/contradictions?words=nothingofthekind",
    "timeline": "/timeline?story=1",
    "no moment": "/timeline?words=nothingofthekind",
    "home": "/",
    "search": "/search?story=1",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_open_to_everybody_on_any_screen(page: Page, told: str, address: str) -> None:
    page.goto(told + address)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page) == []
    page.set_viewport_size({"width": 400, "height": 800})
    assert_fits(page)


def test_home_shows_stories_by_size_and_what_is_due(page: Page, told: str) -> None:
    page.goto(told)
    expect(page.locator("#stories + div li").first).to_contain_text("origin")
    expect(page.locator("#due + div li").first).to_contain_text("Powell")
    page.locator("#stories + div [data-open]").last.click()
    expect(page.locator(".matrix").first).to_be_visible()


def test_a_cell_tells_its_drift_and_leads_to_the_statement(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    cell = page.locator(".cell", has=page.locator(".drift")).first
    expect(cell.locator(".tip")).to_be_hidden()
    cell.hover()
    expect(cell.locator(".tip")).to_be_visible()
    page.mouse.move(0, 0)
    cell.focus()
    expect(cell.locator(".tip")).to_contain_text("→")
    cell.press("Enter")
    expect(page).to_have_url(re.compile("/statement/"))


def test_every_cell_stands_under_its_report(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    columns = [
        str(one.get_attribute("href")).removeprefix("/report/")
        for one in page.locator(".matrix").first.locator("thead a").all()
    ]
    cells = page.locator(".matrix").first.locator("tbody tr td")
    count = cells.count()
    assert count
    assert count % len(columns) == 0
    for at in range(count):
        link = cells.nth(at).locator(".cell")
        if link.count():
            assert f"/{columns[at % len(columns)]}." in str(link.get_attribute("href"))


def test_a_story_is_read_by_keys_alone(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    page.keyboard.press("j")
    row = page.locator(".matrix tr.at")
    expect(row).to_have_count(1)
    page.keyboard.press("Enter")
    expect(row.locator("details")).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(row).to_have_count(0)


def test_a_story_needs_no_script(plain: Page, told: str) -> None:
    plain.goto(told)
    plain.get_by_role("link", name="all stories").click()
    plain.locator(".shelf a").last.click()
    plain.locator(".matrix summary").first.click()
    expect(plain.locator(".matrix details[open] li").first).to_be_visible()


def test_an_echo_stands_behind_its_origin_with_the_reason(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    expect(page.locator(".ways .reason").first).to_contain_text("Corvane")
    expect(page.locator(".ways ul .node").first).to_contain_text("Quillmere Post")


def test_a_story_that_is_none_says_so(page: Page, told: str) -> None:
    answer = page.goto(f"{told}/story/99")
    assert answer
    assert answer.status == 400
    expect(page.locator("main")).to_contain_text("no story 99")
