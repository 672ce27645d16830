"""The command line: single reports in `single`, the ledger in a file for a group of commands."""

from sayso.interfaces.cli.main import main

__all__ = ["main"]
