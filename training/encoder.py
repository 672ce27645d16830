"""Train the encoder: `python -m training.encoder BASE POLNEAR OUT [--gum GUM --silver FILE]`.

BASE holds the starting weights (config.json, model.safetensors, tokenizer.json), POLNEAR the corpus
(metadata.tsv, train/, dev/). With GUM every step also learns grammar from a batch of it. Every
random choice follows from the seed and the step, a stopped run goes on from its last checkpoint,
and OUT/log.txt keeps what was seen.
"""

import argparse
import random
import time
from collections import defaultdict
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from sayso.reading.encoder.pieces import Vocabulary
from training.batches import Batch, batches, collate
from training.examples import Articles, Documents, endless
from training.losses import batch_losses
from training.network import Network, from_base, from_runs

RATES = {"steps": 5e-3, "table": 1e-4, "head": 6e-4, "body": 2e-4, "grammar": 2e-3}
_HEADS = {"tag", "arc_query", "arc_key", "cue_query", "cue_key", "feature"}
_TABLES = {"word", "position"}
_WARM_UP = 0.06  # share of the run in which the rates rise
_AVERAGE = 0.998  # share of the past in the running average of the weights, which is what is kept
_HEADS_FIRST = 100  # steps in which the grammar heads learn and leave the encoder as it is
_OF_ATTRIBUTION = {"tags": 1.0, "arcs": 0.2}  # weight of each loss in the whole
_GOLD = {
    "upos": 0.3,
    "xpos": 0.3,
    "sentence": 0.3,
    "names": 0.4,
    "teacher": 0.1,
    "heads": 0.4,
    "relations": 0.3,
}
# the teacher's universal tags are worse than what GUM teaches (95.5 on its news and speech)
_SILVER = {name: share / 2 for name, share in _GOLD.items()} | {"upos": 0.0} | _OF_ATTRIBUTION


def parameter_groups(network: Network) -> list[dict[str, object]]:
    """The parameters by how fast they learn; tables and CRF steps do not decay."""
    groups: dict[str, list[Tensor]] = {name: [] for name in RATES}
    for name, parameter in network.named_parameters():
        groups[_group(name.split(".")[0])].append(parameter)
    decays = {"head", "body", "grammar"}
    return [
        {"params": groups[name], "lr": rate, "weight_decay": 0.01 if name in decays else 0}
        for name, rate in RATES.items()
    ]


def _group(top: str) -> str:
    if top in {"steps", "grammar"}:
        return top
    return "table" if top in _TABLES else "head" if top in _HEADS else "body"


def _moving_average(average: list[Tensor], current: list[Tensor], seen: Tensor | int) -> None:
    """Move the average; early on it forgets faster, or heads would keep their random beginning."""
    share = min(_AVERAGE, (1 + int(seen)) / (4 + int(seen)))
    for old, new in zip(average, current, strict=True):
        old.lerp_(new, 1 - share)


class Run:
    """One training run: network, average, optimiser and the step it has come to."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.vocabulary = Vocabulary(options.base / "tokenizer.json")
        articles = Articles(options.polnear, self.vocabulary, options.silver)
        self.sources = [endless(articles, options.batch, options.seed)]
        if options.gum:
            documents = Documents(options.gum, self.vocabulary)
            self.sources.append(endless(documents, options.gum_batch, options.seed))
        torch.manual_seed(options.seed)  # of the heads, which have no weights to start from
        network = from_base(options.base)
        from_runs(network, options.start)
        self.network = network.to(options.device)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=_moving_average
        )
        self.optimizer = torch.optim.AdamW(
            parameter_groups(self.network), betas=(0.9, 0.98), fused=True
        )
        epoch = batches(articles.windows(random.Random(0)), options.batch, random.Random(0))
        self.total = int(len(epoch) * options.epochs)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0
        self._load()

    def _rate(self, step: int) -> float:
        rise = (step + 1) / (_WARM_UP * self.total)
        return float(self.options.rate * min(rise, max(0.0, 1 - step / self.total)))

    def go(self) -> None:
        """Train to the end, logging every 50 steps and saving every 200."""
        began, seen = time.monotonic(), 0
        recent: dict[str, list[float]] = defaultdict(list)
        coming = [islice(source, self.step, None) for source in self.sources]
        while self.step < self.total:
            seen += self._learn([collate(next(source)) for source in coming], recent)
            if self.step % 50 == 0:
                self._log(recent, seen / (time.monotonic() - began))
                recent.clear()
            if self.step % 200 == 0 or self.step == self.total:
                self._save()

    def _learn(self, batches: list[Batch], recent: dict[str, list[float]]) -> int:
        """One step on these batches; returns how many pieces they hold."""
        torch.manual_seed(self.options.seed * 1_000_000 + self.step)
        self.network.train()
        for batch in batches:
            losses = batch_losses(
                self.network,
                batch.to(self.options.device),
                self.vocabulary,
                heads_only=self.step < _HEADS_FIRST,
            )
            shares = _SILVER if batch.tags is not None else _GOLD
            sum(self._weight(shares, name) * loss for name, loss in losses.items()).backward()
            for name, loss in losses.items():
                kind = "" if name in _OF_ATTRIBUTION else "silver " * (shares is _SILVER)
                recent[kind + name].append(loss.item())
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.schedule.step()
        self.average.update_parameters(self.network)
        self.step += 1
        return sum(int(batch.mask.sum()) for batch in batches)

    def _weight(self, shares: dict[str, float], name: str) -> float:
        return shares[name] * (1 if name in _OF_ATTRIBUTION else self.options.grammar)

    def _log(self, recent: dict[str, list[float]], speed: float) -> None:
        losses = " ".join(f"{name} {np.mean(values):.4f}" for name, values in recent.items())
        line = f"step {self.step}/{self.total} {losses} {speed:.0f} pieces/s"
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
            state = torch.load(path, map_location=self.options.device)
            self.step = state["step"]
            for name in ("network", "average", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(state[name])


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=6, help="of PolNeAR")
    parser.add_argument("--batch", type=int, default=2048, help="word pieces in a batch")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", nargs="+", default=[], help="runs to start between")
    parser.add_argument("--rate", type=float, default=1, help="multiplies every learning rate")
    parser.add_argument("--gum", type=Path, help="the folder of GUM, to learn grammar beside")
    parser.add_argument("--gum-batch", type=int, default=1024, help="word pieces in a batch of it")
    parser.add_argument("--grammar", type=float, default=1, help="weight of all of its losses")
    parser.add_argument("--silver", type=Path, help="what training.silver wrote of PolNeAR")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    Run(options).go()


if __name__ == "__main__":
    main()
