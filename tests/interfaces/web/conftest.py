"""A real browser that minds everything that goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 400, "height": 800}
_PATIENCE = 30_000  # milliseconds, for machines that do much else
Tab = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not installed here")
    expect.set_options(timeout=_PATIENCE)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"]) as launched,
    ):
        yield launched


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Tab:
    """One tab of each kind for all tests: to open one takes as long as most of them need."""
    opened: dict[str, Page] = {}

    def of(kind: str, **how: Any) -> Page:
        if kind not in opened or opened[kind].is_closed():
            context = browser.new_context(**how)
            context.set_default_timeout(_PATIENCE)
            opened[kind] = context.new_page()
        return opened[kind]

    return of


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """A page that may complain about nothing, and may ask nothing of anybody else.

    It is as new: nothing is left over from who had it before.
    """
    faults: list[str] = []
    hosts: set[str | None] = set()

    def refuse(dialog: Dialog) -> None:
        faults.append(f"dialog {dialog.message}")
        dialog.dismiss()

    listeners: dict[str, Callable[[Any], object]] = {
        "pageerror": lambda error: faults.append(str(error)),
        "dialog": refuse,
        "console": lambda said: faults.append(said.text) if said.type == "error" else None,
        "request": lambda request: hosts.add(urlsplit(request.url).hostname),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    try:
        yield page
    finally:
        if page.url.startswith("http"):
            page.evaluate("() => localStorage.clear()")
        page.goto("about:blank")
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        page.context.clear_cookies()
        page.context.clear_permissions()
    wanted = "Failed to load resource: the server responded with a status of 4"
    assert [fault for fault in faults if not fault.startswith(wanted)] == []
    assert hosts <= {"127.0.0.1", None, ""}


@pytest.fixture
def page(tab: Tab) -> Iterator[Page]:
    opened = tab("page")
    opened.emulate_media(media="screen", color_scheme="light")
    opened.set_viewport_size(WIDE)  # type: ignore[arg-type]
    opened.mouse.move(0, 0)
    with watched(opened):
        yield opened


@pytest.fixture
def phone(tab: Tab) -> Iterator[Page]:
    with watched(tab("phone", viewport=NARROW, has_touch=True)) as opened:
        yield opened


@pytest.fixture
def plain(tab: Tab) -> Iterator[Page]:
    """A browser that runs no scripts."""
    with watched(tab("plain", java_script_enabled=False)) as opened:
        yield opened
