"""The tables as the first release made them; nothing comes before."""

__all__ = ["down_revision", "revision", "upgrade"]

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing to do: a new ledger is laid out from the schema."""
