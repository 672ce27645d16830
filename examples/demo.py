"""What `make demo` shows: sayso on ten reports of one press conference and on its record."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from rich.columns import Columns
from rich.console import Console
from rich.table import Table

from sayso.records import Verdict
from sayso.views.signs import verdict_sign

FOLDER = Path(__file__).parent / "two-plus-two"
EXPECTED = json.loads((FOLDER / "expected.json").read_text("utf-8"))
REPORTS = {report["file"]: report["shows"] for report in EXPECTED["reports"]}
RECORD = EXPECTED["record"]

console = Console(highlight=False)


def main() -> None:
    """Who says what in a report, whether they did say it, and the same for all ten."""
    tell("Ten reports of one press conference; most quote it wrong on purpose, and much")
    tell("of that was really printed (see SOURCES.md). Who says what in one of them?")
    show("read", "02-tarnwick-evening-post.txt")
    tell("Were these the words? The record of the press conference tells.")
    show("check", "02-tarnwick-evening-post.txt", "--against", RECORD)
    tell("Without a record, a report is compared with itself:")
    show("check", "08-marlstrand-today.txt")
    tell("All ten beside the record, their quotations counted by verdict:")
    console.print(*summary(), sep="\n")


def tell(line: str) -> None:
    """One line of narration."""
    console.print(line, style="bold")


def show(*arguments: str) -> None:
    """One command as a person types it, and what it prints."""
    console.print(f"\n$ sayso {' '.join(arguments)}\n", style="cyan")
    run(*arguments)


def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Sayso on the files of the example; it exits with 1 where a report departs from the record."""
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *arguments], cwd=FOLDER, check=False, **options
    )
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)
    return done


def lines(*arguments: str) -> list[dict[str, Any]]:
    """What a command finds, as programs read it."""
    done = run(*arguments, "--format", "jsonl", stdout=subprocess.PIPE, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def summary() -> tuple[Table, Columns]:
    """A row a report: its outlet, how many quotations have each verdict, what was done to it."""
    reports = [reading["report"] for reading in lines("read", *REPORTS)]
    found = [it for it in lines("check", *REPORTS, "--against", RECORD) if it["kind"] == "quote"]
    signs = {it: verdict_sign(it) for it in Verdict if it in {row["verdict"] for row in found}}
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for sign in signs.values():
        table.add_column(sign.mark, justify="right")
    table.add_column("what is the matter")
    for report, shows in zip(reports, REPORTS.values(), strict=True):
        counts = Counter(row["verdict"] for row in found if row["report"] == report["id"])
        table.add_row(report["outlet"], *(str(counts[it] or "") for it in signs), shows)
    return table, Columns(f"{sign.mark} {sign.tally}" for sign in signs.values())


if __name__ == "__main__":
    main()
