"""The pictures in docs/images, of the pages over the examples: `python release/pictures.py`.

It needs a Chromium that is installed; CHROMIUM names another one than /usr/bin/chromium.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
IMAGES = ROOT / "docs" / "images"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WIDTH = 1240
# An installed package has its bytecode, and who looks is nobody's name of this machine.
ENVIRONMENT = {**os.environ, "SAYSO_USER": "ana"}


def main() -> None:
    """Build the ledger, serve it, and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        command = [sys.executable, "-m", "sayso", "serve", "sayso.db", "--port", "0"]
        served = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, env=ENVIRONMENT, text=True
        )
        with served as server, sync_playwright() as playwright:
            line = server.stdout.readline() if server.stdout else ""
            site = re.findall(r"http://\S+[^/\s]", line)[0]
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for name in PICTURES:
                picture(browser, site, name)
            browser.close()
            server.terminate()


def build(folder: Path) -> None:
    """A ledger of both examples with their records."""
    for event in ("two-plus-two", "rate-decision"):
        for options, pattern in (([], "[0-9]*"), (["--record"], "record.txt")):
            files = sorted(map(str, (EXAMPLES / event).glob(pattern)))
            command = [sys.executable, "-m", "sayso", "add", *options, *files]
            subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True)


def picture(browser: Browser, site: str, name: str) -> None:
    """One page, as high as what it is to show."""
    height, show = PICTURES[name]
    page = browser.new_page(viewport={"width": WIDTH, "height": height})
    show(page, site)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def home(page: Page, site: str) -> None:
    """The first page, once it is known which forecasts are due."""
    page.goto(site)
    page.locator('a[href^="/forecasts#"]').first.wait_for()


def story(page: Page, site: str) -> None:
    """The larger story, with one of its signs pointed at."""
    page.goto(f"{site}/story/1")
    page.locator(".matrix .cell.vermilion").first.hover()


def report(page: Page, site: str) -> None:
    """A report with its marks, one statement lit."""
    page.goto(found(page, site, "North Korean troops ready"))
    page.locator(".card").nth(2).hover()


def findings(page: Page, site: str) -> None:
    """A report that tells a figure tenfold beside its record, at that finding."""
    address = found(page, site, "Russia's losses mount")
    page.goto(f"{site}/check")
    record = page.locator("label", has_text="Joint Press").locator("input").get_attribute("value")
    page.goto(f"{address}/against/{record}")
    page.locator(".card.severe", has_text="other meaning").first.click()
    page.wait_for_timeout(600)  # while the panes move to it


def found(page: Page, site: str, title: str) -> str:
    """The address of the report of that title."""
    page.goto(f"{site}/reports")
    link = page.locator("a", has_text=title).first
    return site + str(link.get_attribute("href"))


PICTURES = {
    "home": (860, home),
    "story": (760, story),
    "report": (780, report),
    "findings": (780, findings),
}


if __name__ == "__main__":
    main()
