"""A passage with its changed words marked in place, inside a little of its surroundings."""

import re
from collections.abc import Iterable, Sequence

from rich.text import Text

from sayso.records import Finding, Spans, WordChange
from sayso.views.printable import folded, printable
from sayso.views.runs import stands_apart
from sayso.views.signs import tone_style

__all__ = ["record_passage", "report_passage"]

# A long run of words shows its first and last ones: enough to find the place and see the change.
_KEPT = 16
_AROUND = 6
_REACH = 200
_STYLES = {"+": "underline", "-": "strike"}
_MARKS = " \"'“”„‟‘’‚‛«»`"
_CLOSING = " \"'”’»`"
# A comma or full stop that follows, with the marks around it.
_STOP = re.compile(rf"[{_MARKS}]*([,.;:!?]?)[{_CLOSING}]*(.*)", re.DOTALL)


def report_passage(finding: Finding, text: str) -> Text:
    """The words of the report; what the record does not have stands in `[+ +]`, underlined."""
    words = _line(
        (change.became, "" if change.kept else "+")
        for change in finding.changes or _unchanged(finding.report_text)
    )
    return _framed(words + Text(_stop_inside(finding, words)), finding.report_span, text)


def record_passage(finding: Finding, text: str, *, since: int = 0) -> Text:
    """The words of the record; what the report left out stands in `[- -]`, struck through.

    The turn they were said in begins at `since`; what stands before it was said by another.
    """
    words = _line(
        (change.was, "" if change.kept else "-")
        for change in finding.changes or _unchanged(finding.record_text or "")
    )
    if finding.clip is None:
        return _framed(words, finding.record_span, text, since=since)
    before, after = _cut(finding.clip.before), _cut(finding.clip.after)
    return Text(" ").join(part for part in (before, _quoted(words), after) if part)


def _unchanged(words: str) -> Sequence[WordChange]:
    return (WordChange(was=words, became=words, kept=True),)


def _line(runs: Iterable[tuple[str, str]]) -> Text:
    """Runs of words with their signs, parted as words are."""
    line = Text()
    for words, sign in runs:
        if words:
            line.append(" " if line and stands_apart(words) else "")
            line.append_text(_run(words, sign))
    return line


def _run(words: str, sign: str) -> Text:
    shown = folded(printable(words), head=_KEPT, tail=_KEPT)
    if not sign:
        return Text(shown)
    return Text(f"[{sign}{shown}{sign}]", f"{_STYLES[sign]} {tone_style('vermilion')}")


def _stop_inside(finding: Finding, words: Text) -> str:
    """The comma or full stop before the closing mark, which a comparison of words leaves out."""
    last = finding.report_text.rstrip(_MARKS)[-1:]
    return last if last in set(",.;:!?") and not words.plain.endswith(last) else ""


def _cut(words: str | None) -> Text:
    shown = folded(printable(words or "").lstrip(" ,;:"), head=_AROUND, tail=_AROUND)
    return Text(f"[cut: {shown}]", f"italic {tone_style('vermilion')}") if shown else Text()


def _quoted(words: Text) -> Text:
    return Text.assemble("“", words, "”")


def _framed(words: Text, spans: Spans, text: str, *, since: int = 0) -> Text:
    if not spans:
        return _quoted(words)
    start, end = spans[0].start, spans[-1].end
    before = text[max(since, start - _REACH) : start].rpartition("\n")[2]
    found = _STOP.match(text[end : end + _REACH].partition("\n")[0])
    stop, after = found.groups() if found else ("", "")
    last = folded(printable(before.rstrip(_MARKS)), head=0, tail=_AROUND)
    first = folded(printable(after), head=_AROUND, tail=0)
    return Text.assemble(
        (f"{last} " if last else "", "dim"),
        _quoted(words),
        (f"{stop} {first}" if first else "", "dim"),
    )
