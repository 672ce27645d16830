"""A real browser that minds everything that goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
_PATIENCE = 30_000  # milliseconds, for machines that do much else


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


@contextmanager
def watched(context: BrowserContext) -> Iterator[Page]:
    """A page that may complain about nothing, and may ask nothing of anybody else."""
    faults: list[str] = []
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(f"dialog {dialog.message}"))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    yield page
    context.close()
    wanted = "Failed to load resource: the server responded with a status of 4"
    assert [fault for fault in faults if not fault.startswith(wanted)] == []
    assert hosts <= {"127.0.0.1", None}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched(browser.new_context(viewport={"width": 1280, "height": 860})) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 400, "height": 800}, has_touch=True)
    with watched(context) as opened:
        yield opened


@pytest.fixture
def dark(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 860}, color_scheme="dark")
    with watched(context) as opened:
        yield opened


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    with watched(browser.new_context(java_script_enabled=False)) as opened:
        yield opened
