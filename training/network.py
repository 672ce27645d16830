"""The network in PyTorch: a BERT encoder (Devlin et al. 2019), heads for attribution and grammar.

Source of the arcs: biaffine-style scoring of word pairs (Dozat and Manning 2017).
"""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from sayso.reading.encoder.pieces import FEATURES
from sayso.reading.encoder.tags import ARC, FORBIDDEN, TAGS
from sayso.reading.grammar import BLOCKS, RELATIONS
from training.layers import BERT_NAMES, DROPOUT, Layer, beyond

__all__ = ["TEACHER", "Grammar", "Network", "at_words", "chain_loss", "from_base", "from_runs"]

TEACHER = "teacher"
"""A second block of names, as the teacher marks them; it only helps to learn and is not shipped."""
_SIZES = [len(labels) for labels in BLOCKS.values()]


class Grammar(nn.Module):
    """From the states of all layers: tags of the words of a text, and arcs to their heads.

    The layers are mixed (Peters et al. 2018), and one more layer looks from word to word.
    """

    def __init__(self, width: int, heads: int, layers: int) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(layers))
        self.norm = nn.LayerNorm(width)
        self.layer = Layer(width, heads, width)
        self.tags = nn.Linear(width, sum(_SIZES) + len(RELATIONS))
        self.heads = nn.Linear(width, len(RELATIONS))
        self.teacher = nn.Linear(width, len(BLOCKS["names"]))
        self.dependent, self.head = _arc(width, ARC), _arc(width, ARC)
        self.root = nn.Parameter(torch.zeros(ARC))
        self.drop = nn.Dropout(2 * DROPOUT)

    def mixed(self, states: list[Tensor]) -> Tensor:
        """One state of every piece for those of all layers."""
        weights = torch.softmax(self.mix, 0)
        found = weights[0] * states[0]
        for layer, x in enumerate(
            states[1:], 1
        ):  # one after the other: no copy of all side by side
            found = found + weights[layer] * x
        return found

    def forward(self, x: Tensor, mask: Tensor | None) -> dict[str, Tensor]:
        """From the mixed states at words [batch, words, width] to scores [batch, words, ...].

        `tags` (the blocks and the relations as the dependent sees them), `heads` (the relations
        as the head does), `arcs` (heads, root last) and the teacher's names.
        """
        x = self.drop(self.layer(self.drop(self.norm(x)), beyond(mask)))
        dependent, head = self.dependent(x), self.head(x)
        root = (dependent * self.root).sum(-1, keepdim=True)
        arcs = torch.cat([dependent @ head.transpose(1, 2), root], -1) / ARC**0.5
        return {
            "tags": self.tags(x),
            "heads": self.heads(x),
            "arcs": arcs,
            TEACHER: self.teacher(x),
        }


class Network(nn.Module):
    """Scores for every piece: tags, and vectors whose products score three kinds of arc.

    The arcs are span → cue, cue → source, cue → content; a cue without a source points to itself.
    `grammar` reads the same states once more.
    """

    def __init__(self, config: dict[str, int]) -> None:
        super().__init__()
        width, heads = config["hidden_size"], config["num_attention_heads"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(config["max_position_embeddings"], width)
        self.feature = nn.Embedding(FEATURES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        count = config["num_hidden_layers"]
        self.layers = nn.ModuleList(
            Layer(width, heads, config["intermediate_size"]) for _ in range(count)
        )
        self.tag = nn.Linear(width, len(TAGS))
        self.arc_query, self.arc_key = _arc(width, ARC), _arc(width, ARC)
        self.cue_query, self.cue_key = _arc(width, 2 * ARC), _arc(width, 2 * ARC)
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.drop = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.feature.weight)
        self.grammar = Grammar(width, heads, count + 1)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores [batch, pieces, 7], arc queries and arc keys [batch, pieces, 3 * ARC]."""
        return self.attribution(self.states(ids, features, mask)[-1])

    def states(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> list[Tensor]:
        """What each layer makes of the pieces [batch, pieces, width], their vectors first."""
        x = self.embed(ids) + self.position.weight[: ids.shape[1]] + self.feature(features)
        found, added = [self.drop(self.norm(x))], beyond(mask)
        for layer in self.layers:
            found.append(layer(found[-1], added))
        return found

    def attribution(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """What `forward` gives, from the states of the last layer."""
        x = self.drop(x)
        return self.tag(x), *self.arcs(x)

    def arcs(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Arc queries and arc keys, from the states of the last layer."""
        queries = torch.cat([self.arc_query(x), self.cue_query(x)], -1)
        return queries, torch.cat([self.arc_key(x), self.cue_key(x)], -1)

    def embed(self, ids: Tensor) -> Tensor:
        """The vectors of the pieces; a place of its own so that export can quantise the table."""
        return self.word(ids)


def _arc(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, ARC), nn.GELU(), nn.Linear(ARC, size))


def at_words(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The states at the words: the mean of a word's first and last piece.

    `x` [batch, pieces, width], `first` and `last` [batch, words] -> [batch, words, width].
    """
    wide = (-1, -1, x.shape[-1])
    return (
        x.gather(1, first[..., None].expand(wide)) + x.gather(1, last[..., None].expand(wide))
    ) / 2


def from_base(folder: Path) -> Network:
    """A network that starts from the weights of a BERT folder (config.json, model.safetensors)."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    network = Network(config)
    saved = load_file(folder / "model.safetensors")
    saved = {name.removeprefix("bert."): values for name, values in saved.items()}
    table = saved["embeddings.position_embeddings.weight"]
    state = {
        "word.weight": saved["embeddings.word_embeddings.weight"],
        "position.weight": table + saved["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = saved[f"embeddings.LayerNorm.{part}"]
        for index in range(config["num_hidden_layers"]):
            for ours, theirs in BERT_NAMES.items():
                name = f"encoder.layer.{index}.{theirs}.{part}"
                state[f"layers.{index}.{ours}.{part}"] = saved[name]
    unexpected = network.load_state_dict(state, strict=False).unexpected_keys
    if unexpected:
        message = f"{folder} holds weights of another shape: {unexpected[:3]}"
        raise ValueError(message)
    return network


def from_runs(network: Network, runs: list[str]) -> None:
    """Load the averaged weights of a run; of several that started alike, their mean.

    `RUN@last` is a run's last weights instead; one given twice counts twice. Source: model soups
    (Wortsman et al. 2022).
    """
    found: dict[str, list[Tensor]] = {}
    for run in runs:
        folder, _, last = run.partition("@")
        checkpoint = torch.load(Path(folder) / "checkpoint.pt", map_location="cpu")
        saved = checkpoint["network" if last else "average"]
        for name, values in saved.items():
            found.setdefault(name.removeprefix("module."), []).append(values)
    known = {name: found[name] for name in network.state_dict() if name in found}
    network.load_state_dict(
        {name: torch.stack(values).mean(0) for name, values in known.items()}, strict=False
    )


def chain_loss(scores: Tensor, tags: Tensor, mask: Tensor, *, steps: Tensor) -> Tensor:
    """Summed negative log-likelihood of the tags under a linear-chain CRF (Lafferty et al. 2001).

    `scores` [batch, words, tags], `tags` and `mask` [batch, words] with 1 for a word, words first.
    """
    allowed = steps + torch.from_numpy(FORBIDDEN).to(steps)
    emitted = (scores.gather(2, tags[..., None]).squeeze(2) * mask).sum()
    gold = emitted + (allowed[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum()
    total = scores[:, 0]
    for word in range(1, scores.shape[1]):
        reached = torch.logsumexp(total[:, :, None] + allowed, 1) + scores[:, word]
        total = torch.where(mask[:, word, None] > 0, reached, total)
    return torch.logsumexp(total, 1).sum() - gold
