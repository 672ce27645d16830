"""A passage with a little of what stands around it."""

from sayso.records import Exhibit, Span
from sayso.views.marked_text import Segment, cut_at_marks

__all__ = ["CONTENT", "CUE", "SOURCE", "around", "segments_of"]

CONTENT = 1
"""The mark of what was said."""
SOURCE = 2
"""The mark of who said it."""
CUE = 3
"""The mark of the words of saying."""
_REACH = 240  # letters of context on each side: two or three sentences


def around(exhibit: Exhibit) -> Span | None:
    """The stretch of the report that is shown; None where the statement has no words."""
    statement, text = exhibit.held.statement, exhibit.holding.reading.report.text
    spans = [*statement.content, *statement.source, *statement.cue]
    if not spans:
        return None
    first = min(span.start for span in statement.content or spans)
    last = max(span.end for span in statement.content or spans)
    near = [span for span in spans if first - _REACH <= span.start <= last + _REACH]
    return _widened(Span(min(it.start for it in near), max(it.end for it in near)), text)


def segments_of(exhibit: Exhibit) -> list[Segment]:
    """The stretch around a statement, cut where its source, cue and content begin and end."""
    stretch = around(exhibit)
    if stretch is None:
        return []
    statement = exhibit.held.statement
    pieces = ((CONTENT, statement.content), (SOURCE, statement.source), (CUE, statement.cue))
    marks = [
        (Span(span.start - stretch.start, span.end - stretch.start), mark)
        for mark, spans in pieces
        for span in spans
        if stretch.covers(span)
    ]
    return list(cut_at_marks(stretch.of(exhibit.holding.reading.report.text), marks))


def _widened(span: Span, text: str) -> Span:
    """The span with whole words on both sides, not beyond its paragraphs."""
    start = max(span.start - _REACH, text.rfind("\n", 0, span.start) + 1)
    if start > 0 and text[start - 1] != "\n":
        start = min(span.start, text.find(" ", start) + 1 or span.start)
    breaks = text.find("\n", span.end)
    paragraph = len(text) if breaks < 0 else breaks
    end = min(span.end + _REACH, paragraph)
    if end < paragraph:
        end = max(span.end, text.rfind(" ", span.end, end))
    return Span(start, end)
