"""Train what tells renderings of one utterance apart: `python -m training.meaning BASE OUT`.

BASE holds the starting weights, as for `training.encoder`. OUT gets `meaning.onnx` with its
tokenizer and checksums, which are shipped, and `left_out.npz`: the vectors of the statements of
`training/renderings`, each from a network that has not seen its event.

Statements of one event stand in one batch, so that the others of the same press conference are what
a rendering is told from. Source: supervised contrastive learning (Khosla et al. 2020) over mean
pooled sentence vectors (Reimers and Gurevych 2019).
"""

import argparse
import copy
import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.comparing.meaning import Vocabulary
from training.export import SmallTable, fuse_attention, quantize, write_contents
from training.lines import RENDERINGS, Line, read_events
from training.network import Network, from_base

_FOLDS = 4
_EPOCHS = 2  # of 1 to 6, what was left out was told apart best after two and three
_RATE = 5e-5
_HEAT = 0.07
_WARM_UP = 0.1
_SIDE_BY_SIDE = 18  # statements of about one length that go through together


class Meaning(nn.Module):
    """The vector of a statement, of length one: the mean of what the last layer makes of it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Pieces [batch, pieces] in, vectors [batch, width] out; `mask` is 0 beyond an end."""
        states = self.network.states(ids, torch.zeros_like(ids), mask)[-1]
        if mask is None:
            return functional.normalize(states.mean(1), dim=-1)
        counted = mask[..., None].to(states.dtype)
        return functional.normalize((states * counted).sum(1) / counted.sum(1), dim=-1)


def _trained(base: Path, vocabulary: Vocabulary, events: Sequence[Sequence[Line]]) -> Meaning:
    torch.manual_seed(1)
    order, meaning = random.Random(1), Meaning(from_base(base))
    for name, parameter in meaning.network.named_parameters():
        # The tables stay as they are: so few words are here that the others would lag behind.
        parameter.requires_grad = name.startswith(("layers", "norm"))
    learnt = [it for it in meaning.parameters() if it.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=_RATE, weight_decay=0.01)
    total = _EPOCHS * len(events)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (_WARM_UP * total), 1 - step / total)
    )
    meaning.train()
    for _ in range(_EPOCHS):
        for event in order.sample(events, len(events)):
            _loss(meaning, vocabulary, event).backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
    return meaning.eval()


def _loss(meaning: Meaning, vocabulary: Vocabulary, event: Sequence[Line]) -> Tensor:
    """How far each statement is from the others of its utterances, beside all of the event."""
    lines = sorted(event, key=lambda it: len(it.text))
    vectors = torch.cat([*_vectors(meaning, vocabulary, lines)])
    near = (vectors @ vectors.T / _HEAT).fill_diagonal_(-1e9)
    told = [{*it.utterances} for it in lines]
    same = torch.tensor([[bool(one & other) for other in told] for one in told], dtype=torch.float)
    same.fill_diagonal_(0)
    likely, count = torch.log_softmax(near, 1) * same, same.sum(1)
    return -(likely.sum(1)[count > 0] / count[count > 0]).mean()


def _vectors(meaning: Meaning, vocabulary: Vocabulary, lines: Sequence[Line]) -> Iterator[Tensor]:
    for first in range(0, len(lines), _SIDE_BY_SIDE):
        pieces = [vocabulary.pieces(it.text) for it in lines[first : first + _SIDE_BY_SIDE]]
        ids = torch.zeros(len(pieces), max(map(len, pieces)), dtype=torch.long)
        mask = torch.zeros_like(ids)
        for at, own in enumerate(pieces):
            ids[at, : len(own)] = torch.from_numpy(own)
            mask[at, : len(own)] = 1
        yield meaning(ids, mask)


def _left_out(
    base: Path, vocabulary: Vocabulary, events: Mapping[str, Sequence[Line]]
) -> dict[str, np.ndarray]:
    """The vectors of each event, from a network that learnt from others only."""
    names, found = list(events), {}
    for fold in range(_FOLDS):
        out = names[fold::_FOLDS]
        meaning = _trained(base, vocabulary, [events[it] for it in names if it not in out])
        with torch.inference_mode():
            for name in out:
                pieces = [vocabulary.pieces(it.text) for it in events[name]]
                each = [meaning(torch.from_numpy(own)[None]) for own in pieces]
                found[name] = torch.cat(each).numpy()
        print(f"{len(found)} of {len(names)} events left out", flush=True)
    return found


def _export(meaning: Meaning, base: Path, out: Path) -> None:
    """The network in 8 bits, its tokenizer and their checksums."""
    shipped = copy.deepcopy(meaning)
    for layer in shipped.network.layers:
        fuse_attention(layer)
    shipped.network.word = SmallTable(shipped.network.word.weight)
    with tempfile.TemporaryDirectory() as folder, torch.inference_mode():
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            shipped,
            (torch.randint(1000, 20000, (1, 24)),),
            str(exact),
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize(exact, out / "meaning.onnx")
    shutil.copy(base / "tokenizer.json", out)
    write_contents(out, "meaning.onnx", "tokenizer.json")


def main() -> None:
    """Read the options, train and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    events, vocabulary = read_events(RENDERINGS), Vocabulary(options.base / "tokenizer.json")
    meaning = _trained(options.base, vocabulary, [*events.values()])
    torch.save(meaning.state_dict(), options.out / "meaning.pt")
    _export(meaning, options.base, options.out)
    np.savez(options.out / "left_out.npz", **_left_out(options.base, vocabulary, events))


if __name__ == "__main__":
    main()
