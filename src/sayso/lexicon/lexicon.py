"""The one reader of the word lists beside it: each is a TOML file of rows."""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import tomli  # tomllib, compiled: 70 ms less at the start of every command

__all__ = ["document_share", "rows", "table", "words"]


@cache
def table(name: str) -> dict[str, Any]:
    """All of `name`.toml; the same object every time, so read it and leave it as it is."""
    return tomli.loads(files("sayso.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list `key` of `name`.toml as a set of words."""
    return frozenset(table(name)[key])


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `name`.csv, each by the names in its first line."""
    text = files("sayso.lexicon").joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def document_share(word: str) -> float:
    """The share of news texts that hold `word` (in small letters), 0 where hardly any did."""
    return _shares().get(word, 0) / 10_000


@cache
def _shares() -> dict[str, int]:
    lines = files("sayso.lexicon").joinpath("frequencies.txt").read_text("utf-8").splitlines()
    return {word: int(share) for word, share in (line.split() for line in lines)}
