"""How a ledger of an older sayso becomes one of this: a step each, run by alembic."""

from pathlib import Path

from sqlalchemy import Connection

__all__ = ["HEAD", "upgrade"]

HEAD = "0006"
"""The version of the tables as `schema` has them."""


def upgrade(connection: Connection) -> None:
    """Take every step from the version of the ledger to `HEAD`, within the open transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent))
    command.upgrade(config, HEAD)
