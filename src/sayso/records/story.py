"""Reports of one happening."""

from dataclasses import dataclass

__all__ = ["Story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening, by their ids in order; `id` follows from them."""

    id: str
    reports: tuple[str, ...]
