"""Train the encoder for attribution: `python -m training.attribution BASE POLNEAR OUT`.

BASE holds the starting weights (config.json, model.safetensors, tokenizer.json), POLNEAR the corpus
(metadata.tsv, train/, dev/). Every random choice follows from the seed and the step, a stopped run
goes on from its last checkpoint, and OUT/log.txt keeps what was seen.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.encoder.pieces import Vocabulary
from sayso.reading.encoder.tags import ARC
from training.network import Network, chain_loss, from_base, from_runs
from training.polnear import read_articles
from training.targets import Example, article_targets, spoil_marks, window_examples

RATES = {"steps": 5e-3, "table": 1e-4, "head": 6e-4, "body": 2e-4}
_HEADS = {"tag", "arc_query", "arc_key", "cue_query", "cue_key", "feature"}
_WARM_UP = 0.06  # share of the run in which the rates rise
_AVERAGE = 0.998  # share of the past in the running average of the weights, which is what is kept
_MASKED = 0.04  # pieces hidden, so that no single word decides
_SPOILED = 0.15  # articles read with spoiled quotation marks, so that odd marks do no harm
_ARC_SHARE = 0.2  # weight of the arcs beside the tags
_SCALE = ARC**0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples side by side, padded."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    tags: Tensor
    words: Tensor
    arcs: list[list[tuple[int, int, int]]]


class Examples:
    """The windows of the training articles, cut and shuffled anew in every epoch."""

    def __init__(self, polnear: Path, vocabulary: Vocabulary, *, seed: int, size: int) -> None:
        self.articles = read_articles(polnear, "train")
        self.targets = [article_targets(article, vocabulary) for article in self.articles]
        self.vocabulary, self.seed, self.size = vocabulary, seed, size

    def epoch(self, number: int) -> list[list[Example]]:
        """The batches of one epoch: windows of about one length together, batches shuffled."""
        rng = random.Random(self.seed * 1000 + number)
        windows = [
            window for index in range(len(self.articles)) for window in self._cut(index, rng)
        ]
        rng.shuffle(windows)
        pools = (windows[start : start + 400] for start in range(0, len(windows), 400))
        batches = [batch for pool in pools for batch in self._pack(pool)]
        rng.shuffle(batches)
        return batches

    def _cut(self, index: int, rng: random.Random) -> list[Example]:
        targets = self.targets[index]
        if rng.random() < _SPOILED:
            targets = article_targets(spoil_marks(self.articles[index], rng), self.vocabulary)
        return window_examples(targets, self.vocabulary, skip=rng.randint(0, 4))

    def _pack(self, pool: list[Example]) -> Iterator[list[Example]]:
        batch: list[Example] = []
        for example in sorted(pool, key=lambda example: len(example.ids)):
            if batch and (len(batch) + 1) * len(example.ids) > self.size:
                yield batch
                batch = []
            batch.append(example)
        if batch:
            yield batch


def collate(examples: list[Example]) -> Batch:
    """The examples as tensors, zeros where one is shorter."""

    def pad(rows: list[np.ndarray]) -> Tensor:
        table = np.zeros((len(rows), max(map(len, rows))), np.int64)
        for row, values in zip(table, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(table)

    return Batch(
        ids=pad([example.ids for example in examples]),
        features=pad([example.features for example in examples]),
        mask=pad([np.ones(len(example.ids), np.int64) for example in examples]).float(),
        first=pad([example.first for example in examples]),
        tags=pad([example.tags for example in examples]),
        words=pad([np.ones(len(example.tags), np.int64) for example in examples]).float(),
        arcs=[
            [
                (row, one, other)
                for row, example in enumerate(examples)
                for kind, one, other in example.arcs
                if kind == wanted
            ]
            for wanted in range(3)
        ],
    )


def losses(network: Network, batch: Batch, vocabulary: Vocabulary) -> tuple[Tensor, Tensor]:
    """The loss of the tags (a word) and of the arcs (an arc, three kinds summed)."""
    hidden = (torch.rand(batch.ids.shape) < _MASKED) & (batch.mask > 0)
    hidden &= (batch.ids != vocabulary.cls) & (batch.ids != vocabulary.sep)
    ids = batch.ids.masked_fill(hidden, vocabulary.mask)
    with torch.autocast("cpu", torch.bfloat16):
        outputs = network(ids, batch.features, batch.mask)
    tags, queries, keys = (
        x.float().gather(1, batch.first[..., None].expand(-1, -1, x.shape[-1])) for x in outputs
    )
    of_tags = chain_loss(tags, batch.tags, batch.words, steps=network.steps) / batch.words.sum()
    of_arcs = sum(
        _arc_loss(kind, arcs, (queries, keys, batch.words))
        for kind, arcs in enumerate(batch.arcs)
        if arcs
    )
    return of_tags, torch.as_tensor(of_arcs)


def _arc_loss(
    kind: int, arcs: list[tuple[int, int, int]], vectors: tuple[Tensor, Tensor, Tensor]
) -> Tensor:
    queries, keys, words = vectors
    row, one, other = torch.tensor(arcs).T
    part = slice(kind * ARC, (kind + 1) * ARC)
    scores = torch.einsum("nd,ntd->nt", queries[row, one, part], keys[row][:, :, part]) / _SCALE
    return functional.cross_entropy(scores - (1 - words[row]) * 1e4, other)


def parameter_groups(network: Network) -> list[dict[str, object]]:
    """The parameters by how fast they learn; tables and CRF steps do not decay."""
    groups: dict[str, list[Tensor]] = {name: [] for name in RATES}
    for name, parameter in network.named_parameters():
        top = name.split(".")[0]
        group = "steps" if top == "steps" else "table" if top in {"word", "position"} else "body"
        groups["head" if top in _HEADS else group].append(parameter)
    return [
        {
            "params": groups[name],
            "lr": rate,
            "weight_decay": 0.01 if name in {"head", "body"} else 0,
        }
        for name, rate in RATES.items()
    ]


class Run:
    """One training run: network, average, optimiser and the step it has come to."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.vocabulary = Vocabulary(options.base / "tokenizer.json")
        size = options.batch
        self.examples = Examples(options.polnear, self.vocabulary, seed=options.seed, size=size)
        self.network = from_base(options.base)
        if options.start:
            from_runs(self.network, options.start)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(_AVERAGE)
        )
        self.optimizer = torch.optim.AdamW(
            parameter_groups(self.network), betas=(0.9, 0.98), fused=True
        )
        self.total = int(len(self.examples.epoch(0)) * options.epochs)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0
        self._load()

    def _rate(self, step: int) -> float:
        rise = (step + 1) / (_WARM_UP * self.total)
        return self.options.rate * min(rise, max(0.0, 1 - step / self.total))

    def go(self) -> None:
        """Train to the end, logging every 50 steps and saving every 200."""
        began, seen, epoch, past = time.monotonic(), 0, 0, 0
        recent: list[tuple[float, float]] = []
        while self.step < self.total:
            batches = self.examples.epoch(epoch)
            for batch in map(collate, batches[max(0, self.step - past) :]):
                recent.append(self._learn(batch))
                seen += int(batch.mask.sum())
                if self.step % 50 == 0:
                    speed = seen / (time.monotonic() - began)
                    self._log(epoch, np.mean(recent, 0), speed)
                    recent = []
                if self.step % 200 == 0 or self.step == self.total:
                    self._save()
                if self.step == self.total:
                    return
            past += len(batches)
            epoch += 1

    def _learn(self, batch: Batch) -> tuple[float, float]:
        torch.manual_seed(self.options.seed * 1_000_000 + self.step)
        self.network.train()
        of_tags, of_arcs = losses(self.network, batch, self.vocabulary)
        (of_tags + _ARC_SHARE * of_arcs).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.schedule.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return of_tags.item(), of_arcs.item()

    def _log(self, epoch: int, loss: np.ndarray, speed: float) -> None:
        line = f"step {self.step}/{self.total} epoch {epoch} tags {loss[0]:.4f} arcs {loss[1]:.4f}"
        line = f"{line} {speed:.0f} pieces/s"
        print(line, flush=True)
        with (self.options.out / "log.txt").open("a", encoding="utf-8") as log:
            log.write(line + "\n")

    def _save(self) -> None:
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
        }
        fresh = self.options.out / "checkpoint.new"
        torch.save(state, fresh)
        fresh.replace(self.options.out / "checkpoint.pt")  # a stop in the middle loses nothing

    def _load(self) -> None:
        path = self.options.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, map_location="cpu")
            self.step = state["step"]
            for name in ("network", "average", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(state[name])


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=6)
    parser.add_argument("--batch", type=int, default=2048, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, nargs="+", help="runs whose mean to start from")
    parser.add_argument("--rate", type=float, default=1, help="multiplies every learning rate")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    Run(options).go()


if __name__ == "__main__":
    main()
