"""What the commands of the ledger print: progress, statements, failures, proof."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from sayso.pipeline import Added, Found
    from sayso.records import Blank, Failure, Judgement, KnownPerson, Revision

__all__ = [
    "deliver_added",
    "print_blanks",
    "print_entries",
    "print_failures",
    "print_judgements",
    "print_made",
    "print_people",
    "print_revisions",
    "print_verified",
]

_PROOF = (
    "That proves that no row was changed, added or taken out after its batch was written; whoever "
    "wrote the whole chain anew is found out only by a last hash that you noted elsewhere "
    "(sayso verify --noted HASH)."
)


def deliver_added(added: "Iterator[Added]", *, total: int | None = None) -> int:
    """Tell what fails as it fails, and at the end what was kept; 2 where anything failed.

    `total` is how many documents there will be, where that is known. Ctrl-C ends it with 130.
    """
    counts = dict.fromkeys(("new", "version", "same", "failed", "statements"), 0)
    stopped = False
    try:
        _count(_watched(added, total), counts)
    except KeyboardInterrupt:
        stopped = True
    print(
        f"{counts['new']} added, {counts['version']} new versions, {counts['same']} there already, "
        f"{counts['failed']} failed; {counts['statements']} statements read."
    )
    if stopped:
        complain("stopped; what was read is kept, and the same command goes on from there")
    return 130 if stopped else 2 * bool(counts["failed"])


def _count(added: "Iterator[Added]", counts: dict[str, int]) -> None:
    for one in added:
        counts[one.kept or "failed"] += 1
        counts["statements"] += one.statements
        if one.failure:
            complain(one.failure)


def print_entries(found: "Found", *, limit: int, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the first statements of a search; 1 where there is none."""
    from sayso.views.entry_table import entry_table

    entries = list(islice(found.entries, limit))
    if format is Format.JSONL:
        _write(entries)
    elif entries:
        console(color=color).print(entry_table(entries))
        print(_total(len(entries), found.total))
    else:
        complain("nothing fits; try fewer words, or leave out an option")
    return int(not entries)


def print_blanks(blanks: "Sequence[Blank]", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the reports whose outlet or day is not known; 1 where there is any."""
    from sayso.views.entry_table import blank_table

    if format is Format.JSONL:
        _write(blanks)
    elif blanks:
        console(color=color).print(blank_table(blanks))
    else:
        print("Every report has its outlet and its day.")
    return int(bool(blanks))


def print_failures(failures: "Sequence[Failure]", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print what could not be added; 1 where there is any."""
    from sayso.views.entry_table import failure_table

    if format is Format.JSONL:
        _write(failures)
    elif failures:
        console(color=color).print(failure_table(failures))
    else:
        print("Nothing failed.")
    return int(bool(failures))


def print_revisions(revisions: "Iterable[Revision]", *, format: Format, color: bool | None) -> None:  # noqa: A002
    """Print each version or reading with its changes, as it comes."""
    from sayso.views.history_table import revision_table

    told = 0
    for revision in revisions:
        told += 1
        if format is Format.JSONL:
            _write([revision])
        else:
            console(color=color).print(revision_table(revision))
    if not told and format is Format.TABLE:
        print("Nothing changed.")


def print_people(
    rows: "Sequence[tuple[KnownPerson, ...]]",
    *,
    format: Format,  # noqa: A002
    color: bool | None,
) -> None:
    """Print people, or pairs of them."""
    from sayso.views.history_table import people_table

    if format is Format.JSONL:
        _write(row[0] if len(row) == 1 else row for row in rows)
    elif rows:
        console(color=color).print(people_table(rows))
    else:
        print("Nobody.")


def print_judgements(
    judgements: "Sequence[Judgement]",
    *,
    format: Format,  # noqa: A002
    color: bool | None,
) -> None:
    """Print what was decided."""
    from sayso.views.history_table import judgement_table

    if format is Format.JSONL:
        _write(judgements)
    elif judgements:
        console(color=color).print(judgement_table(judgements))
    else:
        print("Nobody has decided anything.")


def print_made(number: int) -> None:
    """Tell the number of a judgement that was just made."""
    print(f"Judgement {number} is kept; sayso undo {number} takes it back.")


def print_verified(batches: "Iterable[tuple[int, bool]]", *, last: str, known: bool) -> int:
    """Tell which batches were changed, and the last hash; 1 where any was, or a hash is gone.

    `known` is false where a hash that somebody noted is not in the chain.
    """
    told = list(batches)
    changed = [f"Batch {number} is not as it was added." for number, whole in told if not whole]
    whole = [] if changed else [f"All {len(told)} batches are as they were added."]
    gone = [] if known else ["The hash you noted is not in the chain: it was written anew since."]
    print(*changed, *gone, *whole, f"Last hash: {last}", _PROOF, sep="\n")
    return int(bool(changed or gone))


def _write(found: Iterable[Any]) -> None:
    from sayso.views.jsonl import record_line

    for one in found:
        write_line(record_line(one))


def _total(shown: int, total: int | None) -> str:
    if total == shown:
        return f"{shown} statements."
    return f"{shown} of {f'{total:,}' if total is not None else 'more than 20,000'} statements."


def _watched(added: "Iterator[Added]", total: int | None) -> "Iterator[Added]":
    if not sys.stderr.isatty():
        return added
    from sayso.interfaces.progress import counted

    return counted(added, total)
