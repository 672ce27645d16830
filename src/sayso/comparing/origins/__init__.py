"""Origins: where each report has its words from, and which only repeat others."""

from sayso.comparing.origins.chains import find_origins

__all__ = ["find_origins"]
