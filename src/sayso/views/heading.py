"""The heading over everything that is shown of one report."""

from rich.text import Text

from sayso.records import Report
from sayso.views.figures import day_words
from sayso.views.printable import printable

__all__ = ["headline_end", "report_facts", "report_heading"]


def report_heading(report: Report, *, name: str, more: str) -> Text:
    """Title, outlet and day as the report gives them; its file's name where it has no outlet."""
    title = printable(report.title or name)
    facts = report_facts(report)
    if report.title and not report.outlet:
        facts = f"{printable(name)} · {facts}"
    return Text.assemble((title, "bold"), f"\n{facts}\n{more}\n")


def headline_end(report: Report) -> int:
    r"""Where the rest begins of a text whose first line is its title; 0 where that is another.

    >>> headline_end(Report(id="r", title="Ships wait", text="Ships wait\n\nNobody was hurt."))
    12
    """
    line, _, rest = report.text.lstrip().partition("\n")
    return len(report.text) - len(rest.lstrip()) if line.strip() == report.title else 0


def report_facts(report: Report) -> str:
    """Outlet, day and language in one line."""
    day = day_words(report.published) if report.published else "no day given"
    parts = (report.outlet, day, _language(report.language))
    return " · ".join(printable(part) for part in parts if part)


def _language(language: str | None) -> str | None:
    return f"{language}: sayso reads English" if language not in {None, "en"} else language
