"""Behind a time: the form of its words, and the verb that says which way it looks."""

from collections.abc import Iterator

from sayso.lexicon import table
from sayso.reading.reasons.sentence import first_sentence
from sayso.reading.times.finding import find_times
from sayso.reading.times.readers import reader_of
from sayso.reading.times.tense import nearest_marker
from sayso.reading.times.tokens import split_tokens
from sayso.records import Mark, Reading, Reason

__all__ = ["time_reasons"]


def time_reasons(reading: Reading) -> Iterator[Reason]:
    """For each time the rule that read it; `looks ahead` and `back` name the verb that told so."""
    tokens = split_tokens(reading.report.text)
    founds = {tokens.span(found.first, found.end): found for found in find_times(tokens)}
    looks = table("reasons")["looks"]
    for time in reading.times:
        found = founds[time.span]
        marker = nearest_marker(tokens, found.first, found.end)
        told = f" “{marker.word}” {looks[str(marker.direction)]}." if marker.direction else ""
        because = first_sentence(reader_of(found)) + told
        yield Reason(of=time.id, mark=Mark.TIME, rule=f"times.{found.form.reads}", because=because)
