"""The tables: what is kept. Rows are added and never changed; words are offsets into one text."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.types import TypeEngine

__all__ = ["COLUMNS", "MENTIONS", "RELATIONS", "ROOTS", "TABLES", "metadata"]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables, for SQLite and PostgreSQL alike."""

# STRICT tables of SQLite know INTEGER, REAL, TEXT and BLOB only.
_ID = BigInteger().with_variant(Integer(), "sqlite")
_NUMBER = Float(53).with_variant(REAL(), "sqlite")


def _id() -> Column[Any]:
    return Column("id", _ID, primary_key=True, autoincrement=False)


def _of(table: str, *, name: str | None = None, needed: bool = True) -> Column[Any]:
    """A column that holds the id of a row of `table`."""
    return Column(name or table, _ID, ForeignKey(f"{table}.id"), nullable=not needed)


def _indexed(table: str) -> Column[Any]:
    """A column that holds the id of a row of `table`, which others are looked up by."""
    return Column(table, _ID, ForeignKey(f"{table}.id"), nullable=False, index=True)


def _batch(*, index: bool = False) -> Column[Any]:
    """The batch that added the row; rows with an id stand in the order of their batches anyway."""
    return Column("batch", _ID, ForeignKey("batch.id"), nullable=False, index=index)


def _many(kind: TypeEngine[Any], *names: str, needed: bool = False) -> list[Column[Any]]:
    return [Column(name, kind, nullable=not needed) for name in names]


def _texts(*names: str, needed: bool = False) -> list[Column[Any]]:
    return _many(Text(), *names, needed=needed)


def _table(name: str, *columns: Column[Any] | UniqueConstraint | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _mentions(name: str, *columns: Column[Any]) -> Table:
    """A table of what was read at spans of one report, kept together by reading.

    `key` is the id of the mention within its report where it is not the usual one, `extra` is JSON
    of what its record holds beyond these columns.
    """
    return Table(
        name,
        metadata,
        Column("reading", _ID, ForeignKey("reading.id"), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        *columns,
        *_texts("key", "extra"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


_table(
    "batch",
    _id(),
    *_texts("made_at", "maker", needed=True),
    *_many(LargeBinary(), "hash", needed=True),
)
_table(
    "original",
    _id(),
    _batch(),
    Column("sha256", LargeBinary, nullable=False, unique=True),
    *_texts("media_type", "fetched_at"),
    *_many(Integer(), "size", needed=True),
    *_many(LargeBinary(), "bytes"),
)
_table("report", _id(), _batch(), Column("address", Text, nullable=False, unique=True))
_table(
    "version",
    _id(),
    _batch(),
    _of("report"),
    *_many(Integer(), "number", needed=True),
    Column("original", _ID, ForeignKey("original.id"), index=True),
    Column("text_id", Text, nullable=False, index=True),
    *_texts("title", "outlet", "url", "published", "language"),
    *_texts("body", needed=True),
    UniqueConstraint("report", "number"),
)
_table(
    "reading",
    _id(),
    _batch(),
    Column("version", _ID, ForeignKey("version.id"), nullable=False, index=True),
    *_texts("reader", needed=True),
    Column("first", _ID, nullable=False, index=True),
    *_many(_ID, "statements", needed=True),
    *_texts("judged", "extra"),
)
_table(
    "superseded",
    Column("reading", _ID, ForeignKey("reading.id"), primary_key=True, autoincrement=False),
    _batch(index=True),
    _of("reading", name="successor"),
)
_table("confirmed", _id(), _batch(), _of("reading"), *_texts("reader", needed=True))
_table(
    "person",
    _id(),
    _batch(),
    *_texts("name", needed=True),
    Column("full_name", Text, index=True),
    Column("surname", Text, index=True),
)
_table(
    "office",
    _id(),
    _batch(),
    _of("person"),
    Column("key", Text, nullable=False, index=True),
    *_texts("title", "affiliation", "seen"),
)
_table(
    "statement",
    _id(),
    _of("reading"),
    *_many(Integer(), "begins", "ends", needed=True),
    *_texts("content", "source", "cue"),
    *_texts("mode", needed=True),
    *_texts("kind"),
    *_many(Integer(), "speaker", "within"),
    *_texts("said_earliest", "said_latest", "said_anchor"),
    *_many(_NUMBER, "confidence"),
    *_texts("key", "extra"),
)
_mentions(
    "claim",
    *_many(Integer(), "statement"),
    *_many(Integer(), "begins", "ends", needed=True),
    *_texts("polarity", "certainty", "tense", "role", "condition", "forecast"),
    *_texts("plover", "mode", "actor", "recipient"),
)
_mentions(
    "quantity",
    *_many(Integer(), "statement"),
    *_many(Integer(), "begins", "ends", needed=True),
    *_many(_NUMBER, "figure"),
    *_texts("value", "low", "high", "relation", "counted", "unit", "per", "part_of"),
    *_many(Integer(), "total"),
    *_texts("place", "as_of"),
)
_mentions(
    "time",
    *_many(Integer(), "begins", "ends", needed=True),
    *_texts("type", "value", "mod", "earliest", "latest", "anchor"),
)
_mentions(
    "place",
    *_many(Integer(), "begins", "ends", needed=True),
    *_texts("name"),
    *_many(_ID, "geonames"),
    *_many(_NUMBER, "latitude", "longitude"),
    *_texts("kind"),
    *_many(Integer(), "stands_for_government"),
)
_mentions(
    "quotation",
    *_many(Integer(), "statement"),
    *_many(Integer(), "begins", "ends", needed=True),
    *_texts("spans"),
    *_many(Integer(), "closed", "names"),
)
_mentions(
    "mention",
    *_texts("name", needed=True),
    *_texts("office", "affiliation", "mentions"),
    _of("person", needed=False),
)
_table(
    "record",
    _id(),
    _batch(),
    _of("original", needed=False),
    Column("text_id", Text, nullable=False, unique=True),
    *_texts("name", needed=True),
    *_texts("title", "held", "venue", "url"),
    *_texts("body", "turns", "gaps", needed=True),
)
_table(
    "judgement",
    _id(),
    _batch(),
    *_texts("kind", "made_by", "made_at", needed=True),
    *_texts("reason"),
    Column("version", _ID, ForeignKey("version.id"), index=True),
    *_texts("mention"),
    *_many(Integer(), "begins", "ends"),
    *_texts("words", "before", "after", "change"),
    _of("judgement", name="undoes", needed=False),
)
_table(
    "failure",
    _id(),
    _batch(),
    *_texts("name", "reason", "failed_at", needed=True),
    *_many(Integer(), "settled", needed=True),
)
_table("saved", _id(), _batch(), *_texts("name", needed=True), *_texts("request"))
_table("found", _id(), _batch(), _indexed("version"), *_texts("name", needed=True))
_table("story", _id(), _batch())
_table("belonging", _id(), _batch(), _indexed("reading"), _indexed("story"))
_table(
    "term",
    _id(),
    _batch(),
    _of("reading"),
    *_texts("term", needed=True),
    Index(None, "term", "reading"),
)
_table(
    "utterance",
    _id(),
    _batch(),
    Column("number", _ID, nullable=False, index=True),
    *_texts("speaker", "said_earliest", "said_latest"),
    _of("statement", name="reference"),
    Column("key", Text, nullable=False, index=True),
)
_table(
    "rendering",
    _id(),
    _batch(),
    _indexed("statement"),
    Column("utterance", _ID, nullable=False, index=True),
    _of("statement", name="reference"),
    *_texts("verdict", "drift"),
)
_table(
    "origin",
    _id(),
    _batch(),
    _indexed("reading"),
    *_texts("origin", needed=True),
    _of("reading", name="source", needed=False),
    *_texts("kind", "because", needed=True),
)

TABLES = metadata.tables
"""Every table by its name."""
COLUMNS = {name: tuple(table.columns.keys()) for name, table in TABLES.items()}
"""The names of each table's columns, in their order."""
MENTIONS = ("claim", "quantity", "time", "place", "quotation", "mention")
"""The tables of what was read at spans of a report, beside the statements."""
ROOTS = (
    "original",
    "report",
    "version",
    "person",
    "office",
    "reading",
    "superseded",
    "confirmed",
    "record",
    "judgement",
    "failure",
    "saved",
    "found",
)
"""The tables whose rows name the batch that added them, in the order in which they are added."""
RELATIONS = ("story", "belonging", "term", "utterance", "rendering", "origin")
"""The tables of what was found across reports, added after all that they are about."""
