"""How a statement is pointed at from outside: permalinks, selectors, a line to cite it by."""

from urllib.parse import quote

from sayso.records import KeptReport, Mode, Report, Span, Statement
from sayso.views.figures import day_words
from sayso.views.pages.frame import Frame
from sayso.views.printable import folded, printable

__all__ = ["citation", "live_link", "selector_link", "web_address"]

_AROUND = 32  # letters before and after the words by which a selector tells the place apart
_MARKS = "“”\"'"
_ENDS = 5  # words at each end of a passage that a browser looks for


def citation(kept: KeptReport, statement: Statement, frame: Frame, *, speaker: str | None) -> str:
    """The statement in one line: who, the words, where, when, its permalink."""
    report = kept.reading.report
    words = " … ".join(span.of(report.text) for span in statement.content)
    where = [f"“{printable(report.title)}”" if report.title else None, report.outlet]
    day = day_words(report.published) if report.published else None
    told = [printable(part) for part in (*where, day, report.url) if part]
    who = printable(speaker or "Nobody named")
    words = folded(printable(words), head=60, tail=20)
    if statement.mode is Mode.DIRECT:
        said = f"{who}: “{words.strip(_MARKS)}”"
    else:  # nobody is quoted with what a report says in words of its own
        said = f"{who}, as reported: {words.rstrip(' ,;')}"
    return f"{said} ({', '.join(told)}). {frame.origin}/statement/{statement.id}"


def selector_link(report: Report, span: Span, frame: Frame) -> str:
    """The address of the passage with a text quote selector of the W3C in its fragment.

    Source: Selectors and States (W3C Working Group Note, 2017), section 6.
    """
    around = {
        "exact": span.of(report.text),
        "prefix": report.text[max(0, span.start - _AROUND) : span.start],
        "suffix": report.text[span.end : span.end + _AROUND],
    }
    told = ",".join(f"{name}={quote(words, safe='')}" for name, words in around.items())
    return f"{frame.origin}/report/{report.id}#selector(type=TextQuoteSelector,{told})"


def live_link(report: Report, span: Span) -> str | None:
    """The page where it was published, scrolled to the words if they still stand there."""
    address = web_address(report.url)
    words = span.of(report.text).split()
    if address is None or not words:
        return None
    ends = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    told = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address.partition('#')[0]}#:~:text={told}"


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web; whatever else a report gives is not followed.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    return url if url and url.lower().startswith(("https://", "http://")) else None
