"""How far the network is from what it is to answer."""

import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.encoder.pieces import Vocabulary
from sayso.reading.encoder.tags import ARC
from training.batches import Arcs, Batch
from training.labels import grammar_losses
from training.network import Network, at_words, chain_loss

__all__ = ["batch_losses"]

_MASKED = 0.04  # pieces hidden, so that no single word decides
_SCALE = ARC**0.5


def batch_losses(
    network: Network, batch: Batch, vocabulary: Vocabulary, *, heads_only: bool = False
) -> dict[str, Tensor]:
    """The losses by name: `tags` and `arcs` of attributions and each part of the grammar.

    With `heads_only` the grammar does not reach the encoder.
    """
    device = batch.ids.device
    hidden = (torch.rand(batch.ids.shape) < _MASKED).to(device) & (batch.mask > 0)
    hidden &= (batch.ids != vocabulary.cls) & (batch.ids != vocabulary.sep)
    ids = batch.ids.masked_fill(hidden, vocabulary.mask)
    with torch.autocast(device.type, torch.bfloat16):
        states = network.states(ids, batch.features, batch.mask)
        attribution = network.attribution(states[-1]) if batch.tags is not None else None
        if batch.grammar:
            seen = [x.detach() for x in states] if heads_only else states
            mixed = at_words(network.grammar.mixed(seen), batch.first, batch.last)
            grammar = network.grammar(mixed, batch.words)
    found = _attribution(network, batch, attribution) if attribution else {}
    return found | (grammar_losses(grammar, batch.grammar) if batch.grammar else {})


def _attribution(
    network: Network, batch: Batch, outputs: tuple[Tensor, Tensor, Tensor]
) -> dict[str, Tensor]:
    """The loss of the tags (a word) and of the arcs (an arc, three kinds summed)."""
    tags, queries, keys = (
        x.float().gather(1, batch.first[..., None].expand(-1, -1, x.shape[-1])) for x in outputs
    )
    chain = chain_loss(tags, batch.tags, batch.words, steps=network.steps)
    arcs = [
        _arc_loss(kind, arcs, (queries, keys, batch.words))
        for kind, arcs in enumerate(batch.arcs)
        if arcs
    ]
    zero = torch.zeros((), device=tags.device)
    return {"tags": chain / batch.words.sum(), "arcs": sum(arcs, start=zero)}


def _arc_loss(kind: int, arcs: Arcs, vectors: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    queries, keys, words = vectors
    row, one, other = torch.tensor(arcs, device=words.device).T
    part = slice(kind * ARC, (kind + 1) * ARC)
    scores = torch.einsum("nd,ntd->nt", queries[row, one, part], keys[row][:, :, part]) / _SCALE
    return functional.cross_entropy(scores - (1 - words[row]) * 1e4, other)
