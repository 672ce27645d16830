"""The pages that lay reports beside one another, over the examples."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.ledger import fill
from sayso.ledger import COUNTED
from tests.interfaces.conftest import running
from tests.interfaces.web.everybody import assert_open_to_everybody

Serve = Callable[[Path], str]
PAGES = {
    "stories": "/stories",
    "story": "/story/1",
    "story narrowed": "/story/1?outlet=Quillmere+Post",
    "series": "/series?thing=North+Korean+forces",
    "series of nothing": "/series",
    "series of a story": "/series?story=1",
    "forecasts": "/forecasts",
    "no forecast": "/forecasts?words=nothingofthekind",
    "contradictions": "/contradictions",
    "no contradiction": "/contradictions?words=nothingofthekind",
    "timeline": "/timeline?story=1",
    "no moment": "/timeline?words=nothingofthekind",
    "map": "/map?story=1",
    "no place": "/map?words=nothingofthekind",
    "person": "/person/1",
    "home": "/",
    "search": "/search?story=1",
}


@pytest.fixture
def own_events(events: Path, tmp_path: Path) -> Path:
    """The ledger of both events, for one test alone."""
    return Path(shutil.copy(events, tmp_path / "own.db"))


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_open_to_everybody_on_any_screen(page: Page, told: str, address: str) -> None:
    page.goto(told + address)
    expect(page.locator(".htmx-request")).to_have_count(0)  # what comes later is there
    assert_open_to_everybody(page)


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


def test_a_sign_says_whose_it_is_on_a_phone(phone: Page, told: str) -> None:
    phone.goto(f"{told}/story/1")
    cell = phone.locator(".cell").first
    outlet = str(cell.locator(".whose").inner_text())
    expect(cell).to_have_attribute("aria-label", re.compile(f"^{outlet}: "))
    expect(cell.locator(".whose")).to_be_visible()


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


def test_a_story_is_narrowed_by_links_that_count(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    page.locator(".chooser summary").click()
    for _ in range(2):
        choice = page.locator(".chooser .facet a:not([aria-current])").first
        count = choice.locator(".number").inner_text()
        choice.click()
        expect(page.locator(".narrowed")).to_contain_text(f"{count} utterance")
        expect(page.locator(".matrix tbody tr")).to_have_count(int(count))
    page.get_by_role("link", name="show all").click()
    expect(page).to_have_url(re.compile(r"/story/1(#matrix)?$"))


def test_a_choice_that_nothing_fits_says_so(plain: Page, told: str) -> None:
    plain.goto(f"{told}/story/1?speaker=Nobody&drift=hedge_dropped")
    expect(plain.locator(".empty")).to_contain_text("Nothing in this story is all of that")


def test_a_story_needs_no_script(plain: Page, told: str) -> None:
    plain.goto(told)
    plain.get_by_role("link", name="all stories").click()
    plain.locator(".shelf a").last.click()
    plain.locator(".matrix summary").first.click()
    expect(plain.locator(".matrix details[open] li").first).to_be_visible()


def test_a_story_on_paper_says_whose_each_sign_is(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 between its margins
    page.emulate_media(media="print")
    expect(page.locator(".matrix .outlet").first).to_be_visible()
    expect(page.locator(".chooser")).to_be_hidden()


def test_a_chart_is_as_wide_as_there_is_room(page: Page, told: str) -> None:
    page.goto(f"{told}/series?thing=North+Korean+forces")
    for width, least in ((1280, 1000), (390, 250)):
        page.set_viewport_size({"width": width, "height": 860})
        box = page.locator(".drawing").first.bounding_box()
        assert box
        assert least < box["width"] < width
    first, last = (page.locator(".drawing a circle").nth(at).bounding_box() for at in (0, -1))
    assert first
    assert last
    assert first["x"] < last["x"]


def test_an_echo_stands_behind_its_origin_with_the_reason(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    expect(page.locator(".ways .reason").first).to_contain_text("Corvane")
    expect(page.locator(".ways ul .node").first).to_contain_text("Quillmere Post")


def test_a_story_that_is_none_says_so(page: Page, told: str) -> None:
    answer = page.goto(f"{told}/story/99")
    assert answer
    assert answer.status == 404
    expect(page.locator("main")).to_contain_text("no story 99")


def test_each_sign_of_a_story_is_explained_once(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    kinds = "found => found.map(one => `${one.className} ${one.textContent}`)"
    shown = page.locator(".signs b").evaluate_all(kinds)
    assert len(shown) == len({*shown}) > 2
    framed = page.locator(".signs span", has=page.locator(".framed"))
    expect(framed.first).to_contain_text("the others are laid beside it")


def test_figures_are_drawn_named_and_lead_to_their_passage(page: Page, told: str) -> None:
    page.goto(f"{told}/series")
    expect(page.locator(".chart").first).to_be_visible()  # of what is counted most
    page.get_by_label("What is counted").fill("North Korean forces")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("thing=North"))
    marks, rows = page.locator(".chart a"), page.locator(".strip [data-item]")
    expect(marks.first).to_be_visible()
    expect(rows.first).to_be_visible()
    assert marks.count() <= rows.count()
    target = str(marks.last.get_attribute("href"))
    expect(page.locator(f'.strip a[href="{target}"]').first).to_be_visible()
    named = marks.last.locator(".named")
    expect(named).to_be_hidden()
    marks.last.focus()
    expect(named).to_be_visible()
    expect(marks.last).to_have_attribute("aria-label", str(named.text_content()))
    expect(page.locator("svg [style]")).to_have_count(0)
    expect(page.locator(".pairs li").first).to_contain_text("a nought apart")


def test_a_thing_nobody_counts_says_so(page: Page, told: str) -> None:
    page.goto(f"{told}/series?thing=zeppelins")
    expect(page.locator(".empty")).to_contain_text("No figure counts “zeppelins”")


def test_a_forecast_is_decided_in_place_and_undone(
    page: Page, serve: Serve, own_events: Path
) -> None:
    site = serve(own_events)
    page.goto(f"{site}/forecasts")
    due = page.locator(".board li").first
    own = str(due.get_attribute("id"))
    due.locator("[data-correct]").click()
    due.get_by_label("why").fill("it was done in July")
    due.get_by_role("button", name="came true").click()
    expect(page.locator(f'[id="{own}"]')).to_contain_text(
        "came true, says ana: it was done in July"
    )
    page.get_by_role("button", name="Undo").click()
    page.goto(f"{site}/forecasts")
    expect(page.locator(".board li").first).to_have_id(own)


def test_a_corrected_report_stays_in_its_story(page: Page, serve: Serve, own_events: Path) -> None:
    site = serve(own_events)
    page.goto(f"{site}/story/1")
    columns = page.locator(".matrix").first.locator("thead a")
    count = columns.count()
    page.goto(f"{site}/search?story=1&words=8,000")
    page.locator(".said [data-open]").first.click()
    page.locator("#correct [name=speaker]").fill("Lloyd Austin")
    page.get_by_role("button", name="Correct the speaker").click()
    expect(page.locator("h1")).to_contain_text("Lloyd Austin")
    for _ in range(60):  # it is laid beside the others after the answer
        page.goto(f"{site}/story/1")
        if columns.count() == count:
            break
        page.wait_for_timeout(500)
    expect(columns).to_have_count(count)


def test_a_forecast_that_somebody_else_decided_is_shown_first(
    page: Page, serve: Serve, own_events: Path
) -> None:
    site = serve(own_events)
    page.goto(f"{site}/forecasts")
    address = page.locator(".board form").first.get_attribute("action")
    for outcome, status in (("came_true", 200), ("did_not", 409)):
        form: dict[str, str | float | bool] = {"outcome": outcome, "seen": "0"}
        assert page.request.post(f"{site}{address}", form=form).status == status


def test_an_outcome_that_is_none_is_refused(page: Page, serve: Serve, own_events: Path) -> None:
    site = serve(own_events)
    page.goto(f"{site}/forecasts")
    address = page.locator(".board form").first.get_attribute("action")
    answer = page.request.post(f"{site}{address}", form={"outcome": "perhaps"})
    assert answer.status == 400


def test_a_timeline_is_narrowed_by_its_address(page: Page, told: str) -> None:
    page.goto(f"{told}/timeline?story=1")
    count = page.locator(".moments li").count()
    page.get_by_label("Words of what was said").fill("casualties")
    page.get_by_role("button", name="Narrow").click()
    expect(page).to_have_url(re.compile("story=1.*words=casualties|words=casualties.*story=1"))
    expect(page.locator(".moments li").first).to_be_visible()
    assert page.locator(".moments li").count() < count


def test_a_search_is_taken_along_as_evidence(page: Page, told: str) -> None:
    page.goto(f"{told}/search?words=forces")
    with page.expect_download() as started:
        page.get_by_role("link", name="evidence pack").click()
    names = zipfile.ZipFile(started.value.path()).namelist()
    assert {"index.html", "evidence.json", "SHA256SUMS"} <= {*names}


def test_all_that_a_search_finds_is_counted(page: Page, serve: Serve, tmp_path: Path) -> None:
    fill(tmp_path / "made.db", COUNTED + 500)
    page.goto(f"{serve(tmp_path / 'made.db')}/search")
    expect(page.locator("#facets a", has_text="Outlet").first).not_to_contain_text("≥")
    outlet = page.locator("#facets a", has_text="Outlet").first
    count = outlet.locator(".number").inner_text()
    outlet.click()
    expect(page.locator("h1")).to_have_text(f"{count} statements")


def test_everybody_is_listed_a_page_at_a_time(plain: Page, serve: Serve, tmp_path: Path) -> None:
    fill(tmp_path / "made.db", 700)
    site = serve(tmp_path / "made.db")
    plain.goto(site)
    told = plain.locator("h1 a[href='/people']").inner_text()
    plain.goto(f"{site}/people")
    seen = plain.locator("main .headline").all_inner_texts()
    while plain.get_by_role("link", name="More").count():
        plain.get_by_role("link", name="More").click()
        seen += plain.locator("main .headline").all_inner_texts()
    assert len(seen) > 100
    assert f"{len(seen):,} sources" == told


def test_a_search_is_exported_whole(page: Page, told: str) -> None:
    page.goto(f"{told}/search?words=forces")
    shown = page.locator(".said").count()
    with page.expect_download() as started:
        page.get_by_role("link", name="table").click()
    assert started.value.suggested_filename == "sayso.csv"
    lines = started.value.path().read_text("utf-8").splitlines()
    assert len(lines) == shown + 1


@pytest.mark.parametrize("address", ["/pack?words=nothingofthekind", "/export?format=doc"])
def test_what_cannot_be_taken_along_says_why(page: Page, told: str, address: str) -> None:
    answer = page.goto(told + address)
    assert answer
    assert answer.status == 400
    expect(page.locator("main .lead")).to_be_visible()


@pytest.mark.parametrize("address", ["/stories", "/story/3", "/timeline", "/series?thing=ships"])
def test_nothing_in_a_report_is_markup_here_either(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("main img, main script")).to_have_count(0)


def test_places_are_drawn_and_lead_to_what_is_said_of_them(page: Page, told: str) -> None:
    page.goto(f"{told}/map?story=1")
    expect(page.locator(".map")).to_have_attribute("data-drawn", "yes")
    expect(page.locator(".ground canvas")).to_be_visible()
    page.get_by_role("button", name="Closer").click()
    place = page.locator(".places li").first
    count = place.locator(".number").inner_text()
    place.locator("a").click()
    expect(page.locator("h1")).to_have_text(re.compile(f"^{count} statements?"))
    expect(page).to_have_url(re.compile("story=1"))


def test_places_are_listed_where_nothing_draws_them(plain: Page, told: str) -> None:
    plain.goto(f"{told}/story/1")
    expect(plain.locator(".map")).to_be_hidden()
    expect(plain.locator(".places a").first).to_be_visible()


def test_a_person_shows_topics_offices_figures_and_forecasts(page: Page, told: str) -> None:
    page.goto(f"{told}/people?name=Blinken")
    page.locator(".shelf a").first.click()
    expect(page.locator(".tenures")).to_contain_text("26 Jan 2021 – 20 Jan 2025")
    expect(page.locator("#figures ~ .counted").first).to_contain_text("8,000")
    expect(page.locator("#foretold")).to_be_visible()
    page.locator(".topics a").first.click()
    expect(page).to_have_url(re.compile("person=.*story="))


def test_a_report_is_laid_beside_the_others_of_its_story(page: Page, told: str) -> None:
    page.goto(f"{told}/story/1")
    page.locator(".matrix thead a").first.click()
    expect(page.locator(".others li").first).to_contain_text("other report")
    page.get_by_role("link", name="The story in").click()
    expect(page).to_have_url(re.compile("/story/1"))


def test_how_others_have_it_needs_no_script(plain: Page, told: str) -> None:
    plain.goto(f"{told}/story/1")
    plain.locator(".matrix thead a").first.click()
    plain.get_by_role("link", name="How other reports have it").click()
    expect(plain).to_have_url(re.compile("/story/1"))


@pytest.mark.parametrize("browser_page", ["page", "plain"])
def test_what_takes_long_says_so_and_goes_on_by_itself(
    browser_page: str, request: pytest.FixtureRequest, events: Path
) -> None:
    opened: Page = request.getfixturevalue(browser_page)
    with running(events, patience=0) as site:
        assert opened.request.get(f"{site}/contradictions?story=1").status == 202
        opened.goto(f"{site}/contradictions")
        expect(opened.locator("h1")).to_have_text("Contradictions")


@pytest.mark.parametrize("browser_page", ["page", "plain"])
def test_a_story_is_read_before_its_figures_are_there(
    browser_page: str, request: pytest.FixtureRequest, events: Path
) -> None:
    opened: Page = request.getfixturevalue(browser_page)
    with running(events, patience=0) as site:
        answer = opened.goto(f"{site}/story/1")
        assert answer
        assert answer.status == 200
        expect(opened.locator(".matrix").first).to_be_visible()
        if browser_page == "page":
            expect(opened.locator("#figures")).to_be_visible()
            expect(opened.locator("#days")).to_be_visible()
            expect(opened.locator("#later")).to_have_count(0)
        opened.get_by_role("link", name=re.compile("^its figures$", re.IGNORECASE)).first.click()
        expect(opened.locator(".chart").first).to_be_visible()


def test_a_part_that_takes_long_comes_later(page: Page, events: Path) -> None:
    with running(events, patience=0) as site:
        page.goto(site)
        expect(page.locator("#due + div li").first).to_contain_text("Powell")
