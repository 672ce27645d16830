"""The one reader of the word lists beside it: each is a TOML file of rows."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table", "words"]


@cache
def table(name: str) -> dict[str, Any]:
    """All of `name`.toml; the same object every time, so read it and leave it as it is."""
    return tomllib.loads(files("sayso.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list `key` of `name`.toml as a set of words."""
    return frozenset(table(name)[key])
