"""What holds for every page: readable for everybody, by day and by night, on any screen."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.interfaces.web.conftest import NARROW

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
WORST = {"serious", "critical"}
ALL, COLORS = "undefined", "{type: 'rule', values: ['color-contrast', 'link-in-text-block']}"


def faults(page: Page, rules: str = ALL) -> list[str]:
    """What axe finds that is serious, each with the first place where it is."""
    session = page.context.new_cdp_session(page)
    asked = {"expression": "'axe' in window", "returnByValue": True}
    if not session.send("Runtime.evaluate", asked)["result"]["value"]:
        session.send("Runtime.evaluate", {"expression": AXE})
    run = f"axe.run({{resultTypes: ['violations'], runOnly: {rules}}})"
    asked = {"expression": run, "awaitPromise": True, "returnByValue": True}
    found = session.send("Runtime.evaluate", asked)
    session.detach()
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in found["result"]["value"]["violations"]
        if one["impact"] in WORST
    ]


def assert_fits(page: Page) -> None:
    """Nothing stands beyond the right edge, once the page is laid out for its width."""
    assert page.viewport_size
    width = page.viewport_size["width"]
    expect(page.locator("html")).to_have_js_property("scrollWidth", width)


def assert_open_to_everybody(page: Page, *, titles: int = 1) -> None:
    """No serious fault by day; by night only colours are others; nothing wider than a phone."""
    expect(page.locator("h1")).to_have_count(titles)
    assert page.title().strip() not in {"", "sayso"}
    assert not (found := faults(page)), found
    page.emulate_media(color_scheme="dark")
    assert not (found := faults(page, COLORS)), found
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    assert_fits(page)
