"""What is found across reports: stories, utterances with their renderings, origins, files.

The tables stand here as they were made: the schema goes on, a step that was taken does not.
"""

from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0003"
down_revision = "0002"

_TABLES = {
    "found": "version {id} not null references version(id), name text not null",
    "story": "",
    "belonging": "reading {id} not null references reading(id), "
    "story {id} not null references story(id)",
    "term": "reading {id} not null references reading(id), term text not null",
    "utterance": "number {id} not null, speaker text, said_earliest text, said_latest text, "
    "reference {id} not null references statement(id), key text not null",
    "rendering": "statement {id} not null references statement(id), utterance {id} not null, "
    "reference {id} not null references statement(id), verdict text, drift text",
    "origin": "reading {id} not null references reading(id), origin text not null, "
    "source {id} references reading(id), kind text not null, because text not null",
}
_INDEXES = {
    "found": ("batch", "version"),
    "story": ("batch",),
    "belonging": ("batch", "reading", "story"),
    "term": ("batch", "term"),
    "utterance": ("batch", "number", "key"),
    "rendering": ("batch", "statement", "utterance"),
    "origin": ("batch", "reading"),
}
_KEPT = "sayso never changes what it has kept"


def upgrade() -> None:
    """Make the tables, empty: the next command that needs them fills them."""
    postgres = op.get_bind().dialect.name == "postgresql"
    kind, strict = ("bigint", "") if postgres else ("integer", " strict")
    for table, columns in _TABLES.items():
        own = f"id {kind} primary key, batch {kind} not null references batch(id)"
        rest = f", {columns.format(id=kind)}" if columns else ""
        op.execute(f"create table {table} ({own}{rest}){strict}")
        for column in _INDEXES[table]:
            op.execute(f"create index ix_{table}_{column} on {table} ({column})")
        for trigger in _postgres(table) if postgres else _sqlite(table):
            op.execute(trigger)


def _sqlite(table: str) -> list[str]:
    return [
        f"create trigger no_{change}_of_{table} before {change} on {table} "
        f"begin select raise(abort, '{_KEPT}'); end"
        for change in ("update", "delete")
    ]


def _postgres(table: str) -> list[str]:
    changes = (("change", "update or delete", "row"), ("emptying", "truncate", "statement"))
    return [
        f"create trigger no_{name}_of_{table} before {change} on {table} for each {each} "
        f"execute function keep_rows()"
        for name, change, each in changes
    ]
