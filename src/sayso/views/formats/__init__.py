"""What others read: every format that statements are exported in, a file each.

A format is a function of reports that yields bytes as they come; `table.py` lists all of them.
"""

from sayso.views.formats.kept_line import kept_line
from sayso.views.formats.table import CONVENTIONS, FORMATS, write_format

__all__ = ["CONVENTIONS", "FORMATS", "kept_line", "write_format"]
