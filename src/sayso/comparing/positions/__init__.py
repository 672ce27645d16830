"""Positions: what speakers say to claims, which claims are one, and who says no to whom."""

from sayso.comparing.positions.claimed import Claimed, read_claimed
from sayso.comparing.positions.contradictions import find_contradictions

__all__ = ["Claimed", "find_contradictions", "read_claimed"]
