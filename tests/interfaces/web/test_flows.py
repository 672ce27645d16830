"""What people come to do, from the first key to the last."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.interfaces.web.texts import ODD, PAY, RECORD

Serve = Callable[[Path], str]


@pytest.fixture
def empty(serve: Serve, tmp_path: Path) -> str:
    return serve(tmp_path / "empty.db")


def open_report(page: Page, site: str) -> None:
    page.goto(site)
    page.locator("#newest + ol a", has_text="Harbour pay").click()


def test_an_empty_ledger_takes_a_dropped_file(page: Page, empty: str) -> None:
    page.goto(empty)
    expect(page.locator("h1")).to_contain_text("Who said what")
    transfer = page.evaluate_handle(
        """text => { const data = new DataTransfer();
        data.items.add(new File([text], "pay.txt", {type: "text/plain"})); return data; }""",
        PAY,
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": transfer})
    expect(page.locator("#adding")).to_contain_text("All are read")
    expect(page.locator("#adding")).to_contain_text("pay.txt")
    page.goto(empty)
    expect(page.locator("#newest + ol a", has_text="Harbour pay")).to_be_visible()


def test_what_cannot_be_read_says_why(page: Page, empty: str) -> None:
    page.goto(empty)
    files = [{"name": "bad.txt", "mimeType": "text/plain", "buffer": b"\0\1\2\3" * 100}]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Add to the ledger").click()
    expect(page.locator("#adding tr.failed")).to_contain_text("bad.txt")
    page.goto(f"{empty}/failures")
    expect(page.locator("main")).to_contain_text("bad.txt")


def test_text_and_statements_light_each_other(page: Page, site: str) -> None:
    open_report(page, site)
    page.locator("#s2").hover()
    expect(page.locator(".text .lit", has_text="close the harbour").first).to_be_visible()
    page.locator(".text .content[data-s~='1']").first.hover()
    expect(page.locator("#s1")).to_have_class(re.compile("lit"))


def test_every_kind_of_mark_is_there_and_can_be_shown_alone(page: Page, site: str) -> None:
    open_report(page, site)
    for kind in ("content", "source", "cue", "figure", "time", "place"):
        expect(page.locator(f".text .m.{kind}").first).to_be_visible()
    page.locator(".solo[value=figure]").click()
    expect(page.locator("#show-figure")).to_be_checked()
    expect(page.locator("#show-content")).not_to_be_checked()
    content = page.locator(".text .content").first
    expect(content).to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_a_figure_shows_its_relation(page: Page, site: str) -> None:
    open_report(page, site)
    expect(page.locator(".text [data-sign='≈']").first).to_be_visible()


def test_search_goes_by_facets_and_keeps_its_filters_in_the_address(page: Page, site: str) -> None:
    page.goto(f"{site}/search")
    facet = page.locator(".facet a", has_text="Harbour Ledger")
    count = int(facet.locator(".number").inner_text())
    facet.click()
    expect(page).to_have_url(re.compile(r"outlet=The\+Harbour\+Ledger"))
    expect(page.locator(".said")).to_have_count(count)
    expect(page.locator("h1")).to_contain_text(f"{count} statements")
    page.locator(".chosen a").click()
    expect(page).not_to_have_url(re.compile("outlet"))


def test_all_by_keys(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("strike")
    page.keyboard.press("Enter")
    expect(page.locator(".said").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".said.at")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#passage")).to_be_visible()
    page.keyboard.press("e")
    expect(page.locator("#correct input[name=speaker]")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_single_keys_can_be_switched_off_for_good(page: Page, site: str) -> None:
    page.goto(site)
    page.locator(".foot #help").click()
    page.locator("#keys-on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_count(1)
    expect(page.locator(".at")).to_have_count(0)


def test_a_speaker_is_corrected_in_place_and_that_is_undone(page: Page, own: str) -> None:
    open_report(page, own)
    page.locator("#s2 [data-correct]").click()
    page.locator("#s2 .slot input[name=speaker]").fill("Ilse Varga")
    page.locator("#s2 .slot input[name=reason]").fill("see the record")
    page.locator("#s2 .slot").get_by_role("button", name="Correct the speaker").click()
    expect(page.locator("h1")).to_contain_text("Ilse Varga")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#j1")).to_contain_text("taken back")
    expect(page.locator("#j1")).to_contain_text("see the record")
    page.locator("#j1 blockquote a").click()
    expect(page.locator("h1")).to_contain_text("Tom Brandt")


def test_a_figure_is_corrected(page: Page, own: str) -> None:
    page.goto(f"{own}/search?words=dockers+strike")
    page.locator(".said [data-open]").first.click()
    form = page.locator("#correct form", has=page.locator("[name=value]")).first
    form.locator("[name=value]").fill("4,300")
    form.locator("[name=relation]").select_option("at_most")
    form.get_by_role("button").click()
    expect(page.locator(".chips")).to_contain_text("≤ 4,300")


def test_the_second_of_two_writers_is_shown_the_first(page: Page, own: str) -> None:
    open_report(page, own)
    address = page.locator("#s1 [data-open]").get_attribute("href")
    page.goto(f"{own}{address}")
    other = page.context.new_page()
    other.goto(f"{own}{address}")
    other.locator("[name=speaker]").fill("Ilse Varga")
    other.get_by_role("button", name="Correct the speaker").click()
    expect(other.locator("h1")).to_contain_text("Ilse Varga")
    page.locator("[name=speaker]").fill("Nils Okafor")
    page.get_by_role("button", name="Correct the speaker").click()
    expect(page.locator("h1")).to_have_text("Somebody was quicker")
    expect(page.locator(".lead")).to_contain_text("Ilse Varga")
    page.go_back()
    page.reload()
    expect(page.locator("h1")).to_contain_text("Ilse Varga")


def test_two_people_become_one_and_two_again(page: Page, own: str) -> None:
    page.goto(f"{own}/corrections")
    page.locator(".pairs button").first.click()
    expect(page.locator("h1")).to_contain_text("Brandt")
    page.goto(f"{own}/corrections")
    expect(page.locator(".pairs li")).to_have_count(0)
    page.get_by_role("button", name="Undo judgement 1").click()
    expect(page.locator(".pairs li")).to_have_count(1)


def test_somebody_is_called_by_another_name(page: Page, own: str) -> None:
    page.goto(f"{own}/people?name=Varga")
    page.locator(".shelf [data-open]").first.click()
    page.locator("summary").click()
    page.locator("input[name=name]").fill("Ilse Varga-Lund")
    page.get_by_role("button", name="Rename").click()
    expect(page.locator("h1")).to_have_text("Ilse Varga-Lund")


def test_a_draft_is_checked_and_nothing_of_it_is_kept(page: Page, own: str) -> None:
    page.goto(f"{own}/check")
    page.locator("[name=draft]").fill('Mayor Tom Brandt said: "We will not pay 80,000 dollars."')
    page.locator("[name=record]").fill(RECORD)
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".summary")).to_contain_text("other meaning")
    expect(page.locator("#rail del")).to_contain_text(["8,000"])
    page.keyboard.press("j")
    expect(page.locator("#rail .card").first).to_be_focused()
    page.goto(f"{own}/search?words=80000")
    expect(page.locator(".said")).to_have_count(0)


def test_a_draft_is_kept_where_that_is_asked(page: Page, own: str) -> None:
    page.goto(f"{own}/check")
    page.locator("[name=draft]").fill('Mayor Tom Brandt said: "We will not pay the pipers."')
    page.get_by_role("button", name="Check").click()
    page.get_by_role("button", name="Keep the report").click()
    expect(page.locator("#adding")).to_contain_text("All are read")
    page.goto(f"{own}/search?words=pipers")
    expect(page.locator(".said")).to_have_count(1)


def test_a_selector_leads_to_its_words(page: Page, site: str) -> None:
    open_report(page, site)
    page.locator("#s2 [data-open]").click()
    page.goto(str(page.locator("#selector").get_attribute("href")))
    expect(page.locator("#s2")).to_have_class(re.compile("lit"))
    chosen = page.evaluate("getSelection().toString()")
    assert chosen.startswith(("“If they strike", '"If they strike'))


def test_a_selector_leads_from_the_headline_on(page: Page, empty: str) -> None:
    """A first line that is the title is the heading, and still a part of the words."""
    text = "Harbour stays open on strike day\n\n" + PAY.partition("/pay\n\n")[2]
    page.goto(empty)
    files = [{"name": "pay.txt", "mimeType": "text/plain", "buffer": text.encode()}]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Add to the ledger").click()
    expect(page.locator("#adding")).to_contain_text("All are read")
    page.goto(empty)
    page.locator("#newest + ol a", has_text="Harbour stays open").click()
    expect(page.locator("article").get_by_text("Harbour stays open")).to_have_count(1)
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(f"{address}#selector(type=TextQuoteSelector,exact=strike%20day%0A%0AThe%20mayor)")
    assert "strike day" in (chosen := page.evaluate("getSelection().toString()"))
    assert chosen.endswith("The mayor")


def test_a_selector_that_fits_nothing_says_so(page: Page, site: str) -> None:
    open_report(page, site)
    other = page.url.partition("#")[0] + "#selector(type=TextQuoteSelector,exact=never%20said)"
    page.goto("about:blank")
    page.goto(other)
    expect(page.get_by_text("do not stand in this text")).to_be_in_viewport()
    expect(page.locator(".card.lit")).to_have_count(0)


def test_a_citation_is_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    page.goto(f"{site}/search?words=strike")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#told")).to_have_text("Copied")
    expect(page.locator("#told")).to_be_in_viewport()  # and not for screen readers alone
    copied = page.evaluate("navigator.clipboard.readText()")
    assert f"{site}/statement/" in copied
    assert "Harbour Ledger" in copied


def test_nothing_in_a_report_is_markup(page: Page, site: str) -> None:
    for address in ("/", "/reports", "/search", "/people", "/person/1", "/corrections"):
        page.goto(site + address)
        expect(page.locator("main img, main script, main b:text('Odd')")).to_have_count(0)
    page.goto(site)
    page.locator("#newest + ol a", has_text="alert(1)").click()
    expect(page.locator("#text")).to_contain_text("<script>alert(1)</script>")
    expect(page.locator("a[href^='javascript']")).to_have_count(0)
    page.locator("#s1 [data-open]").click()
    expect(page.locator("#passage")).to_be_visible()
    expect(page.locator("main img, a[href^='javascript']")).to_have_count(0)


def test_nothing_in_a_file_name_or_a_draft_is_markup(page: Page, own: str) -> None:
    page.goto(own)
    name = "<img src=x onerror=alert(4)>.txt"
    files = [{"name": name, "mimeType": "text/plain", "buffer": ODD.encode()}]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Add to the ledger").click()
    expect(page.locator("#adding")).to_contain_text("All are read")
    expect(page.locator("main img")).to_have_count(0)
    page.goto(f"{own}/check")
    page.locator("[name=draft]").fill(ODD)
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".summary")).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
