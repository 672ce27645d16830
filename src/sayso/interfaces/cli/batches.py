"""Commands for what one process or one ledger is too small for: `batch`, `relate`, `query`."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.interfaces.batch_printing import (
    AnswerFormat,
    deliver_batch,
    print_answer,
    print_related,
    processors,
)
from sayso.interfaces.cli.options import Debug, one_of
from sayso.interfaces.sources import Columns, Published

if TYPE_CHECKING:
    from sayso.batch import Engine
    from sayso.reading import Device

__all__ = ["app", "batch", "query", "relate"]

app = typer.Typer()


def _engine(text: str) -> "Engine":
    from sayso.batch import Engine

    return one_of(Engine)(text)


def _device(text: str) -> "Device":
    from sayso.reading import Device

    return one_of(Device)(text)


_Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, patterns, archives, tables, fsspec addresses (s3://...); "
        "@FILE is a list of them, one a line.",
    ),
]
_Folders = Annotated[
    list[str], typer.Argument(metavar="DIR", help="Folders that sayso batch filled.")
]
_Out = Annotated[
    str,
    typer.Option(metavar="DIR", help="The folder, or fsspec address, to fill with tables."),
]
_Engine = Annotated[
    str,
    typer.Option(
        "--engine", parser=_engine, metavar="processes|ray", help="Where the readers run."
    ),
]
_Workers = Annotated[
    int,
    typer.Option(
        min=1,
        default_factory=processors,
        show_default=False,
        metavar="N",
        help="How many readers; without it, one for each processor.",
    ),
]
_Cluster = Annotated[
    str | None,
    typer.Option(
        envvar="RAY_ADDRESS",
        show_envvar=False,
        metavar="ADDRESS",
        help="The Ray cluster; without it, what RAY_ADDRESS names, or one begun here.",
    ),
]
_Device = Annotated[
    str,
    typer.Option(
        "--device",
        parser=_device,
        metavar="cpu|gpu",
        help="What the encoder runs on; a GPU takes pip install 'sayso[gpu]'.",
    ),
]
_From = Annotated[
    list[str],
    typer.Option(
        "--from",
        metavar="PATH",
        help="A folder that sayso batch filled, once for each, or a ledger.",
    ),
]
_Format = Annotated[
    AnswerFormat,
    typer.Option(
        "--format",
        parser=one_of(AnswerFormat),
        metavar="table|jsonl|csv",
        help="A table to look at, JSON lines, or CSV.",
    ),
]


@app.command(
    epilog="""\b
Examples:
  sayso batch news/ crawl.warc.gz --out tables
  sayso batch @warcs.txt --out s3://bucket/tables --engine ray --workers 64
  sayso query --from tables "SELECT count(*) FROM statements"

What is there already is left out, so a run that was broken off goes on where it was.
Exit status: 0 where everything was read, 2 where something could not be.
"""
)
def batch(
    sources: _Sources,
    *,
    out: _Out,
    engine: _Engine = "processes",
    workers: _Workers,
    cluster: _Cluster = None,
    device: _Device = "cpu",
    published: Published = None,
    column: Columns = None,
    debug: Debug = False,
) -> None:
    """Read reports by many processes or machines, into Parquet tables."""
    from sayso.batch import Engine, Job, read_batch
    from sayso.intake import Options, parse_columns
    from sayso.reading import Device

    job = Job(
        sources=tuple(sources),
        published=published,
        options=Options(columns=parse_columns(column or [])),
        workers=workers,
        cluster=cluster,
        device=Device(device),
    )
    found = read_batch(job, out, engine=Engine(engine))
    raise typer.Exit(deliver_batch(found, sources))


@app.command(
    epilog="""\b
Examples:
  sayso relate tables --out across
  sayso relate january february --out across --engine ray --workers 64
  sayso query --from tables --from across "SELECT story, count(*) FROM stories GROUP BY story"

Run again after it was broken off, it makes nothing again that is there.
Exit status: 0 where it came to its end, 2 where it did not.
"""
)
def relate(
    folders: _Folders,
    *,
    out: _Out,
    engine: _Engine = "processes",
    workers: _Workers,
    cluster: _Cluster = None,
    debug: Debug = False,
) -> None:
    """Lay the reports of batches beside one another: stories, utterances, origins."""
    from sayso.batch import Engine, Means, relate_batch

    means = Means(engine=Engine(engine), workers=workers, cluster=cluster)
    print_related(relate_batch(folders, out, means))


@app.command(
    epilog="""\b
Examples:
  sayso query --from tables "SELECT outlet, count(*) FROM reports GROUP BY outlet"
  sayso query --from sayso.db "SELECT name, count(*) FROM people GROUP BY name" --format csv

docs/batch.md tells the tables and their columns.
Exit status: 0 where the question was answered, 2 where it could not be.
"""
)
def query(
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT.")],
    *,
    source: _From,
    format: _Format = AnswerFormat.TABLE,  # noqa: A002 - the name of the option
    debug: Debug = False,
) -> None:
    """Ask the tables of a batch or of a ledger in SQL; nothing is changed."""
    from sayso.batch import ask

    with ask(sql, source) as answer:
        print_answer(answer, format=format)
