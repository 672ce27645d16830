"""What statements, and the report itself, claim to be so: how surely, when and on what condition."""

from sayso.reading.claims.claims import read_claims

__all__ = ["read_claims"]
