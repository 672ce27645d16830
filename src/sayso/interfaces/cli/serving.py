"""The commands that serve a ledger: `serve` to people and programs, `mcp` to agents."""

from typing import Annotated

import typer

from sayso.interfaces.cli.options import Debug, clock, known_user

__all__ = ["app", "mcp", "serve"]

app = typer.Typer()

_Ledger = Annotated[
    str,
    typer.Argument(
        metavar="LEDGER",
        envvar="SAYSO_LEDGER",
        show_envvar=False,
        help="The ledger: a file, or a postgresql:// address; one that is not there is begun. "
        "Without it, what SAYSO_LEDGER names, or sayso.db in this folder.",
    ),
]
_Kept = Annotated[
    str,
    typer.Argument(
        metavar="LEDGER",
        envvar="SAYSO_LEDGER",
        show_envvar=False,
        help="The ledger: a file, or a postgresql:// address. "
        "Without it, what SAYSO_LEDGER names, or sayso.db in this folder.",
    ),
]
_Site = Annotated[
    str,
    typer.Option(metavar="URL", help="Where sayso serve shows that ledger; addresses begin so."),
]
_Port = Annotated[
    int, typer.Option(min=0, max=65_535, metavar="N", help="The port; 0 is any that is free.")
]
_Host = Annotated[
    str,
    typer.Option(
        metavar="HOST",
        help="The address to listen at; at any other than 127.0.0.1, users must log in, "
        "and where there are none, everybody who can reach it is let in.",
    ),
]
_Login = Annotated[
    bool, typer.Option("--login", help="Let users log in at 127.0.0.1, too, as behind a proxy.")
]
_Called = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="HOST", help="A name by which browsers call this server; once for each."
    ),
]
_By = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Who decides on these pages; without it, what SAYSO_USER names, or who is logged in.",
    ),
]


@app.command(
    epilog="""\b
Examples:
  sayso serve
  sayso serve news.db --port 8080
  sayso serve news.db --login --name news.example.org
"""
)
def serve(
    ledger: _Ledger = "sayso.db",
    *,
    port: _Port = 8000,
    host: _Host = "127.0.0.1",
    login: _Login = False,
    name: _Called = None,
    by: _By = None,
    debug: Debug = False,
) -> None:
    """Look at a ledger in a browser: reports with their marks, people, search, corrections."""
    from sayso.interfaces.web import Desk, gate_of, serve_pages
    from sayso.interfaces.web.tray import Tray
    from sayso.pipeline import Access, Ledger

    with Ledger(ledger) as kept, Access(ledger) as access:
        desk = Desk(
            ledger=kept,
            user=by or known_user(),
            clock=clock,
            tray=Tray(kept, clock=clock),
            hosts=frozenset({"localhost", *map(str.lower, [host, *(name or [])])}),
            gate=gate_of(access, host=host, login=login),
        )
        serve_pages(desk, host=host, port=port)


@app.command(
    epilog="""\b
Examples:
  sayso mcp news.db
  sayso mcp news.db --site https://news.example.org
"""
)
def mcp(
    ledger: _Kept = "sayso.db",
    *,
    site: _Site = "http://127.0.0.1:8000",
    debug: Debug = False,
) -> None:
    """Let an agent ask a ledger over the Model Context Protocol, on standard input and output."""
    from sayso.interfaces.mcp import serve_agents
    from sayso.interfaces.mcp.tools import Tools
    from sayso.pipeline import Ledger

    with Ledger(ledger, create=False) as kept:
        serve_agents(Tools(kept, site=site))
