"""The command line: for single reports in `app`, for the ledger in a file a group of commands."""

from sayso.interfaces.cli.app import app
from sayso.interfaces.cli.main import main

__all__ = ["app", "main"]
