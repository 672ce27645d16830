"""Windows side by side, as the network learns from them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.labels import joined
from training.targets import Example

__all__ = ["Batch", "batches", "collate"]

_POOL = 400  # windows that are sorted by length together

Arcs = list[tuple[int, int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples side by side, padded; `tags` and `grammar` are None where none of them has any."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    tags: Tensor | None
    arcs: list[Arcs]
    grammar: dict[str, Tensor] | None

    def to(self, device: str) -> "Batch":
        """The same batch on another device."""
        return Batch(
            ids=self.ids.to(device),
            features=self.features.to(device),
            mask=self.mask.to(device),
            first=self.first.to(device),
            last=self.last.to(device),
            words=self.words.to(device),
            tags=None if self.tags is None else self.tags.to(device),
            arcs=self.arcs,
            grammar=self.grammar and {name: x.to(device) for name, x in self.grammar.items()},
        )


def batches(windows: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of at most `size` pieces: windows of about one length together, all shuffled."""
    shuffled = rng.sample(windows, len(windows))
    pools = (shuffled[start : start + _POOL] for start in range(0, len(shuffled), _POOL))
    found = [batch for pool in pools for batch in _pack(pool, size)]
    rng.shuffle(found)
    return found


def _pack(pool: list[Example], size: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for example in sorted(pool, key=lambda example: len(example.ids)):
        if batch and (len(batch) + 1) * len(example.ids) > size:
            yield batch
            batch = []
        batch.append(example)
    if batch:
        yield batch


def collate(examples: list[Example]) -> Batch:
    """The examples as tensors, zeros where one is shorter."""
    lengths = [len(example.first) for example in examples]
    tags = [example.tags for example in examples if example.tags is not None]
    return Batch(
        ids=_pad([example.ids for example in examples]),
        features=_pad([example.features for example in examples]),
        mask=_pad([np.ones(len(example.ids), np.int64) for example in examples]).float(),
        first=_pad([example.first for example in examples]),
        last=_pad([example.last for example in examples]),
        words=_pad([np.ones(length, np.int64) for length in lengths]).float(),
        tags=_pad(tags) if tags else None,
        arcs=[_arcs(examples, kind) for kind in range(3)],
        grammar=joined([example.grammar for example in examples], lengths),
    )


def _pad(rows: Sequence[np.ndarray]) -> Tensor:
    table = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for row, values in zip(table, rows, strict=True):
        row[: len(values)] = values
    return torch.from_numpy(table)


def _arcs(examples: list[Example], wanted: int) -> Arcs:
    return [
        (row, one, other)
        for row, example in enumerate(examples)
        for kind, one, other in example.arcs
        if kind == wanted
    ]
