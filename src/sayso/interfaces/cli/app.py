"""The command line: `sayso` with its commands, which stand in modules by what they are about."""

from importlib import import_module
from typing import Annotated

import typer

import sayso

__all__ = ["app_for"]

_COMMANDS = {
    "single": ("read", "check", "about"),
    "keeping": ("add", "failures", "verify"),
    "searching": ("search",),
    "across": ("stories", "story", "utterances", "drift", "origins", "who"),
    "comparing": ("series", "contradictions", "timeline"),
    "forecasting": ("forecasts",),
    "history": ("versions", "reread"),
    "people": ("people", "merge", "split", "rename"),
    "judging": ("judge", "fill", "judgements", "undo"),
    "exchanging": ("export", "import", "pack"),
    "serving": ("serve", "mcp"),
    "batches": ("batch", "relate", "query"),
    "watching": ("watch",),
    "tokens": ("token",),
    "users": ("user",),
}

_EXAMPLES = """\b
Examples:
  sayso read report.txt
  sayso check report.txt --against transcript.txt
  sayso check report.txt
"""


def app_for(command: str | None) -> typer.Typer:
    """The command line with the module of that command, or with all where there is none so named.

    The other commands take a tenth of the time of a short one, and only `--help` tells of them.
    """
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, epilog=_EXAMPLES)(_sayso)
    homes = [home for home, commands in _COMMANDS.items() if command in commands]
    for home in homes or _COMMANDS:
        app.add_typer(import_module(f"sayso.interfaces.cli.{home}").app)
    return app


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {sayso.__version__}")
        raise typer.Exit


def _sayso(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Who said what in the news, in which words, and what became of it on the way."""
    if context.invoked_subcommand is None:
        print(context.get_help())
