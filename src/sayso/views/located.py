"""Where a report was found, in a few words for a line that has no better name for it."""

__all__ = ["located"]

_LONGEST = 90


def located(address: str) -> str:
    """A file by its name, a page without its scheme, neither longer than a line.

    >>> located("reports/one.txt"), located("https://example.org/a/b")
    ('one.txt', 'example.org/a/b')
    """
    _, scheme, rest = address.partition("://")
    name = rest if scheme else address.rstrip("/").rpartition("/")[2]
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]} …"
