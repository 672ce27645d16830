"""What `make demo` shows: sayso on one press conference and its record, then on a ledger of two."""

import json
import os
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.columns import Columns
from rich.console import Console
from rich.table import Table

from sayso.records import Verdict
from sayso.views.signs import verdict_sign

FOLDER = Path(__file__).parent / "two-plus-two"
OTHER = "../rate-decision/[0-9]*"
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
    with TemporaryDirectory() as folder:
        show_ledger(str(Path(folder) / "demo.db"))


def show_ledger(ledger: str) -> None:
    """Both press conferences in a ledger: a series, and a forecast that came due."""
    os.environ["SAYSO_LEDGER"] = ledger
    tell("Both events in a ledger, the reports of the central bank's press conference too.")
    show("add", "[0-9]*", OTHER)
    tell("Which stories are these? Who has the words from whom, and how do they drift?")
    show("stories")
    show("story", "2")
    tell("How many North Korean soldiers were there, by whom and when?")
    show("series", "North Korean troops", "--place", "Kursk")
    tell("What was foretold for July 2022, and how did it come out? You decide.")
    due = ("forecasts", "increase OR raise", "--due", "2022-07-31")
    foretold = lines(*due)[0]["id"]
    show("judge", foretold, "outcome=came_true", "--by", "demo")
    show(*due)


def tell(line: str) -> None:
    """One line of narration."""
    console.print(line, style="bold")


def show(*arguments: str) -> None:
    """One command as a person types it, and what it prints."""
    console.print(f"$ sayso {shlex.join(arguments)}\n", style="cyan")
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
