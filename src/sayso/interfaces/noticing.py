"""Where a watch tells what it found: standard output, a file, a feed, a webhook."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import BadRequestError
from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import complain

if TYPE_CHECKING:
    from sayso.pipeline import Added
    from sayso.records import Notice

__all__ = ["Channels", "deliver_watch"]

_PATIENCE = 15.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Channels:
    """Who is told: always standard output, and whatever of the others is named."""

    format: Format
    clock: Callable[[], datetime.datetime]
    webhook: str | None = None
    file: Path | None = None
    rss: Path | None = None

    def check(self) -> None:
        """BadRequestError where one of them cannot be told."""
        if self.webhook and not self.webhook.startswith(("http://", "https://")):
            raise BadRequestError(f"{self.webhook} is no web address; name one with http or https.")
        if self.rss:
            self._write_feed(self.rss, ())
        if self.file:
            _append(self.file, "")

    def tell(self, notices: "Sequence[Notice]") -> bool:
        """Whether all were told; the webhook is asked first, and without it nobody is told."""
        from sayso.views.notice_text import notice_message, notice_text

        if self.webhook and not _posted(self.webhook, notice_message(notices)):
            return False
        texts = "".join(f"{notice_text(it)}\n" for it in notices)
        if self.file:
            _append(self.file, texts)
        if self.rss:
            self._write_feed(self.rss, notices)
        self._print(notices, texts)
        return True

    def _print(self, notices: "Sequence[Notice]", texts: str) -> None:
        from sayso.views.jsonl import record_line

        if self.format is Format.JSONL:
            write_line(b"".join(map(record_line, notices)))
        else:
            write_line(texts.encode("utf-8", "replace"))

    def _write_feed(self, path: Path, notices: "Sequence[Notice]") -> None:
        from sayso.views.notice_feed import notice_feed

        new = path.with_name(f"{path.name}.new")
        try:
            before = path.read_bytes() if path.exists() else None
            data = notice_feed(notices, before, moment=self.clock())
            new.write_bytes(data)
            new.replace(path)
        except OSError as error:
            raise BadRequestError(f"{path} cannot be written ({error.strerror}).") from error


def deliver_watch(added: "Iterator[Added]") -> int:
    """Tell what cannot be had as it fails, and at the end what came in; Ctrl-C is such an end.

    2 where something failed and the watch ended by itself.
    """
    counts: Counter[str] = Counter()
    try:
        for one in added:
            counts.update(_counted(one))
    except KeyboardInterrupt:
        counts["failed"] = 0
        complain("ended; the same command goes on from here")
    complain(f"new reports: {counts['new']}, with statements: {counts['statements']}")
    return 2 if counts["failed"] else 0


def _counted(one: "Added") -> dict[str, int]:
    if one.failure:
        complain(one.failure)
        return {"failed": 1}
    return {"new": int(one.kept != "same"), "statements": one.statements}


def _append(path: Path, text: str) -> None:
    try:
        with path.open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as error:
        raise BadRequestError(f"{path} cannot be written ({error.strerror}).") from error


def _posted(url: str, message: bytes) -> bool:
    import httpx

    sent = {"Content-Type": "application/json", "User-Agent": "sayso"}
    try:
        httpx.post(url, content=message, headers=sent, timeout=_PATIENCE).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        complain(f"the webhook was not told ({error}); it is tried again at the next look")
        return False
    return True
