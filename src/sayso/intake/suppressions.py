"""Bytes to suppressions: the findings that a newsroom has looked at and does not want again."""

import tomllib
from collections.abc import Mapping
from typing import Any

from sayso.errors import UnreadableSuppressionsError
from sayso.records import Suppression, Verdict

__all__ = ["parse_suppressions"]

_KEYS = frozenset({"words", "reason", "verdict", "report"})


def parse_suppressions(data: bytes, *, name: str) -> tuple[Suppression, ...]:
    r"""The suppressions in a TOML file, a `[[suppress]]` each; `words` and `reason` are needed.

    UnreadableSuppressionsError, which names the file by `name` and the entry, where one is amiss.

    >>> parse_suppressions(b'[[suppress]]\nwords = "8,000"\nreason = "seen"', name="s.toml")
    (Suppression(words='8,000', reason='seen', verdict=None, report=None),)
    """
    try:
        rows = tomllib.loads(data.decode()).get("suppress", [])
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableSuppressionsError(f"{name} is no TOML file: {error}.") from error
    if not isinstance(rows, list):
        raise UnreadableSuppressionsError(f"{name}: write each entry under [[suppress]].")
    return tuple(_suppression(row, f"{name}, entry {at}") for at, row in enumerate(rows, 1))


def _suppression(row: object, place: str) -> Suppression:
    if not isinstance(row, Mapping) or not all(isinstance(row[key], str) for key in row):
        raise UnreadableSuppressionsError(f"{place} is no table of words in quotation marks.")
    if unknown := sorted(set(row) - _KEYS):
        raise UnreadableSuppressionsError(f"{place} has {unknown[0]!r}, which sayso does not know.")
    for needed in ("words", "reason"):
        if not row.get(needed, "").strip():
            raise UnreadableSuppressionsError(f"{place} gives no {needed}; say it in a few words.")
    return Suppression(
        words=row["words"],
        reason=row["reason"],
        verdict=_verdict(row, place),
        report=row.get("report"),
    )


def _verdict(row: Mapping[str, Any], place: str) -> Verdict | None:
    if "verdict" not in row:
        return None
    try:
        return Verdict(row["verdict"])
    except ValueError as error:
        known = ", ".join(Verdict)
        message = f"{place}: {row['verdict']!r} is no verdict; choose one of {known}."
        raise UnreadableSuppressionsError(message) from error
