"""What each reader costs beside the encoder, of the processor's time, in one run."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed import reading_texts
from sayso.pipeline import read
from sayso.reading import Encoder, reading

__all__ = ["share_rows"]

# The functions of `reading.reading` that make up each reader; nesting runs the encoder again.
_READERS = {
    "statements, nesting included": ("read_statements",),
    "people": ("resolve_speakers",),
    "times": ("read_times",),
    "quantities": ("_quantities",),
    "claims": ("read_claims",),
    "places": ("read_places",),
}

Row = tuple[str, str, str]


def share_rows(example: Path, shared: Path) -> Iterator[Row]:
    """The time of each reader and of all but statements, in per cent of the encoder's pass."""
    spent = _spent(reading_texts(example, shared)[::2])
    passes = spent["encode"]
    for name, functions in _READERS.items():
        share = sum(spent[function] for function in functions) / passes
        yield f"{name}, of the time of the encoder's pass", f"{100 * share:.1f} %", ""
    others = [function for functions in _READERS.values() for function in functions][1:]
    share = sum(spent[function] for function in others) / passes
    yield "people, times, quantities, claims and places together", f"{100 * share:.1f} %", "≤ 17 %"


def _spent(texts: Sequence[Path]) -> dict[str, float]:
    """Seconds of the processor by function, after a first text has loaded all that is kept."""
    read(texts[0])
    spent: dict[str, float] = defaultdict(float)
    homes: list[tuple[Any, str]] = [(Encoder, "encode")]
    homes += [(reading, function) for functions in _READERS.values() for function in functions]
    untimed = [(home, name, getattr(home, name)) for home, name in homes]
    for home, name, function in untimed:
        setattr(home, name, _timed(function, name, spent))
    for path in texts:
        read(path)
    for home, name, function in untimed:
        setattr(home, name, function)
    return spent


def _timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        result = function(*given, **named)
        spent[name] += time.process_time() - start
        return result

    return timed
