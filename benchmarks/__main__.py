"""Measure sayso and write docs/benchmarks.md: `python -m benchmarks [STAGE ...]`.

Without a name, whatever was never measured or is older than the tree is measured; a name stands
for a stage or a section, or begins one. Each stage is kept as soon as it is done, so that a run
that was broken off goes on with the next. `--page` only writes the page, `--list` only lists.
"""

import datetime
import sys

from benchmarks.kept import digest_of, keep, load
from benchmarks.machine import Others
from benchmarks.page import benchmark_page
from benchmarks.stages import ROOT, STAGES, Stage

_PAGE = ROOT / "docs" / "benchmarks.md"


def main(asked: list[str]) -> None:
    """Measure what is asked for; what is slow says so on standard error while it runs."""
    names = [name for name in asked if not name.startswith("--")]
    unknown = [name for name in names if not any(_is_named(stage, name) for stage in STAGES)]
    if unknown:
        raise SystemExit(f"no stage is called {', '.join(unknown)}; --list names them")
    if "--list" in asked:
        for stage in STAGES:
            print(f"{stage.name:24} {stage.section:10} {_state(stage)}")
        return
    for stage in () if "--page" in asked else STAGES:
        if any(_is_named(stage, name) for name in names) or (not names and _is_due(stage)):
            _measure(stage)
            _write_page()
    _write_page()


def _is_named(stage: Stage, name: str) -> bool:
    return name == stage.section or stage.name.startswith(name)


def _is_due(stage: Stage) -> bool:
    return _state(stage) != "measured"


def _state(stage: Stage) -> str:
    kept = load(stage)
    if kept is None:
        return "never measured"
    return "measured" if kept.tree == digest_of(stage) else f"of an older tree, {kept.commit}"


def _measure(stage: Stage) -> None:
    print(f"measuring {stage.name}", file=sys.stderr, flush=True)
    tree, others = digest_of(stage), Others()
    rows = stage.rows()
    day = datetime.datetime.now(datetime.UTC).date()  # noqa: TID251 - the day of the measurement
    keep(stage, rows, day=day.isoformat(), tree=tree, others=others.cores())


def _write_page() -> None:
    found = [(stage, kept) for stage in STAGES if (kept := load(stage))]
    _PAGE.write_text(benchmark_page(found, is_due=_is_due) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
