"""Findings as annotations in a pipeline: GitHub workflow commands and SARIF.

Sources: GitHub's "Workflow commands"; SARIF 2.1.0 (OASIS standard, 2020).
"""

import json
from collections.abc import Sequence
from typing import Any

from sayso.records import Drift, Finding, Severity, Verdict
from sayso.views.position import Position
from sayso.views.printable import folded, printable
from sayso.views.signs import verdict_sign

__all__ = ["github_line", "sarif_log"]

_GITHUB = {
    Severity.SEVERE: "error",
    Severity.DEPARTURE: "warning",
    Severity.NONE: "notice",
}
_SARIF = {
    Severity.SEVERE: "error",
    Severity.DEPARTURE: "warning",
    Severity.NONE: "none",
}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

# A finding with the file of its report and, where it was found there, its place in the file.
_Located = tuple[str, Position | None, Finding]


def github_line(name: str, position: Position | None, finding: Finding) -> str:
    """One workflow command, which shows the finding beside the line of the file it is about."""
    fields = [f"file={_property(name)}"]
    if position:
        fields += [
            f"line={position.line}",
            f"endLine={position.last_line}",
            f"col={position.column}",
        ]
    title = f"sayso: {verdict_sign(finding.verdict).word}"
    fields.append(f"title={_property(title)}")
    return f"::{_GITHUB[finding.verdict.severity]} {','.join(fields)}::{_data(_message(finding))}"


def sarif_log(found: Sequence[_Located], *, version: str) -> str:
    """All findings as one SARIF log, a rule a verdict, for code-scanning tools and editors."""
    driver = {
        "name": "sayso",
        "version": version,
        "rules": [_rule(verdict) for verdict in Verdict],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(*each) for each in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _rule(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.value,
        "shortDescription": {"text": verdict_sign(verdict).word},
        "defaultConfiguration": {"level": _SARIF[verdict.severity]},
    }


def _result(name: str, position: Position | None, finding: Finding) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    if position:
        place["region"] = {
            "startLine": position.line,
            "startColumn": position.column,
            "endLine": position.last_line,
            "endColumn": position.last_column,
            "snippet": {"text": finding.report_text},
        }
    return {
        "ruleId": finding.verdict.value,
        "kind": "pass" if finding.verdict.severity is Severity.NONE else "fail",
        "level": _SARIF[finding.verdict.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "properties": {"record": finding.record_text, "speaker": finding.record_speaker},
    }


def _message(finding: Finding) -> str:
    record = finding.record_text and folded(printable(finding.record_text), head=40, tail=20)
    drift = "; ".join(_departure(each) for each in finding.drift)
    lines = (finding.explanation, record and f"Record: “{record}”", drift)
    return "\n".join(line for line in lines if line)


def _departure(drift: Drift) -> str:
    return f"{drift.kind.replace('_', ' ')}: {drift.was or 'nothing'} → {drift.became or 'nothing'}"


def _uri(name: str) -> str:
    """A relative reference (RFC 3986), for a file's name may hold any character."""
    return "".join(
        sign
        if sign.isascii() and (sign.isalnum() or sign in "/-._~")
        else "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))
        for sign in name.replace("\\", "/")
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
