"""The page of figures."""

from collections.abc import Sequence

__all__ = ["benchmark_page"]

_PAGE = """\
# Benchmarks

`make bench` measures everything on this page and writes it. {when}

## Accuracy

PolNeAR (Newell et al. 2018), dev: 84 news reports from seven outlets, marked by hand, none of them
used in training; the rules around the encoder were written with them at hand. F1 in per cent. Two
trained people, measured against each other on 16 other reports of PolNeAR, agree at 79.8, 75.3,
68.5 and 98.0.

Places: LGL (Lieberman et al. 2010), local papers, and GeoVirus (Gritta et al. 2018), epidemics; the
halves that no weight was fitted to, in per cent, the second row as F1.

{accuracy}

The corpus is not ours to pass on; a folder `shared` beside the checkout holds it and its scorer:
`python3 ../shared/bench/attribution.py ../shared/data/polnear dev --sayso .venv/bin/sayso`

## Speed and memory

Words a second count the seconds of the processor, start-up included.

{speed}
"""


def benchmark_page(
    accuracy: Sequence[tuple[str, str, str]], speed: Sequence[tuple[str, str, str]], when: str
) -> str:
    """The whole page, in Markdown."""
    return _PAGE.format(accuracy=_table(accuracy), speed=_table(speed), when=when).rstrip()


def _table(rows: Sequence[tuple[str, str, str]]) -> str:
    if not rows:
        return "Not measured: the scorer and its data were not beside the checkout."
    lines = ["| measured | figure | aim |", "|-|-|-|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
