"""What was read and found: lines of JSON, tables for a terminal, annotations.

Pages (`finding_page`) are imported by those who ask for one: templates take a while to load.
"""

from sayso.views.accuracy_table import accuracy_table
from sayso.views.annotations import github_line, sarif_log
from sayso.views.finding_table import finding_table
from sayso.views.jsonl import finding_line, reading_line
from sayso.views.position import Position, find_position, place_findings
from sayso.views.printable import printable
from sayso.views.reading_table import reading_table

__all__ = [
    "Position",
    "accuracy_table",
    "find_position",
    "finding_line",
    "finding_table",
    "github_line",
    "place_findings",
    "printable",
    "reading_line",
    "reading_table",
    "sarif_log",
]
