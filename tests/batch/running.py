"""Runs sayso as a person would, and looks at what it left behind."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.batch.folder import Folder
from sayso.batch.schema import TABLES

Tables = Mapping[str, Sequence[tuple[Any, ...]]]
READ = ("reports", "statements", "claims", "people", "quantities", "times", "places", "quotations")
"""What `sayso batch` fills beside `documents` and `failures`."""


def command(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`sayso` with these arguments, and these variables in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "sayso", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def tables(address: str, names: Sequence[str] = (*TABLES,)) -> Tables:
    """All rows of these tables, in an order of their own."""
    folder = Folder(address)
    return {name: sorted(folder.column(name, *TABLES[name]), key=repr) for name in names}
