"""Forecasts: what was foretold, until when, on which condition, and what was said of it later."""

from sayso.comparing.forecasts.board import find_forecasts

__all__ = ["find_forecasts"]
