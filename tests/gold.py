"""Gold files: where they lie, and the floors that a run must not fall below."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
"""Data too large or not free enough to be shipped; tests on it carry the mark `shared`."""
_FLOORS = Path(__file__).with_name("floors.json")
_KEPT = os.environ.get("SAYSO_FIGURES")  # a file: `make bench` puts the figures on its page


def below_floor(key: str, figures: Mapping[str, float]) -> list[str]:
    """What falls below its floor, in words; every floor of `key` must have been measured."""
    floors: dict[str, float] = json.loads(_FLOORS.read_text("utf-8"))[key]
    if _KEPT:
        with Path(_KEPT).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "figures": dict(figures), "floors": floors}) + "\n")
    return [
        f"{name} {figures[name]:.2f} is below {floor}"
        for name, floor in floors.items()
        if name != "corpus" and figures[name] < floor
    ]


def same_corpus(key: str, paths: Iterable[Path]) -> bool:
    """Whether the gold is the one that the floors were set on."""
    known = json.loads(_FLOORS.read_text("utf-8"))[key]["corpus"]
    return bool(known == corpus_hash(paths))


def corpus_hash(paths: Iterable[Path]) -> str:
    """The hash of these files, in order of name."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
