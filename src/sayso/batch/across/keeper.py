"""Rows on their way into the folder."""

from collections import defaultdict

from sayso.batch.folder import Folder
from sayso.batch.found import Row

__all__ = ["Keeper"]

_PART = 5_000  # stories or utterances that make a part


class Keeper:
    """Gathers rows into parts; so many rows of the table that is `counted` make one."""

    def __init__(self, kept: Folder, counted: str) -> None:
        self._kept = kept
        self._counted = counted
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)

    def take(self, tables: dict[str, list[Row]]) -> None:
        """Add rows; a part is written when there are enough."""
        for table, rows in tables.items():
            self._rows[table] += rows
        if len(self._rows[self._counted]) >= _PART:
            self.flush()

    def flush(self) -> None:
        """Write what is gathered."""
        rows, self._rows = self._rows, defaultdict(list)
        if rows[self._counted]:
            self._kept.keep(rows)
