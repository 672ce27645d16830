"""What goes out of a ledger as files: exports and evidence packs."""

import datetime
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import sayso
from sayso.errors import BadRequestError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.records import Evidence, Holding

__all__ = ["deliver_export", "deliver_pack", "refuse_to_overwrite"]


def deliver_export(
    reports: "Iterable[Holding]",
    *,
    format: str,  # noqa: A002
    convention: str | None,
    output: str | None,
) -> int:
    """Write the reports in a format, and tell how many there were; 1 where there was none."""
    from sayso.pipeline import Tally
    from sayso.views.formats import write_format

    tally = Tally()
    pieces = write_format(format, tally.over(reports), convention=convention)
    with _written(output, binary=format == "parquet") as file:
        for piece in pieces:
            file.write(piece)
    told = f"{_counted(tally.statements, 'statement')} of {_counted(tally.reports, 'report')}"
    print(f"Exported {told}.", file=sys.stderr)
    return int(tally.reports == 0)


def deliver_pack(
    evidence: "Evidence",
    *,
    output: str,
    moment: datetime.datetime,
    longest_quote: int | None,
) -> None:
    """Write a pack, and tell where it is."""
    from sayso.views.evidence import evidence_pack

    data = evidence_pack(
        evidence, moment=moment, longest_quote=longest_quote, version=sayso.__version__
    )
    with _written(output, binary=True) as file:
        file.write(data)
    print(f"{output} holds the evidence; sha256sum -c SHA256SUMS checks it once it is unpacked.")


def refuse_to_overwrite(output: str) -> None:
    """BadRequestError where a file of that name is there: evidence is not to be lost."""
    if Path(output).exists():
        raise BadRequestError(f"{output} is there already; name another file with --output.")


@contextmanager
def _written(output: str | None, *, binary: bool) -> Iterator[BinaryIO]:
    """The file, or standard output."""
    if output is not None:
        with _whole(Path(output)) as file:
            yield file
        return
    if binary and sys.stdout.isatty():
        raise BadRequestError("That is not for a screen; write it to a file with --output.")
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """The file; one that was broken off is not left behind as if it were whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise BadRequestError(f"{path} cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
