"""Files of the local disk, read whole."""

from pathlib import Path

from sayso.errors import UnreadableReportError

__all__ = ["MAX_BYTES", "load_file"]

MAX_BYTES = 20_000_000  # some three million words, 15 minutes and 3 GB by extrapolation
_MEGABYTE = 1_000_000


def load_file(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """All bytes of the file at `path`, or UnreadableReportError that says what to do instead."""
    try:
        if path.is_dir():
            raise UnreadableReportError(f"{path} is a folder; name the files in it, e.g. {path}/*")
        if path.stat().st_size > limit:
            raise _too_big(path, path.stat().st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise UnreadableReportError(f"There is no file {path}; check its name.") from error
    except (OSError, ValueError) as error:  # no right to read it, an impossible name, a bad disk
        why = error.strerror if isinstance(error, OSError) else error
        raise UnreadableReportError(
            f"{path} cannot be opened ({why}); check that you may read it, or copy it elsewhere."
        ) from error
    if not data:
        raise UnreadableReportError(f"{path} is empty; save the page or text again.")
    if len(data) > limit:  # a pipe or device shows its size only in the reading
        raise _too_big(path, len(data), limit)
    return data


def _too_big(path: Path, size: int, limit: int) -> UnreadableReportError:
    return UnreadableReportError(
        f"{path} has {size / _MEGABYTE:,.1f} MB or more, and sayso reads files of up to "
        f"{limit / _MEGABYTE:,.1f} MB; cut it into smaller files."
    )
