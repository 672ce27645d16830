"""MPNet in PyTorch: BERT's layers, and a score for how far two pieces stand apart.

Source: Song et al. 2020; distances in buckets as in T5 (Raffel et al. 2020).
"""

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training.layers import DROPOUT, Layer, beyond

__all__ = ["Encoder", "from_base"]

_FIRST = 2  # positions before it stand for no piece
_BUCKETS, _FARTHEST = 32, 128
_NAMES = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "out": "attention.attn.o",
    "norm_attention": "attention.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_output": "output.LayerNorm",
}


class Encoder(nn.Module):
    """The state of every piece after the last layer; `longest` is how many pieces a text has."""

    def __init__(self, config: dict[str, int], *, longest: int) -> None:
        super().__init__()
        width, heads = config["hidden_size"], config["num_attention_heads"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(longest, width)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.layers = nn.ModuleList(
            Layer(width, heads, config["intermediate_size"], eps=1e-5)
            for _ in range(config["num_hidden_layers"])
        )
        self.distance = nn.Embedding(_BUCKETS, heads)
        self.drop = nn.Dropout(DROPOUT)
        self.register_buffer("buckets", _buckets(longest), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Pieces [batch, pieces] in, states [batch, pieces, width] out; `mask` is 0 beyond ends."""
        count = ids.shape[1]
        x = self.drop(self.norm(self.word(ids) + self.position.weight[:count]))
        added = self.distance(self.buckets[:count, :count]).permute(2, 0, 1)[None]
        ends = beyond(mask)
        added = added if ends is None else added + ends
        for layer in self.layers:
            x = layer(x, added)
        return x


def _buckets(longest: int) -> Tensor:
    """In which bucket the distance of two pieces is [pieces, pieces]; near ones have their own."""
    at = torch.arange(longest)
    apart = at[:, None] - at[None]  # positive where the other comes before
    half = _BUCKETS // 2
    own = half // 2
    near = apart.abs()
    far = (near.clamp_min(1) / own).log() / math.log(_FARTHEST / own) * (half - own)
    within = torch.where(near < own, near, (own + far.long()).clamp_max(half - 1))
    return within + half * (apart < 0)


def from_base(folder: Path, *, longest: int) -> Encoder:
    """An encoder that starts from the weights of a folder (config.json, model.safetensors)."""
    encoder = Encoder(json.loads((folder / "config.json").read_text("utf-8")), longest=longest)
    saved = load_file(folder / "model.safetensors")
    state = {
        "word.weight": saved["embeddings.word_embeddings.weight"],
        "position.weight": saved["embeddings.position_embeddings.weight"][_FIRST:][:longest],
        "distance.weight": saved["encoder.relative_attention_bias.weight"],
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = saved[f"embeddings.LayerNorm.{part}"]
        for index in range(len(encoder.layers)):
            for ours, theirs in _NAMES.items():
                name = f"encoder.layer.{index}.{theirs}.{part}"
                state[f"layers.{index}.{ours}.{part}"] = saved[name]
    encoder.load_state_dict(state)
    return encoder
