"""What the grammar heads are to answer, as numbers, and how far they are from it."""

from bisect import bisect_left
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.grammar import BLOCKS, RELATIONS
from sayso.records import Grammar
from training.network import TEACHER

__all__ = ["IGNORED", "Labels", "as_labels", "grammar_losses", "joined"]

IGNORED = -100
"""In place of a label that is not known."""
_NUMBERS = {
    name: {label: number for number, label in enumerate(labels)}
    for name, labels in (*BLOCKS.items(), ("relations", RELATIONS))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of words [words]; heads count from the first word, -1 is root.

    `teacher` are names as the teacher marks them, `numbers` count the sentences.
    """

    upos: np.ndarray
    xpos: np.ndarray
    sentence: np.ndarray
    names: np.ndarray
    teacher: np.ndarray
    heads: np.ndarray
    relations: np.ndarray
    numbers: np.ndarray

    def cut(self, first: int, after: int) -> "Labels":
        """The labels of a window; arcs that leave it are not known."""
        part = {field.name: getattr(self, field.name)[first:after] for field in fields(self)}
        heads = part["heads"]
        inside = (heads == -1) | ((heads >= first) & (heads < after))
        part["relations"] = np.where(inside, part["relations"], IGNORED)
        part["heads"] = np.where(inside, np.where(heads < 0, -1, heads - first), IGNORED)
        return Labels(**part)


def as_labels(grammar: Grammar, *, gold: bool) -> Labels:
    """The labels of a text; only gold tells names, a teacher gives its own kind."""
    count = len(grammar.words)
    begins = np.zeros(count, np.int64)
    begins[list(grammar.sentences)] = 1
    unknown, names = np.full(count, IGNORED), _name_tags(grammar)
    return Labels(
        upos=_numbers("upos", grammar.upos),
        xpos=_numbers("xpos", grammar.xpos),
        sentence=begins,
        names=names if gold else unknown,
        teacher=unknown if gold else names,
        heads=np.array(grammar.heads, np.int64),
        relations=_numbers("relations", grammar.labels),
        numbers=np.cumsum(begins),
    )


def joined(parts: list[Labels | None], lengths: list[int]) -> dict[str, Tensor] | None:
    """The labels of several windows as padded tensors [windows, words], None where none has any."""
    if not any(parts):
        return None
    width = max(lengths)
    found = {}
    for field in fields(Labels):
        table = np.full((len(parts), width), IGNORED, np.int64)
        for row, part in zip(table, parts, strict=True):
            if part:
                values = getattr(part, field.name)
                row[: len(values)] = values
        found[field.name] = torch.from_numpy(table)
    return found


def grammar_losses(scores: dict[str, Tensor], labels: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss a word of each thing that is known of the words."""
    *blocks, relations = scores["tags"].split([*map(len, BLOCKS.values()), len(RELATIONS)], -1)
    named = dict(zip(BLOCKS, blocks, strict=True)) | {TEACHER: scores[TEACHER]}
    found = {name: _loss(part, labels[name]) for name, part in named.items()}
    found["heads"] = _loss(_in_sentence(scores["arcs"], labels), _with_root(labels["heads"]))
    at = labels["heads"].clamp_min(0)[..., None].expand(-1, -1, len(RELATIONS))
    of_heads = scores["heads"].float().gather(1, at)
    below = labels["heads"] >= 0  # a root needs no label
    found["relations"] = _loss(
        relations.float() + of_heads, labels["relations"].where(below, torch.tensor(IGNORED))
    )
    return found


def _loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy, a mean over the known; nothing where none is."""
    if not (labels != IGNORED).any():
        return torch.zeros((), device=scores.device)
    return functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )


def _with_root(heads: Tensor) -> Tensor:
    return heads.masked_fill(heads == -1, heads.shape[1])


def _in_sentence(arcs: Tensor, labels: dict[str, Tensor]) -> Tensor:
    """The scores of arcs, with those ruled out that leave the sentence or end where they began."""
    numbers = labels["numbers"]
    apart = numbers[:, :, None] != numbers[:, None, :]
    apart |= torch.eye(numbers.shape[1], dtype=torch.bool, device=apart.device)
    apart = torch.cat([apart, torch.zeros_like(apart[..., :1])], -1)
    return arcs.float().masked_fill(apart, -1e4)


def _numbers(block: str, labels: list[str] | tuple[str, ...]) -> np.ndarray:
    known = _NUMBERS[block]
    return np.array([known.get(label, IGNORED) for label in labels], np.int64)


def _name_tags(grammar: Grammar) -> np.ndarray:
    starts = [word.start for word in grammar.words]
    tags = np.zeros(len(starts), np.int64)
    for name in grammar.names:
        first, after = (bisect_left(starts, place) for place in name.span)
        tags[first:after] = _NUMBERS["names"][f"I-{name.kind}"]
        tags[first] = _NUMBERS["names"][f"B-{name.kind}"]
    return tags
