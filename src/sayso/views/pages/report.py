"""One report with every mark, its statements beside it, and where it comes from."""

from collections.abc import Sequence

from sayso.records import Finding, KeptReport, RecordCard
from sayso.views.finding_page import Checked, finding_values
from sayso.views.heading import headline_end, report_facts
from sayso.views.located import located
from sayso.views.marked_text import part_at
from sayso.views.pages.cards import statement_cards
from sayso.views.pages.citing import web_address
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.marking import marked_pieces
from sayso.views.signs import words_for

__all__ = ["report_page"]


def report_page(
    kept: KeptReport, findings: Sequence[Finding], frame: Frame, *, records: Sequence[RecordCard]
) -> str:
    """The page of a report; `findings` are those against itself, `records` stand beside it."""
    name = kept.shelved.address
    checked = Checked(name=name, reading=kept.reading, findings=tuple(findings))
    border = headline_end(kept.reading.report)
    headline, pieces = part_at(marked_pieces(kept.reading, border=border), border)
    return framed(
        "report.html",
        frame,
        kept=kept,
        records=records,
        title=kept.reading.report.title or located(name),
        facts=report_facts(kept.reading.report),
        headline=headline,
        pieces=pieces,
        cards=statement_cards(kept),
        legend=words_for("marks"),
        live=web_address(kept.reading.report.url),
        itself=finding_values([checked], ()),
    )
