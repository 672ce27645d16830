"""What the commands of batches print: progress, what became of the documents, answers."""

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.interfaces.printing import write_line
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from sayso.batch import Answer, Found

__all__ = ["AnswerFormat", "deliver_batch", "print_answer", "print_related", "processors"]


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def processors() -> int:
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def deliver_batch(found: "Iterator[Found]", sources: Sequence[str]) -> int:
    """Tell what fails as it fails, and at the end what was read; 2 where anything failed."""
    counts: Counter[str] = Counter()
    for one in _watched(found, sources):
        counts[one.state] += 1
        counts["statements"] += len((one.tables or {}).get("statements", ()))
        if one.failure:
            complain(one.failure)
    print(
        f"{counts['read']} read, {counts['same']} there already, {counts['failed']} failed; "
        f"{counts['statements']} statements read."
    )
    return 2 if counts["failed"] else 0


def print_related(counts: Mapping[str, int]) -> None:
    """Tell how much there is of what was found across reports."""
    print(
        f"{counts['reports']} reports in {counts['stories']} stories; {counts['echoes']} rest on "
        f"others; {counts['utterances']} utterances."
    )


def print_answer(answer: "Answer", *, format: AnswerFormat) -> None:  # noqa: A002
    """Print the rows of an answer as they come."""
    from sayso.views.answer_table import answer_table
    from sayso.views.jsonl import record_line

    if format is AnswerFormat.CSV:
        csv.writer(sys.stdout, lineterminator="\n").writerows((answer.columns, *answer.rows))
    elif format is AnswerFormat.JSONL:
        for row in answer.rows:
            write_line(record_line(dict(zip(answer.columns, row, strict=True))))
    else:
        console(color=None).print(answer_table(answer.columns, [*answer.rows]))


def _watched(found: "Iterator[Found]", sources: Sequence[str]) -> "Iterator[Found]":
    if not sys.stderr.isatty():
        return found
    from sayso.interfaces.progress import counted
    from sayso.pipeline import count_documents

    return counted(found, count_documents(sources))
