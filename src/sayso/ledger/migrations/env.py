"""What alembic runs: its steps, on the connection that it was given."""

from alembic import context

__all__: list[str] = []

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
