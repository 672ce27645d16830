"""What stands round every page: the bar, the search box, the ledger's name, the list of keys."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from sayso.views.rendering import render

__all__ = ["STATIC", "Frame", "framed", "static_file"]

STATIC = {
    "tokens.css": "text/css",
    "panes.css": "text/css",
    "findings.css": "text/css",
    "pages.css": "text/css",
    "across.css": "text/css",
    "team.css": "text/css",
    "reader.css": "text/css",
    "findings.js": "text/javascript",
    "map.js": "text/javascript",
    "pages.js": "text/javascript",
    "report.js": "text/javascript",
    "vendor/countries-50m.json": "application/json",
    "vendor/echarts.min.js": "text/javascript",
    "vendor/htmx.min.js": "text/javascript",
    "vendor/topojson-client.min.js": "text/javascript",
}
"""The files that pages ask for, and their types; nothing else is served."""

# Address and name of what the bar leads to; a new page of the first rank is a row here.
_BAR = (
    ("/", "Home"),
    ("/stories", "Stories"),
    ("/search", "Search"),
    ("/people", "People"),
    ("/series", "Figures"),
    ("/forecasts", "Forecasts"),
    ("/contradictions", "Contradictions"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/check", "Check"),
    ("/corrections", "Corrections"),
    ("/about", "About"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Which ledger is looked at, by which sayso, and under which address the page stands.

    `origin` is scheme and host, for links that are copied; `words` are those in the search box.
    `role` is what who has logged in may do, None where nobody needs to.
    """

    ledger: str
    version: str
    user: str | None
    origin: str
    here: str = "/"
    role: str | None = None
    words: str = ""

    @property
    def shown(self) -> str:
        """What the ledger is called: of a file its last name, of a database its address."""
        return self.ledger if "://" in self.ledger else re.split(r"[/\\]", self.ledger)[-1]


def framed(template: str, frame: Frame, /, **values: object) -> str:
    """The page of that template within its frame."""
    return render(template, frame=frame, bar=_BAR, static=_static_address, **values)


@cache
def static_file(name: str) -> tuple[bytes, str]:
    """The bytes of a file that pages ask for, and its type; KeyError where there is none."""
    kind = STATIC[name]
    file = files("sayso.views").joinpath("static", *PurePosixPath(name).parts)
    return file.read_bytes(), kind


@cache
def _static_address(name: str) -> str:
    """The address of a file; it changes with the file, so that it may be kept for good."""
    return f"/static/{name}?{hashlib.sha256(static_file(name)[0]).hexdigest()[:12]}"
