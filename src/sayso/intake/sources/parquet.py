"""Tables in Apache Parquet, a report a row."""

from collections.abc import Iterator

from sayso.errors import UnreadableReportError
from sayso.intake.sources.columns import Columns, find_columns, row_item
from sayso.intake.sources.part import Found, Part
from sayso.packages import needed

__all__ = ["is_parquet", "parquet_items"]

_BATCH = 100  # rows in memory at a time


def is_parquet(head: bytes) -> bool:
    """Whether bytes that begin with `head` are a Parquet table."""
    return head.startswith(b"PAR1")


def parquet_items(part: Part, given: Columns) -> Iterator[Found]:
    """The reports in a table, row by row; only the columns that are needed are read."""
    needed("pyarrow", extra="tables", what=part.name, error=UnreadableReportError)
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(part.seekable())
        columns = find_columns(table.schema_arrow.names, given, table_name=part.name)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=[*columns.values()]):
            for row in batch.to_pylist():
                number += 1
                yield row_item(part, row, columns, number=number)
    except (ArrowException, OSError, ValueError) as error:
        raise UnreadableReportError(
            f"{part.name} is a damaged Parquet table ({error}); copy it again."
        ) from error
