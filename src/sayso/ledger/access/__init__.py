"""Who may ask a ledger and write into it: users with their roles, tokens, sessions."""

from sayso.ledger.access.access import Access

__all__ = ["Access"]
