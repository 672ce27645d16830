"""Figures as CSV, a row a figure; who told it in the terms of the UCDP event dataset."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import Held, Holding
from sayso.views.formats.delimited import delimited_lines
from sayso.views.formats.edtf import edtf_of
from sayso.views.formats.figure import figures_of

__all__ = ["figure_lines"]


def figure_lines(reports: Iterable[Holding], convention: str | None) -> Iterator[bytes]:
    """A row a figure of the statements that were found."""
    return delimited_lines(
        {**_told(found), **figure}
        for report in reports
        for found in report.found
        for figure in figures_of(report, found.statement, convention)
    )


def _told(found: Held) -> dict[str, Any]:
    entry, said = found.entry, found.statement.said_on
    return {
        "statement": entry.id,
        "source_original": entry.speaker,
        "source_office": entry.outlet,
        "source_date": entry.published,
        "source_headline": entry.title,
        "source_article": entry.url or entry.address,
        "said": edtf_of(said.earliest, said.latest) if said else None,
    }
