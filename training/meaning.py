"""Train what tells renderings of one utterance apart: `python -m training.meaning BASE OUT`.

BASE holds the starting weights, as for `training.encoder`. OUT gets `meaning.onnx` with its
tokenizer and checksums, which are shipped, and `left_out.npz`: the vectors of the statements of
every third event of `training/renderings` and `training/coverage`, from which it learns nothing, so
that `training.links` can tell how far it is to be believed.

Statements of one event stand in one batch, so that the others of the same press conference are what
a rendering is told from. Source: supervised contrastive learning (Khosla et al. 2020) over mean
pooled sentence vectors (Reimers and Gurevych 2019) of MPNet (Song et al. 2020).
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
from training.lines import COVERAGE, RENDERINGS, Line, read_events
from training.mpnet import Encoder, from_base
from training.smoothing import smooth

_LEFT_OUT = 3  # one event in so many
_EPOCHS = 2  # of 1 to 6, what was left out was told apart best after two and three
_RATE = 3e-5
_HEAT = 0.07
_WARM_UP = 0.1
_LONGEST = 96  # pieces, as the vocabulary cuts them
_SIDE_BY_SIDE = 18  # statements of about one length that go through together
_PAD = 1
_SMOOTHED = 400  # statements that show what goes through the matrices

Events = Mapping[str, Sequence[Line]]


class Meaning(nn.Module):
    """The vector of a statement, of length one: the mean of what the last layer makes of it."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor | None = None) -> Tensor:
        """Pieces [batch, pieces] in, vectors [batch, width] out; `mask` is 0 beyond an end."""
        states = self.encoder(ids, mask).float()
        if mask is None:
            return functional.normalize(states.mean(1), dim=-1)
        counted = mask[..., None].to(states.dtype)
        return functional.normalize((states * counted).sum(1) / counted.sum(1), dim=-1)


def _trained(base: Path, vocabulary: Vocabulary, events: Sequence[Sequence[Line]]) -> Meaning:
    torch.manual_seed(1)
    order, meaning = random.Random(1), Meaning(from_base(base, longest=_LONGEST))
    for name, parameter in meaning.encoder.named_parameters():
        # The tables stay as they are: so few words are here that the others would lag behind.
        parameter.requires_grad = name.startswith(("layers", "distance"))
    learnt = [it for it in meaning.parameters() if it.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=_RATE, weight_decay=0.01)
    total = _EPOCHS * len(events)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (_WARM_UP * total), 1 - step / total)
    )
    meaning.train()
    for epoch in range(_EPOCHS):
        for at, event in enumerate(order.sample(events, len(events))):
            loss = _loss(meaning, vocabulary, event)
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            schedule.step()
            print(f"epoch {epoch + 1}, event {at + 1} of {len(events)}: {loss:.3f}", flush=True)
    return meaning.eval()


def _loss(meaning: Meaning, vocabulary: Vocabulary, event: Sequence[Line]) -> Tensor:
    """How far each statement is from the others of its first utterance, beside all of the event.

    Those that share another utterance with it are neither near nor far.
    """
    lines = sorted(event, key=lambda it: len(it.text))
    with torch.autocast("cpu", torch.bfloat16):
        vectors = torch.cat([*_vectors(meaning, vocabulary, lines)])
    told = [{*it.utterances} for it in lines]
    first = [it.utterances[:1] for it in lines]
    shared = torch.tensor([[bool(one & other) for other in told] for one in told])
    same = torch.tensor([[bool(one) and one == other for other in first] for one in first])
    same.fill_diagonal_(0)
    near = (vectors @ vectors.T / _HEAT).masked_fill(shared & ~same, -1e9).fill_diagonal_(-1e9)
    likely, count = (torch.log_softmax(near, 1) * same), same.sum(1)
    return -(likely.sum(1)[count > 0] / count[count > 0]).mean()


def _vectors(meaning: Meaning, vocabulary: Vocabulary, lines: Sequence[Line]) -> Iterator[Tensor]:
    for first in range(0, len(lines), _SIDE_BY_SIDE):
        pieces = [vocabulary.pieces(it.text) for it in lines[first : first + _SIDE_BY_SIDE]]
        ids = torch.full((len(pieces), max(map(len, pieces))), _PAD)
        mask = torch.zeros_like(ids)
        for at, own in enumerate(pieces):
            ids[at, : len(own)] = torch.from_numpy(own)
            mask[at, : len(own)] = 1
        yield meaning(ids, mask)


@torch.inference_mode()
def _alone(meaning: Meaning, vocabulary: Vocabulary, lines: Sequence[Line]) -> np.ndarray:
    each = [meaning(torch.from_numpy(vocabulary.pieces(it.text))[None]) for it in lines]
    return torch.cat(each).numpy()


def _export(meaning: Meaning, base: Path, out: Path) -> None:
    """The network in 8 bits, its tokenizer and their checksums."""
    shipped = copy.deepcopy(meaning)
    for layer in shipped.encoder.layers:
        fuse_attention(layer)
    shipped.encoder.word = SmallTable(shipped.encoder.word.weight)
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
    torch.set_flush_denormal(True)
    options.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(options.base / "tokenizer.json")
    taught, left_out = _split({**read_events(RENDERINGS), **read_events(COVERAGE)})
    meaning = _trained(options.base, vocabulary, [*taught.values()])
    torch.save(meaning.state_dict(), options.out / "meaning.pt")
    vectors = {name: _alone(meaning, vocabulary, its) for name, its in left_out.items()}
    np.savez(options.out / "left_out.npz", **vectors)
    some = [line for its in taught.values() for line in its][:: 1 + len(taught) * 100 // _SMOOTHED]
    smooth(meaning.encoder.layers, lambda: _alone(meaning, vocabulary, some))
    _export(meaning, options.base, options.out)


def _split(events: Events) -> tuple[Events, Events]:
    """The events from which it learns, and those that are left out."""
    names = sorted(events)
    out = names[_LEFT_OUT - 1 :: _LEFT_OUT]
    taught = {it: events[it] for it in names if it not in out}
    return taught, {it: events[it] for it in out}


if __name__ == "__main__":
    main()
