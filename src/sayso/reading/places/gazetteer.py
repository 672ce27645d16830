"""The places of the world by their names, in tables that stay on disk until a page is needed."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import log10
from pathlib import Path

import numpy as np

from sayso.errors import DamagedGazetteerError
from sayso.records import PlaceKind

__all__ = [
    "ENTRY",
    "FOLDER",
    "KINDS",
    "NONE",
    "NUMBER",
    "PARTS",
    "PLACE",
    "Candidates",
    "Form",
    "Gazetteer",
]

FOLDER = Path(__file__).parent / "gazetteer"
"""Where the shipped tables lie."""
KINDS = tuple(PlaceKind)
"""The kinds by their number in the table of places."""
NUMBER = {kind: number for number, kind in enumerate(KINDS)}
"""The number of each kind."""
NONE = 65535
"""The number that stands for no country, state or county."""
PLACE = np.dtype(
    [
        ("id", "<u4"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
        ("population", "<u4"),
        ("name", "<u4"),
        ("country", "<u2"),
        ("state", "<u2"),
        ("county", "<u2"),
        ("kind", "u1"),
        ("capital", "?"),
    ]
)
"""A place: its GeoNames id or 0, its point, people, where its name stands, what it lies in, what
it is, and whether it is the capital of its country."""
ENTRY = np.dtype([("place", "<u4"), ("form", "u1")])
"""One place that a name may mean, and as what kind of name."""
_CHUNK = 1 << 20
_KEPT = 1000  # names whose places stay in memory
_LONGEST = 250  # bytes of a name, line end included
PARTS = ("country", "state", "county")
"""What a place lies in, in the table of places."""
_MOST = 150  # places of one name that are weighed, the largest
_FILES = ("places", "names", "keys", "starts", "entries")


class Form(IntEnum):
    """How a name names a place: properly, by another name, by its main town, short, its people."""

    NAME = 0
    ALIAS = 1
    SEAT = 2
    SHORT = 3
    DEMONYM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The places that one name may mean: row numbers, forms, and the rows themselves.

    `kinds` and `named` are the kinds and forms among them, `among` their numbers, `inside` the
    numbers of what they lie in, `people` the tenth power of people in the largest; `seat` is true
    where one is the capital of its country.
    """

    numbers: np.ndarray
    forms: np.ndarray
    rows: np.ndarray
    kinds: frozenset[int]
    named: frozenset[int]
    among: frozenset[int]
    inside: frozenset[int]
    people: float
    seat: bool


class Gazetteer:
    """The tables, opened but not read; one serves any number of texts.

    Raises DamagedGazetteerError where a file is missing or not as it was shipped.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        _verify(folder)
        tables = [
            np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _FILES
        ]
        self._known: dict[tuple[int, int], Candidates] = {}
        self.places, self._names, self._keys, self._starts, self._entries = tables

    def find(self, keys: Sequence[int]) -> list[tuple[int, int]]:
        """For each key the stretch of entries under it; an empty one where there is none."""
        wanted = np.array(keys, np.uint64)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        known = self._keys[at] == wanted
        stretches = np.where(known, [self._starts[at], self._starts[at + 1]], 0)
        return [(start, end) for start, end in stretches.T.tolist()]

    def candidates(self, stretch: tuple[int, int]) -> Candidates:
        """The places of a stretch of entries."""
        if stretch not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[stretch] = self._read(stretch)
        return self._known[stretch]

    def _read(self, stretch: tuple[int, int]) -> Candidates:
        entries = self._entries[stretch[0] : stretch[1]]
        rows = self.places[entries["place"]]
        if len(entries) > _MOST:
            kept = np.sort(np.argpartition(rows["population"], -_MOST)[-_MOST:])
            entries, rows = entries[kept], rows[kept]
        numbers = entries["place"].astype(np.int64)
        parents: set[int] = set().union(
            *(rows[part][rows[part] != numbers].tolist() for part in PARTS)
        )
        return Candidates(
            numbers=numbers,
            forms=entries["form"].astype(np.int64),
            rows=rows,
            kinds=frozenset(rows["kind"].tolist()),
            named=frozenset(entries["form"].tolist()),
            among=frozenset(numbers.tolist()),
            inside=frozenset(parents - {NONE}),
            people=log10(int(rows["population"].max()) + 1.0),
            seat=bool(rows["capital"].any()),
        )

    def name(self, number: int) -> str:
        """The proper name of a place."""
        start = int(self.places[number]["name"])
        return bytes(self._names[start : start + _LONGEST]).partition(b"\n")[0].decode()


def _verify(folder: Path) -> None:
    """Make sure that every file is there as the manifest says."""
    try:
        digests = json.loads((folder / "gazetteer.json").read_text("utf-8"))["sha256"]
        for name in _FILES:
            if _digest(folder / f"{name}.npy") != digests[f"{name}.npy"]:
                message = (
                    f"{folder / name}.npy is not the file that was shipped; install sayso again."
                )
                raise DamagedGazetteerError(message)
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"The gazetteer in {folder} cannot be read ({error}); install sayso again."
        raise DamagedGazetteerError(message) from error


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
