"""The folder that a batch fills: parts of Parquet, each there whole or not at all."""

import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any

from sayso.batch.found import Row
from sayso.batch.schema import TABLES, VERSION, arrow_schema
from sayso.errors import BadRequestError, BatchError
from sayso.packages import needed

__all__ = ["Folder"]

_MANIFEST = "batch.json"
_MARK = "reports"  # the table whose part is written last
_NEW = ".new"


class Folder:
    """A folder of a batch, on this machine or behind an fsspec address such as `s3://...`."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            self.files, self.root = needed("fsspec", extra="batch").url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise BadRequestError(f"{address} cannot be opened ({error}).") from error
        self.local = "file" in self.files.protocol

    def begin(self, settings: Mapping[str, Any]) -> None:
        """Make the folder, or go on with one of the same run; BatchError where it is another's.

        What a broken run left half done is swept out, and failures are forgotten, since all that
        failed is tried again.
        """
        with self._told():
            self.files.makedirs(self.root, exist_ok=True)
            wanted = json.loads(json.dumps({"schema": VERSION, **settings}))
            there = self.files.ls(self.root, detail=False)
            if all(path.endswith(_NEW) for path in there):
                self._put(f"{self.root}/{_MANIFEST}", json.dumps(wanted, indent=1).encode())
            self._claim(wanted)
            self._sweep()

    def manifest(self) -> dict[str, Any]:
        """What the folder says of itself; BatchError where it is no folder of a batch."""
        with self._told():
            try:
                found = json.loads(self.files.cat_file(f"{self.root}/{_MANIFEST}"))
            except (FileNotFoundError, NotADirectoryError, ValueError) as error:
                raise BatchError(
                    f"{self.address} is no folder of sayso batch, so it is left as it is; "
                    "name a new folder, or one that sayso batch wrote."
                ) from error
        if not isinstance(found, dict) or found.get("schema") != VERSION:
            raise BatchError(
                f"{self.address} has tables of another version than {VERSION}, which this sayso "
                "writes and reads, so it is left as it is; name another folder."
            )
        return found

    def keep(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Add a part: all of it is kept, whatever happens to the program, or nothing."""
        name = f"part-{_digest(rows)}.parquet"
        with self._told():
            for table in TABLES:
                if rows.get(table) or (table == _MARK and rows.keys() != {"failures"}):
                    data = _parquet(table, rows.get(table, ()))
                    self._put(f"{self.root}/{table}/{name}", data)

    def parts(self, table: str) -> list[str]:
        """The paths of a table's parts that are whole."""
        names = self._names(table)
        if table != "failures":
            names &= self._names(_MARK)
        return [f"{self.root}/{table}/{name}" for name in sorted(names)]

    def addresses(self, table: str) -> list[str]:
        """The paths of these parts with the protocol before them, as other programs take them."""
        whole = str if self.local else self.files.unstrip_protocol
        return [whole(path) for path in self.parts(table)]

    def column(self, table: str, *names: str) -> Iterator[tuple[Any, ...]]:
        """The values of these columns, row by row."""
        parquet = needed("pyarrow.parquet", extra="batch")
        with self._told():
            for path in self.parts(table):
                with self.files.open(path, "rb") as file:
                    found = parquet.read_table(file, columns=[*names])
                yield from zip(*(found[name].to_pylist() for name in names), strict=True)

    def _claim(self, wanted: Mapping[str, Any]) -> None:
        found = self.manifest()
        other = [name for name, value in wanted.items() if found.get(name) != value]
        if other:
            raise BatchError(
                f"{self.address} holds another run (with other {' and '.join(other)}), so it is "
                "left as it is; name a new folder, or give the same as then."
            )

    def _sweep(self) -> None:
        whole = self._names(_MARK)
        for table in TABLES:
            for name in self._names(table, unfinished=True):
                if table == "failures" or name not in whole:
                    self.files.rm_file(f"{self.root}/{table}/{name}")

    def _names(self, table: str, *, unfinished: bool = False) -> set[str]:
        ends = (".parquet", _NEW) if unfinished else ".parquet"
        try:
            paths = self.files.ls(f"{self.root}/{table}", detail=False, refresh=True)
        except FileNotFoundError:
            return set()
        return {name for path in paths if (name := path.rpartition("/")[2]).endswith(ends)}

    def _put(self, path: str, data: bytes) -> None:
        """The file, there at once: object stores do so by themselves."""
        if not self.local:
            self.files.pipe_file(path, data)
            return
        self.files.makedirs(path.rpartition("/")[0], exist_ok=True)
        try:
            with open(path + _NEW, "wb") as file:  # noqa: PTH123 - a path of fsspec's
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(path + _NEW, path)  # noqa: PTH105
        except OSError:
            self.files.rm_file(path + _NEW)
            raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            why = error.strerror or str(error)
            raise BatchError(
                f"{self.address} cannot be written or read ({why}); what was kept there is whole. "
                "Make room or mend it, and run the same command again: it goes on from there."
            ) from error


def _digest(rows: Mapping[str, Iterable[Row]]) -> str:
    digest = blake2b(digest_size=12)
    for table in ("documents", "failures", "stories", "utterances"):
        for line in sorted(repr(sorted(row.items())) for row in rows.get(table, ())):
            digest.update(line.encode("utf-8", "replace"))
    return digest.hexdigest()


def _parquet(table: str, rows: Sequence[Row]) -> bytes:
    pa, parquet = (needed(name, extra="batch") for name in ("pyarrow", "pyarrow.parquet"))
    schema = arrow_schema(table)
    sink = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist([*rows], schema=schema), sink, compression="zstd")
    return sink.getvalue()
