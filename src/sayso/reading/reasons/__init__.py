"""Which rule or head made each mark: read again, and only where somebody asks for it."""

from sayso.reading.reasons.reasons import explain_reading

__all__ = ["explain_reading"]
