"""The ledger from Python: `sayso.Ledger`."""

import datetime
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

import msgspec

from sayso import pipeline
from sayso.errors import BadRequestError
from sayso.ledger.closing import Closing
from sayso.pipeline import Added, Decider, Search
from sayso.records import Blank, Entry, Judgement, KnownPerson, Reading, Revision

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Ledger", "Statements"]


class Statements:
    """The statements that fit, newest first; read from the ledger as they are asked for.

    Iterate as often as you like; each time the ledger is asked anew.
    """

    def __init__(self, ledger: pipeline.Ledger, search: Search) -> None:
        self._ledger = ledger
        self._search = search

    def __iter__(self) -> Iterator[Entry]:
        return self._ledger.find(self._search)

    def to_pandas(self) -> "pandas.DataFrame":
        """All of them as a pandas DataFrame, a column a field."""
        frame: pandas.DataFrame = _imported("pandas").DataFrame(self._rows())
        return frame

    def to_polars(self) -> "polars.DataFrame":
        """All of them as a Polars DataFrame, a column a field."""
        module = _imported("polars")
        frame: polars.DataFrame = module.DataFrame(self._rows(), infer_schema_length=None)
        return frame

    def _rows(self) -> list[dict[str, Any]]:
        kept = (datetime.date, datetime.datetime)
        return [msgspec.to_builtins(entry, builtin_types=kept) for entry in self]


class Ledger(Closing):
    """Reports and all that is said in them, in a file or a PostgreSQL database.

    `add` reads and keeps; `statements` finds. Close it, or use it in a `with` block.
    """

    def __init__(self, address: str | PathLike[str] = "sayso.db", *, create: bool = True) -> None:
        self._ledger = pipeline.Ledger(fspath(address), create=create)

    def close(self) -> None:
        """Let go of the file or the database."""
        self._ledger.close()

    def add(
        self,
        *sources: str | PathLike[str],
        record: bool = False,
        published: datetime.date | None = None,
        columns: Mapping[str, str] | None = None,
        follow: bool = False,
    ) -> list[Added]:
        """Read and keep files, folders, patterns and addresses; what became of each, failures too.

        With `record` they are transcripts of what was said; `published` is the day of those that
        do not give one. `columns` names the column of a table for a field (`{"text": "body"}`),
        `follow` fetches the pages that the entries of a feed lead to.
        """
        options = pipeline.Options(columns=columns or {}, follow=follow, rows=not record)
        fetch = pipeline.fetching(clock=_now, wait=time.sleep)
        items = pipeline.find_items(
            [fspath(source) for source in sources], fetch=fetch, options=options
        )
        added = pipeline.add_each(
            self._ledger, items, clock=_now, published=published, record=record
        )
        return list(added)

    def blanks(self) -> list[Blank]:
        """The reports whose outlet or day is not known."""
        return pipeline.blanks(self._ledger)

    def fill(
        self, address: str, fields: Iterable[str], *, by: str, reason: str | None = None
    ) -> int:
        """Give the outlet or day of a report, as `sayso fill` does; the judgement's number."""
        decider = Decider(name=by, now=_now(), reason=reason)
        return pipeline.fill(self._ledger, address, list(fields), by=decider)

    def statements(self, words: str = "", **filters: Any) -> Statements:
        """The statements that fit, by the options of `sayso search`.

        `speaker`, `person`, `office`, `outlet`, `place`, `quantity` ("troops > 5,000"), `mode`,
        `kind`, `certainty`, the days `since`, `until`, `said_since`, `said_until`, `sort`, `all`.
        BadRequestError where a filter is none of these.
        """
        unknown = filters.keys() - pipeline.FILTERS
        if unknown:
            known = ", ".join(sorted(pipeline.FILTERS))
            message = f"{min(unknown)} is no filter; there are {known}."
            raise BadRequestError(message)
        return Statements(self._ledger, pipeline.search_of({"words": words, **filters}))

    def count(self, words: str = "", **filters: Any) -> int:
        """How many statements fit; 20,001 stands for more than 20,000."""
        return self._ledger.count(pipeline.search_of({"words": words, **filters}))

    def readings(self) -> Iterator[Reading]:
        """The newest reading of every report, whole, one in memory at a time."""
        return pipeline.readings(self._ledger)

    def people(self, name: str | None = None, *, limit: int = 100) -> list[KnownPerson]:
        """The people of that name, or the first of all."""
        return pipeline.people(self._ledger, name, limit=limit)

    def versions(self, address: str | None = None) -> Iterator[Revision]:
        """Every version of a report, or of all that changed, with its changes."""
        return pipeline.versions(self._ledger, address)

    def judge(
        self, mention: str, fields: Iterable[str], *, by: str, reason: str | None = None
    ) -> int:
        """Correct what was read, as `sayso judge` does; the judgement's number."""
        decider = Decider(name=by, now=_now(), reason=reason)
        return pipeline.judge(self._ledger, mention, list(fields), by=decider)

    def undo(self, number: int, *, by: str, reason: str | None = None) -> int:
        """Take a judgement back; the number of the one that does so."""
        return pipeline.undo(self._ledger, number, by=Decider(name=by, now=_now(), reason=reason))

    def judgements(self) -> Sequence[Judgement]:
        """All that was decided, the oldest first."""
        return pipeline.judgements(self._ledger)

    def verify(self) -> bool:
        """Whether everything is as it was added."""
        return all(unchanged for _, unchanged in self._ledger.verify())


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _imported(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise BadRequestError(f"That needs {name}: pip install {name}.") from error
