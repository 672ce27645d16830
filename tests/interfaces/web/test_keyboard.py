"""Every page without a mouse: all is reached by Tab, in the order of the page, and is seen."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.interfaces.web.test_across import PAGES as ACROSS
from tests.interfaces.web.test_pages import PAGES, report, statement
from tests.interfaces.web.texts import PAY, RECORD

# All that can be reached, and then where the focus is among it and what is wrong with it.
REACHED = """() => {
  const fields = "input:not([type=hidden]), select, textarea, button";
  const wanted = `a[href], ${fields}, summary, [tabindex="0"]`;
  const shown = (one) => one.checkVisibility({visibilityProperty: true});
  window.reached = [...document.querySelectorAll(wanted)]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && shown(one));
  return window.reached.length;
}"""
STOP = """() => {
  const target = document.activeElement, style = getComputedStyle(target);
  const box = target.getBoundingClientRect();
  const near = target.querySelector("svg > .near"), drawn = near && getComputedStyle(near);
  const across = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
  const down = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
  const top = document.elementFromPoint(across, down);
  return {
    at: window.reached.indexOf(target), what: target.outerHTML.slice(0, 160),
    ringed: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || Boolean(drawn && drawn.stroke !== "none" && parseFloat(drawn.strokeWidth) >= 2),
    within: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
    free: !top || target.contains(top) || top.contains(target) || !top.closest(".bar, .foot"),
    named: Boolean((target.getAttribute("aria-label") ?? target.textContent.trim())
      || target.labels?.length || target.title),
  };
}"""


def walked(page: Page) -> list[dict[str, Any]]:
    """Every stop of Tab, from the top of the page to its end."""
    page.wait_for_load_state("networkidle")  # what comes later is there
    expect(page.locator(".htmx-request")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("data-ready", "yes")
    count = page.evaluate(REACHED)
    stops: list[dict[str, Any]] = []
    for _ in range(4 * count):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if not stops or stops[-1]["at"] != stop["at"]:  # a day has fields of its own
            stops.append(stop)
        if len(stops) == count:
            break
    return stops


def assert_walked(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # or a page still moves when it is looked at
    stops = walked(page)
    missed = [stop for at, stop in enumerate(stops) if stop["at"] != at]
    assert not missed, missed[0]
    for wanted in ("ringed", "within", "free", "named"):
        assert not (wrong := [stop["what"] for stop in stops if not stop[wanted]]), (wanted, wrong)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_all_of_a_page_is_reached(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    assert_walked(page)


@pytest.mark.parametrize("address", ACROSS.values(), ids=ACROSS)
def test_all_of_a_page_across_reports_is_reached(page: Page, told: str, address: str) -> None:
    page.goto(told + address)
    assert_walked(page)


@pytest.mark.parametrize("find", [report, statement])
def test_all_of_a_report_and_a_statement_is_reached(
    page: Page, site: str, find: Callable[[Page, str], str]
) -> None:
    page.goto(site + find(page, site))
    assert_walked(page)


def test_all_of_findings_is_reached(page: Page, site: str) -> None:
    page.goto(site + report(page, site))
    page.locator(".records a").first.press("Enter")
    expect(page.locator("#rail .card").first).to_be_visible()
    assert_walked(page)


def test_the_first_stop_leads_past_the_bar(page: Page, site: str) -> None:
    page.goto(f"{site}/search?words=strike")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


def test_a_list_of_keys_holds_the_focus_and_gives_it_back(page: Page, site: str) -> None:
    page.goto(site)
    help_button = page.locator(".foot #help")
    help_button.focus()
    help_button.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
        expect(page.locator("main :focus, header :focus")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    expect(help_button).to_be_focused()


def test_a_file_is_added_by_keys(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    (chosen := tmp_path / "pay.txt").write_text(PAY, "utf-8")
    # Listened for before the page opens: a browser is not yet told to hand a chooser over when a
    # key follows at once.
    page.once("filechooser", lambda chooser: chooser.set_files(chosen))
    page.goto(serve(tmp_path / "empty.db"))
    field = page.locator("input[type=file]")
    field.focus()
    field.press("Enter")
    expect(field).to_have_value(re.compile("pay.txt$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#adding")).to_contain_text("All are read")


def test_a_speaker_is_corrected_in_ten_seconds(page: Page, own: str) -> None:
    page.goto(own + report(page, own))
    began = time.monotonic()
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator(".slot input[name=speaker]")).to_be_focused()
    page.keyboard.type("Ilse Varga-Lund")  # in the place of the name that stood there
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(re.compile("^Ilse Varga-Lund"))
    assert time.monotonic() - began < 10


def test_esc_closes_a_correction_and_goes_back_to_its_statement(page: Page, own: str) -> None:
    page.goto(own + report(page, own))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("#s2 .slot input[name=speaker]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".slot input")).to_have_count(0)
    page.keyboard.press("k")
    expect(page.locator("#s1")).to_be_focused()


def test_marks_go_and_come_and_the_page_where_it_was_published_opens(page: Page, site: str) -> None:
    page.goto(site + statement(page, site))
    page.evaluate("""() => document.addEventListener("click", (event) => {
      event.preventDefault(); document.body.dataset.to = event.target.href; })""")
    page.keyboard.press("o")
    expect(page.locator("body")).to_have_attribute("data-to", re.compile("^https://example.org/"))
    page.goto(site + report(page, site))
    for checked in (False, True):
        page.keyboard.press("m")
        expect(page.locator("#show-figure")).to_be_checked(checked=checked)


def test_a_draft_is_checked_and_its_findings_read_by_keys(page: Page, site: str) -> None:
    page.goto(f"{site}/check")
    page.locator("[name=draft]").focus()
    page.keyboard.type('Mayor Tom Brandt said: "We will not pay 80,000 dollars."')
    page.locator("[name=record]").focus()
    page.keyboard.insert_text(RECORD)
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.locator("#rail .card").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#rail .card").first).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()


def test_a_chart_and_a_map_tell_what_they_show(page: Page, told: str) -> None:
    page.goto(f"{told}/series?thing=North+Korean+forces")
    drawing = page.locator(".drawing").first
    expect(drawing).to_have_attribute("aria-label", re.compile("table below"))
    for mark in drawing.locator("a").all():
        expect(mark).to_have_attribute("aria-label", re.compile(r"\d.* · "))
    page.goto(f"{told}/map?story=1")
    expect(page.locator(".map")).to_have_attribute("data-drawn", "yes")
    expect(page.get_by_role("img", name="The places of the list below")).to_be_visible()
    page.get_by_role("button", name="Closer").press("Enter")
    page.keyboard.press("j")
    expect(page.locator(".places li").first).to_be_focused()
