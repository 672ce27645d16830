"""What there is to measure: stages of a few minutes each, every one by itself."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

__all__ = ["ROOT", "SHARED", "STAGES", "Row", "Stage"]

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
_EXAMPLE = ROOT / "examples" / "two-plus-two"

Row = tuple[str, str, str]
"""What was measured, its figure, and the aim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the page, under a section, measured by a function of a module of this folder.

    `given` is what the function is given; `cores` how many it may use.
    """

    name: str
    section: str
    module: str
    function: str
    given: tuple[object, ...] = ()
    cores: int = 1

    def rows(self) -> list[Row]:
        """Measure now, on so many cores; the cores are free again afterwards."""
        free = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {*sorted(free)[: self.cores]})
        try:
            return [*self._measure()(*self.given)]
        finally:
            os.sched_setaffinity(0, free)

    def _measure(self) -> Callable[..., Iterable[Row]]:
        found: Callable[..., Iterable[Row]] = getattr(
            import_module(f"benchmarks.{self.module}"), self.function
        )
        return found


def _stage(name: str, section: str, function: str, *given: object, cores: int = 1) -> Stage:
    module, _, function = function.partition(".")
    return Stage(
        name=name, section=section, module=module, function=function, given=given, cores=cores
    )


_HOSTILE = (
    "one line without a space",
    "quotation marks",
    "emoji",
    "right-to-left text",
    "NUL between words",
    "halves of surrogate pairs",
)

STAGES = (
    _stage("attribution", "accuracy", "accuracy.accuracy_rows", SHARED),
    _stage("places", "accuracy", "geo.place_rows", SHARED),
    _stage("cases", "accuracy", "gold.case_rows", SHARED),
    _stage("gold", "accuracy", "gold.gold_rows"),
    _stage("reading", "speed", "speed.reading_rows", _EXAMPLE, SHARED),
    _stage("readers", "speed", "shares.share_rows", _EXAMPLE, SHARED),
    _stage("two-processes", "speed", "speed.pair_rows", _EXAMPLE, SHARED, cores=2),
    _stage("cold-check", "speed", "speed.cold_check_rows", _EXAMPLE, cores=2),
    _stage("serve-start", "speed", "pages.start_rows", _EXAMPLE, cores=2),
    _stage("checks", "speed", "speed.many_check_rows", _EXAMPLE),
    _stage("intake", "speed", "intake.intake_rows", _EXAMPLE),
    _stage("peers", "peers", "peers.peer_rows", SHARED),
    _stage("grouping", "peers", "peers.grouping_rows", SHARED),
    *(
        _stage(f"hostile-{name.split()[0].lower()}", "hostile", "hostile.hostile_rows", name)
        for name in _HOSTILE
    ),
    _stage("batch", "scale", "scaling.batch_rows", cores=os.cpu_count() or 1),
    _stage("gpu", "scale", "gpu.gpu_rows", cores=os.cpu_count() or 1),
    _stage("pages", "scale", "pages.page_rows"),
    _stage("growth-read", "growth", "growth.read_rows", _EXAMPLE),
    _stage("growth-check", "growth", "growth.check_rows", _EXAMPLE),
    _stage("growth-add", "growth", "growth.add_rows"),
    _stage("growth-search", "growth", "growth.search_rows"),
    _stage("growth-compare", "growth", "growth.compare_rows", cores=2),
    _stage("stories", "scale", "growth.story_rows", cores=2),
    _stage("watch", "scale", "watch.watch_rows"),
)
"""All of them, in the order of the page."""
