"""Transformer layers in PyTorch, as BERT (Devlin et al. 2019) and MPNet (Song et al. 2020) have."""

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["BERT_NAMES", "DROPOUT", "Layer", "beyond"]

DROPOUT = 0.1
BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_output": "output.LayerNorm",
}
"""The parts of a layer, and what files of BERT's weights call them."""


class Layer(nn.Module):
    """One transformer layer with the normalisation after each half, as in BERT."""

    def __init__(self, width: int, heads: int, inner: int, *, eps: float = 1e-12) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm_attention = nn.LayerNorm(width, eps=eps)
        self.norm_output = nn.LayerNorm(width, eps=eps)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, added: Tensor | None) -> Tensor:
        """[batch, pieces, width] in and out; `added` goes to the scores of attention."""
        attended = self.attend(self.query(x), self.key(x), self.value(x), added=added)
        x = self.norm_attention(x + self.drop(self.out(attended)))
        return self.norm_output(x + self.drop(self.narrow(functional.gelu(self.widen(x)))))

    def attend(self, query: Tensor, key: Tensor, value: Tensor, *, added: Tensor | None) -> Tensor:
        """Each piece's mixture of the values; a place of its own so that export can fuse it.

        `added` broadcasts to the scores [batch, heads, pieces, pieces].
        """
        batch, length, width = query.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        # written out: no slower on a CPU at these lengths
        scores = split(query) * (width // self.heads) ** -0.5 @ split(key).transpose(2, 3)
        if added is not None:
            scores = scores + added.to(scores.dtype)
        attended = torch.softmax(scores, -1) @ split(value)
        return attended.transpose(1, 2).reshape(batch, length, width)


def beyond(mask: Tensor | None) -> Tensor | None:
    """What keeps attention from pieces beyond an end, where `mask` [batch, pieces] has noughts."""
    return None if mask is None else (1.0 - mask[:, None, None, :].float()) * -10000.0
