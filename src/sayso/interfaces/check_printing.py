"""Findings on standard output: tables, lines of JSON, a page, annotations for a pipeline."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

import sayso
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.pipeline import Check
    from sayso.records import Finding, Suppression
    from sayso.views.position import Position

__all__ = ["CheckFormat", "CheckPrinter", "FailOn"]


class CheckFormat(StrEnum):
    """How findings are written: besides, a page to read, or annotations for a pipeline."""

    TABLE = "table"
    JSONL = "jsonl"
    HTML = "html"
    SARIF = "sarif"
    GITHUB = "github"


class FailOn(StrEnum):
    """Which findings make the exit status 1."""

    SEVERE = "severe"
    ANY = "any"
    NEVER = "never"


class CheckPrinter:
    """Prints the findings about each report as it comes, or all of them on one page at the end."""

    def __init__(self, format: CheckFormat, fail_on: FailOn, *, color: bool | None) -> None:  # noqa: A002
        if format is CheckFormat.TABLE:
            import sayso.views.finding_table  # noqa: F401 - while the first report is being read
        self.format, self.fail_on, self.color = format, fail_on, color
        self.checks: list[tuple[str, Check]] = []

    def show(self, name: str, check: "Check") -> int:
        """Print what can be printed now; the exit status that these findings ask for."""
        self.checks.append((name, check))
        if self.format is CheckFormat.TABLE:
            self._table(name, check)
        elif self.format is CheckFormat.JSONL:
            self._lines(check)
        elif self.format is CheckFormat.GITHUB:
            self._annotations(name, check)
        return self._status(check)

    def finish(self, suppressions: "tuple[Suppression, ...]") -> None:
        """Print what takes all findings together, and which suppressions hold nothing back."""
        if self.format is CheckFormat.HTML:
            self._page()
        elif self.format is CheckFormat.SARIF:
            self._log()
        used = {each for _, check in self.checks for each in check.suppressed}
        for each in suppressions if self.checks else ():
            if each not in used:
                complain(f"no finding is suppressed by “{each.words}” any more; delete the entry")

    def _status(self, check: "Check") -> int:
        from sayso.records import Severity

        failing = {
            FailOn.SEVERE: {Severity.SEVERE},
            FailOn.ANY: {Severity.SEVERE, Severity.DEPARTURE},
            FailOn.NEVER: set[Severity](),
        }
        return int(check.severity in failing[self.fail_on])

    def _table(self, name: str, check: "Check") -> None:
        from sayso.views.finding_table import finding_table

        table = finding_table(check.reading, check.findings, check.records, name=name)
        console(color=self.color).print(table)

    def _lines(self, check: "Check") -> None:
        from sayso.views.jsonl import finding_line

        for finding in check.findings:
            _write(finding_line(finding, check.reading.report.id))

    def _annotations(self, name: str, check: "Check") -> None:
        from sayso.records import Severity
        from sayso.views.annotations import github_line

        for finding, position in _placed(check):
            if finding.verdict.severity is not Severity.NONE:
                _write(f"{github_line(name, position, finding)}\n".encode())

    def _page(self) -> None:
        from sayso.views.finding_page import Checked, finding_page

        checked = [
            Checked(name=name, reading=check.reading, findings=check.findings)
            for name, check in self.checks
        ]
        records = self.checks[0][1].records if self.checks else ()
        page = finding_page(checked, records, version=sayso.__version__)
        _write(page.encode("utf-8", "replace"))

    def _log(self) -> None:
        from sayso.views.annotations import sarif_log

        found = [
            (name, position, finding)
            for name, check in self.checks
            for finding, position in _placed(check)
        ]
        _write(f"{sarif_log(found, version=sayso.__version__)}\n".encode())


def _placed(check: "Check") -> "Iterator[tuple[Finding, Position | None]]":
    from sayso.views.position import place_findings

    return place_findings(check.findings, check.reading.report.text, check.file_text)


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
