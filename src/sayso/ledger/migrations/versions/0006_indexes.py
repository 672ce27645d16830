"""Reports of some days are found, and those of them that share a term, without looking at others.

Readings need no index of batches, for their numbers rise from batch to batch. Only indexes come and
go: no row changes, so the chain stays.
"""

from alembic import op

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make two indexes and take one away; what the one of terms held, the new one holds too."""
    op.execute("create index ix_reading_first on reading (first)")
    op.execute("drop index ix_term_term")
    op.execute("create index ix_term_term on term (term, reading)")
    op.execute("drop index if exists ix_reading_batch")
