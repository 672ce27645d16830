"""What was read and found, as lines of JSON and as tables for a terminal."""

from sayso.views.finding_table import finding_table
from sayso.views.jsonl import finding_line, reading_line
from sayso.views.printable import printable
from sayso.views.reading_table import reading_table

__all__ = ["finding_line", "finding_table", "printable", "reading_line", "reading_table"]
