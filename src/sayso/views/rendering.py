"""Pages from templates: everything that comes from a report is escaped."""

from functools import cache
from importlib.resources import files

import jinja2

from sayso.views.figures import day_words
from sayso.views.located import located
from sayso.views.printable import folded, printable

__all__ = ["prepare", "render", "static_text"]


def render(name: str, /, **values: object) -> str:
    """The page of the template `name`, filled in."""
    return _environment().get_template(name).render(**values)


def prepare() -> None:
    """Compile every template, so that no page waits for it; takes half a second."""
    for name in _environment().list_templates(extensions=["html"]):
        _environment().get_template(name)


@cache
def static_text(name: str) -> str:
    """A style sheet or script that is shipped with sayso."""
    return files("sayso.views").joinpath("static", name).read_text("utf-8")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.views", "templates"),
        autoescape=True,
        auto_reload=False,  # they never change while sayso runs
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters = {"printable": printable, "day": day_words, "folded": folded, "located": located}
    environment.filters |= filters
    return environment
