"""Readings need no index of batches: their numbers rise from batch to batch."""

from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Take the index away; no row changes, so the chain stays."""
    op.execute("drop index if exists ix_reading_batch")
