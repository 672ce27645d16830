"""The one place that opens connections: pages from public addresses, when a person asks.

Nothing is imported here: what connects takes a while to load, and most commands need none of it.
"""
