"""The largest tables of a file are packed: it holds the same rows in a third less room.

The file itself does not shrink; what is added next takes the room that became free.
The view of statements is that of 0002, which is taken away only while its tables change. Ledgers of
PostgreSQL stay as they are.
"""

from alembic import op

from sayso.ledger.fulltext import lasting_rows
from sayso.ledger.repacking import pack_tables

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0004"
down_revision = "0003"

# Their ids tell the batch, so that an index of batches is room for nothing.
_IN_ORDER = (
    *("original", "report", "version", "person", "office", "confirmed", "record", "judgement"),
    *("failure", "saved", "found", "story", "belonging", "term", "utterance", "rendering"),
    "origin",
)


def upgrade() -> None:
    """Pack the tables; what the views then show has the same hashes."""
    connection = op.get_bind()
    for table in _IN_ORDER:
        connection.exec_driver_sql(f"drop index if exists ix_{table}_batch")
    if connection.dialect.name == "postgresql":
        return
    found = "select sql from sqlite_master where type = 'view' and name = 'passage'"
    view = connection.exec_driver_sql(found).scalar_one()
    connection.exec_driver_sql("drop view passage")
    triggers = "select name from sqlite_master where type = 'trigger'"
    for name in connection.exec_driver_sql(triggers).scalars().all():
        connection.exec_driver_sql(f"drop trigger {name}")
    pack_tables(connection)
    connection.exec_driver_sql(view)
    for trigger in lasting_rows():
        connection.exec_driver_sql(trigger)
