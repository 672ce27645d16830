"""The page of figures, made from what was kept."""

from collections.abc import Callable, Iterator, Sequence

from benchmarks.kept import Kept
from benchmarks.stages import STAGES, Stage

__all__ = ["benchmark_page"]

_HEAD = """\
# Benchmarks

`make bench` measures whatever on this page was never measured or is older than the tree, keeps each
stage in benchmarks/results as soon as it is done, and writes the page; `make bench ONLY="places
speed"` measures stages or sections by their names. A row that is marked † was measured on an older
tree; one beside which other work kept cores busy says how many, and its seconds on the clock are
longer than they would be. Machines: {machines}.
"""
_SECTIONS = {
    "accuracy": """\
## Accuracy

PolNeAR (Newell et al. 2018), dev: 84 news reports from seven outlets, marked by hand, none of them
used in training; the rules around the encoder were written with them at hand. F1 in per cent. Two
trained people, measured against each other on 16 other reports of PolNeAR, agree at 79.8, 75.3,
68.5 and 98.0.

Places: LGL (Lieberman et al. 2010), local papers, and GeoVirus (Gritta et al. 2018), epidemics; the
halves that no weight was fitted to, in per cent, the second row as F1.

The rest are the gold files of the tests, each with the floors below which no change may bring it:
corpora beside the checkout, and sentences and reports of our own. *Unseen* were written, or chosen,
before the rules were run on them, and were looked at since.

The corpus is not ours to pass on; a folder `shared` beside the checkout holds it and its scorer:
`python3 ../shared/bench/attribution.py ../shared/data/polnear dev --sayso .venv/bin/sayso`
""",
    "speed": """\
## Speed and memory

Words a second count the seconds of the processor, start-up included.
""",
    "peers": """\
## Others on the same reports

In the same run, on the same core, in the Python that `SAYSO_PEERS` names. Attributions: found, with
the right source, and of quotations. `python -m benchmarks peers grouping` runs them.

These are **not run by this command**: they were published, or measured once with the same scorer
where the program could be installed.

| published, or measured elsewhere | on | figure |
|-|-|-|
| BBC Citron, trained again on PolNeAR | PolNeAR dev | 58.5 / 52.7 / 64.9 |
| Gender Gap Tracker, version 7 (Asr et al. 2021) | PolNeAR dev | 48.6 / 39.9 / 45.4 |
| CQE 2.0.3 (Almasian et al. 2023) | NewsQuant | F1 of values 90.4, with units 82.3 |
| quantulum3 | NewsQuant | F1 of values 69.5, with units 38.7 |
| HeidelTime | TempEval-3 Platinum | F1 of values 78.1 |
| CQE, quantulum3, Recognizers Text | hand-made cases | values of 22: 19, 17, 14 |
| the same | hand-made cases | hedges of 9: 5, 0, 0; nouns of 18: 14, 0, 0; made up: 1, 7, 13 |
| HeidelTime, dateparser, Recognizers Text | hand-made cases | times of 15: 6, 3, 3 |
| Mordecai 3, names given | LGL | the right id 79.4 |

Run now:
""",
    "hostile": """\
## Texts that are no reports

Seconds of the processor for a text, one ten times as long, and one a hundred times as long.
""",
    "growth": """\
## Growth

Seconds of the processor, start-up included, for so many, ten times and a hundred times as many; a
curve of stories goes on at a hundred thousand reports below.

What is added is laid beside the reports of its days: the first twenty have none there, and a report
more takes longer the more there are, until those days are full. Three hundred more took 70 ms each
in an empty ledger, 75 behind 500 and 90 behind 1,700 (on a busy machine); more were not added.
""",
    "scale": """\
## Many reports

[scale.md](scale.md) tells what these come to at a hundred million. A row of a GPU has no figure
where none was at hand.
""",
}
_ALONE = 0.1  # cores that others may keep busy without a word: a system is never quite idle
_NOTHING = "Not measured yet."


def benchmark_page(found: Sequence[tuple[Stage, Kept]], *, is_due: Callable[[Stage], bool]) -> str:
    """The whole page, in Markdown."""
    machines = dict.fromkeys(kept.machine for _, kept in found)
    parts = [_HEAD.format(machines="; ".join(machines) or "none")]
    for section, words in _SECTIONS.items():
        rows = [row for pair in found if pair[0].section == section for row in _rows(*pair, is_due)]
        parts += [words, _table(rows)]
    missing = [stage.name for stage in STAGES if stage.name not in {one.name for one, _ in found}]
    if missing:
        parts.append(f"\nNever measured yet: {', '.join(missing)}.\n")
    return "\n".join(parts).rstrip()


def _rows(stage: Stage, kept: Kept, is_due: Callable[[Stage], bool]) -> Iterator[tuple[str, ...]]:
    mark = "†" if is_due(stage) else ""
    for what, figure, aim in kept.rows:
        yield f"{what}{mark}", figure, aim, f"{kept.day} {kept.commit}{_beside(kept)}"


def _beside(kept: Kept) -> str:
    if kept.others is None or kept.others < _ALONE:
        return ""
    return f", others busy on {kept.others:.1f} cores"


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return f"{_NOTHING}\n"
    lines = ["| measured | figure | aim | when, at which commit |", "|-|-|-|-|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows), ""])
