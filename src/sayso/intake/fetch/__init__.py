"""The one place that opens connections: pages from public addresses, when a person asks."""

from sayso.intake.fetch.fetcher import Fetcher

__all__ = ["Fetcher"]
