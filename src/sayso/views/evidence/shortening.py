"""Evidence that quotes no more than so many words of a passage."""

import re
from dataclasses import replace

from sayso.records import Evidence, Exhibit, Finding

__all__ = ["first_words", "with_short_quotes"]

_QUOTED = re.compile("“([^”]*)”")
_WORD = re.compile(r"\S+")


def first_words(text: str, longest: int | None) -> str:
    """The first `longest` words, and a mark where there are more.

    >>> first_words("We will not pay, not now.", 4)
    'We will not pay, …'
    """
    if longest is None:
        return text
    for number, word in enumerate(_WORD.finditer(text), 1):
        if number > longest:
            return f"{text[: word.start()].rstrip()} …"
    return text


def with_short_quotes(evidence: Evidence, longest: int | None) -> Evidence:
    """The evidence with all that it quotes cut to `longest` words; as it is where that is None."""
    if longest is None:
        return evidence
    exhibits = tuple(_short(exhibit, longest) for exhibit in evidence.exhibits)
    return replace(evidence, exhibits=exhibits)


def _short(exhibit: Exhibit, longest: int) -> Exhibit:
    entry = exhibit.held.entry
    short = replace(entry, words=first_words(entry.words, longest), marked=())
    held = replace(exhibit.held, entry=short)
    findings = tuple(_short_finding(finding, longest) for finding in exhibit.findings)
    return replace(exhibit, held=held, findings=findings)


def _short_finding(finding: Finding, longest: int) -> Finding:
    record_text = finding.record_text and first_words(finding.record_text, longest)
    return replace(
        finding,
        report_text=first_words(finding.report_text, longest),
        record_text=record_text,
        explanation=_QUOTED.sub(lambda it: f"“{first_words(it[1], longest)}”", finding.explanation),
        clip=None,
        changes=(),
    )
