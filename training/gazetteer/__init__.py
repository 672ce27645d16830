"""The places of the world with their names, in tables that sayso looks them up in."""
