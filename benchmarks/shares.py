"""What each reader costs beside the encoder, of the processor's time, in one run.

The time of a function is its own: what it spends in another one of the table is counted there. The
encoder's time is that of both of its runs, over the whole text and over what is told in statements,
with the words cut to pieces and the trees decoded.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed import reading_texts
from sayso.pipeline import encoder, read
from sayso.pipeline.reports import decoded
from sayso.reading import Encoder, reading
from sayso.reading.layout import lay_out
from sayso.reading.statements.flat import read_flat
from sayso.reading.words import split_words

__all__ = ["share_rows"]

_STATEMENTS = "statements, the encoder's second run apart"
# The functions of `reading.reading` that make up each reader.
_READERS = {
    _STATEMENTS: "read_statements",
    "kinds of statements": "read_kind",
    "people": "resolve_speakers",
    "times": "read_times",
    "quantities": "_quantities",
    "claims": "read_claims",
    "places": "read_places",
}
_OTHERS = tuple(function for name, function in _READERS.items() if name != _STATEMENTS)

Row = tuple[str, str, str]


def share_rows(example: Path, shared: Path) -> Iterator[Row]:
    """The time of each reader, and of all but statements, in per cent of the encoder's time.

    Then that of all but statements beside what they come on top of: statements with all heads.
    """
    texts = reading_texts(example, shared)[::2]
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    spent = _spent(texts)
    encoder = spent["encode"]
    for name, function in _READERS.items():
        yield f"{name}, of the encoder's time", f"{100 * spent[function] / encoder:.1f} %", ""
    others = sum(spent[function] for function in _OTHERS)
    what = "all readers but statements together"
    yield f"{what}, of the encoder's time", f"{100 * others / encoder:.1f} %", "≤ 17 %"
    first = spent["read"] - others
    yield f"{what}, of the time of statements with all heads", f"{100 * others / first:.1f} %", ""
    yield "statements with all heads", f"{words / first:,.0f} words a second", "≥ 3,500"
    alone = words / _alone(texts)
    yield "attribution alone, without grammar or nesting", f"{alone:,.0f} words a second", "≥ 4,000"
    yield f"{what}, of the whole time", f"{100 * others / spent['read']:.1f} %", ""
    yield "the encoder, of the whole time", f"{100 * encoder / spent['read']:.1f} %", ""


def _spent(texts: Sequence[Path]) -> dict[str, float]:
    """Seconds of the processor by function, after a first text has loaded all that is kept."""
    read(texts[0])
    spent: dict[str, float] = defaultdict(float)
    homes: list[tuple[Any, str]] = [(Encoder, "encode")]
    homes += [(reading, function) for function in _READERS.values()]
    untimed = [(home, name, getattr(home, name)) for home, name in homes]
    inner = [0.0]
    for home, name, function in untimed:
        setattr(home, name, _timed(function, spent, inner))
    start = time.process_time()
    for path in texts:
        read(path)
    spent["read"] = time.process_time() - start
    for home, name, function in untimed:
        setattr(home, name, function)
    return spent


def _alone(texts: Sequence[Path]) -> float:
    """Seconds of the processor for the attributions of the texts and nothing else."""
    reports = [decoded(path).text for path in texts]
    weights = encoder()
    start = time.process_time()
    for text in reports:
        words = split_words(text)
        read_flat(lay_out(text, words), weights.encode(text, words, grammar=False))
    return time.process_time() - start


def _timed(
    function: Callable[..., Any], spent: dict[str, float], inner: list[float]
) -> Callable[..., Any]:
    """The function, with its own time put down; `inner` sums that of those that it calls."""

    def timed(*given: Any, **named: Any) -> Any:
        before, inner[0] = inner[0], 0.0
        start = time.process_time()
        result = function(*given, **named)
        whole = time.process_time() - start
        spent[function.__name__] += whole - inner[0]
        inner[0] = before + whole
        return result

    return timed
