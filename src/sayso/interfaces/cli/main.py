"""The command `sayso` as a whole: how it starts, and how it ends whatever goes wrong."""

import gc
import os
import sys

from sayso.errors import SaysoError
from sayso.interfaces.terminal import complain, end_unheard, prepare_streams

__all__ = ["main"]

_FAULT = "stopped at a fault of its own; run it again with --debug and report what it prints"


def main() -> None:
    """The command `sayso`: whatever goes wrong is one line on standard error and exit status 2."""
    _spare_time()
    prepare_streams()
    try:
        status = _heard()
    except Exception as error:  # noqa: BLE001 - the last line of defence: nobody meets a traceback
        complain(_message(error), error=error)
        status = 2
    if "duckdb" not in sys.modules:  # which tells of all its objects that outlive the end
        gc.freeze()  # Python would look through everything for cycles, for 0.1 seconds
    sys.exit(status)


def _heard() -> int | str | None:
    """The status of the command; it ends with whoever reads its output."""
    from sayso.interfaces.cli.app import app_for

    try:
        app = app_for(sys.argv[1] if len(sys.argv) > 1 else None)
        status: int = app(prog_name="sayso", standalone_mode=False)
        if sys.stdout:  # None where it is closed
            sys.stdout.flush()
    except BrokenPipeError:
        return end_unheard()
    except SystemExit as ended:  # so typer and rich tell that nobody reads on
        return end_unheard() if ended.code == 1 else ended.code
    return status


def _message(error: Exception) -> str:
    import typer

    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, typer.TyperException):
        return f"{error.format_message()} (sayso --help tells more)"
    return f"{_FAULT} ({type(error).__name__}: {error})"


def _spare_time() -> None:
    """Keep out of a short command what takes a tenth of its time each, and serves long ones."""
    gc.set_threshold(50_000, 20, 50)  # there are few cycles to look for
    sys.setswitchinterval(0.0005)  # seconds that the encoder waits for the interpreter at most
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads that only wait, and busily
