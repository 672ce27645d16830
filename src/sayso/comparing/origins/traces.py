"""What a report has that only those share who wrote from one another: words, cuts, mistakes."""

from collections.abc import Iterator, Mapping
from itertools import islice

from sayso.comparing.kinship import stem
from sayso.comparing.mentions import stated_figures
from sayso.comparing.wording import flat
from sayso.comparing.words import is_function, read_words
from sayso.records import Reading, Span

__all__ = ["traces_of"]

_RUN = 2  # words of weight in a row, which the report chose itself
_MOST_WORDS = 20_000  # of one report that are looked at


def traces_of(reading: Reading) -> Mapping[str, str]:
    """The traces of a report, each with the words in which it shows.

    Runs of words of weight outside quotation marks; quotations with exactly these edges; figures
    with what they count; and how names are spelled.
    """
    found: dict[str, str] = {}
    for trace, words in (*_runs(reading), *_quotations(reading), *_figures(reading)):
        found.setdefault(trace, words)
    return found


def _runs(reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.report.text
    quoted = sorted(span for it in reading.quotations if not it.names for span in it.spans)
    at = 0
    for span in [*quoted, Span(len(text), len(text))]:
        words = [
            word
            for word in islice(read_words(text, at, max(at, span.start)), _MOST_WORDS)
            if word.form != "…" and not is_function(word.form)
        ]
        for first, second in zip(words, words[1:], strict=False):
            printed = text[first.start : second.end]
            yield f"run {stem(first.form)} {stem(second.form)}", printed
        at = max(at, span.end)


def _quotations(reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.report.text
    for quotation in reading.quotations:
        printed = " ".join(span.of(text) for span in quotation.spans)
        words = " ".join(word.form for word in read_words(flat(printed)))
        if not quotation.names and words:
            yield f"quote {words}", printed


def _figures(reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.report.text
    for figure in stated_figures(reading.quantities, text):
        counted = stem(figure.counted[0]) if figure.counted else ""
        yield f"figure {figure.value:f} {figure.side} {counted}", figure.span.of(text)
