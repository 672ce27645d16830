"""What is claimed to be so, by whom: how surely, when and on what condition."""

from sayso.reading.claims.claims import read_claims

__all__ = ["read_claims"]
