"""Standard output and error: where tables, lines, notes and the progress bar go."""

import io
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.pipeline import Outcome

__all__ = [
    "clear_screen",
    "complain",
    "console",
    "deliver",
    "end_unheard",
    "prepare_streams",
    "told",
]

_Result = TypeVar("_Result")


def complain(message: str, *, error: Exception | None = None) -> None:
    """One line on standard error; with `--debug`, where the error arose before it."""
    from sayso.views.printable import printable

    # Not from the parsed options, for parsing itself may have failed.
    if error and "--debug" in sys.argv:
        traceback.print_exception(error)
    print(f"sayso: {printable(message)}", file=sys.stderr, flush=True)


def clear_screen() -> None:
    """Begin at the top of a terminal; what is piped or kept in a file goes on below."""
    if sys.stdout.isatty():
        print("\x1b[H\x1b[2J", end="", flush=True)


def console(*, color: bool | None) -> "Console":
    """Standard output for tables; `color` None leaves it to the terminal and to `NO_COLOR`."""
    from rich.console import Console

    return Console(
        force_terminal=color or None,
        no_color=None if color is None else not color,
        color_system="truecolor" if color else "auto",
        markup=False,
        emoji=False,
        highlight=False,
    )


def prepare_streams() -> None:
    """Let no sign fail on a terminal that cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def end_unheard() -> int:
    """End as other tools do where nobody reads on, as in `sayso read ... | head`.

    Only when a write of output failed: a peer on a network or a worker who hangs up sends the same
    signal, and ends nothing. Elsewhere than on POSIX it is the exit status.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGPIPE)
    return 1


def told(outcome: "Outcome[_Result]") -> _Result | None:
    """What came out of a file; its notes, or why nothing came of it, go to standard error."""
    for note in outcome.notes:
        complain(note)
    if isinstance(outcome.result, SaysoError):
        complain(str(outcome.result), error=outcome.result)
        return None
    return outcome.result


def deliver(
    outcomes: "Iterator[Outcome[_Result]]",
    names: Sequence[str],
    show: Callable[[str, _Result], int],
) -> int:
    """Show each result as it comes; the exit status is the highest of `show`, 2 for a bad file."""
    status = 0
    for outcome in _watched(outcomes, names):
        result = told(outcome)
        status = max(status, 2 if result is None else show(outcome.name, result))
    return status


def _watched(
    outcomes: "Iterator[Outcome[_Result]]", names: Sequence[str]
) -> "Iterator[Outcome[_Result]]":
    if not sys.stderr.isatty():
        return outcomes
    from sayso.interfaces.progress import with_bar

    return with_bar(outcomes, names)
