"""Packages that an extra brings: without them one sentence tells which to install."""

import sys
from collections.abc import Callable

import pytest

from sayso.errors import BadRequestError, LedgerError, SaysoError, UnreadableReportError
from sayso.intake.fetch.storage import stored_files
from sayso.ledger.connections import Connections
from sayso.packages import needed
from sayso.views.formats.parquet import parquet_file


def _stored() -> object:
    return list(stored_files("s3://news/2024"))


def _written() -> object:
    return list(parquet_file([], None))


def _connected() -> object:
    return Connections("postgresql://localhost/news")


@pytest.mark.parametrize(
    ("ask", "module", "error", "told"),
    [
        (_stored, "fsspec", UnreadableReportError, ("s3://news/2024", "sayso[batch]")),
        (_written, "pyarrow", BadRequestError, ("Parquet", "sayso[tables]")),
        (_connected, "psycopg", LedgerError, ("PostgreSQL", "sayso[postgres]")),
    ],
    ids=["storage", "parquet", "postgresql"],
)
def test_a_missing_package_is_named_with_its_extra(
    ask: Callable[[], object],
    module: str,
    error: type[SaysoError],
    told: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(error) as caught:
        ask()
    what, extra = told
    sentence = f"{what} needs {module}, which is not installed; run: pip install '{extra}'."
    assert str(caught.value) == sentence


def test_what_is_installed_is_given() -> None:
    assert needed("json", extra="none").loads("1") == 1
