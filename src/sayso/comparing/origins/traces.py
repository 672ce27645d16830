"""What only those share who wrote from one another: runs of words, mistakes, side sources."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice

from rapidfuzz import fuzz

from sayso.comparing.forms import decimal_form
from sayso.comparing.mentions import stated_figures
from sayso.comparing.statements.telling import sentences_in
from sayso.comparing.wording import flat
from sayso.comparing.words import Word, is_function, read_words
from sayso.records import Reading, Span, Spans

__all__ = ["MISTAKE", "RUN", "SOURCE", "altered", "side_sources", "traces_of"]

RUN = "run"
MISTAKE = "mistake"
SOURCE = "source"
_LENGTH = 6  # words in a row that two reports have by chance only where they quote
_OWN = 2  # of them that are no names and no small words
_MOST_WORDS = 20_000  # of one report that are looked at
_SHORTEST = 6  # words of a quotation that can be worded otherwise
_FEW = 3  # reports that share a mistake: what more have may be what was said
# Of quotations this much alike one is the other with words changed, lost or added.
_ALIKE = 75
_COMPARED = 12  # quotations with a rare word in common that one is laid beside


def traces_of(reading: Reading) -> Mapping[str, str]:
    """The runs of words, quoted sentences and sources of figures of a report, with the words."""
    return dict(chain(_runs(reading), _quoted(reading), _sources(reading)))


def altered(traces: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """The quoted sentences, among those of all reports, that few have and others have otherwise.

    They are shared mistakes: words that one changed and others took over.
    """
    counts = Counter(it for own in traces.values() for it in own if it.startswith(MISTAKE))
    near: defaultdict[str, list[str]] = defaultdict(list)
    for trace in sorted(counts):
        for word in _telling(trace):
            near[word].append(trace)
    rare = (it for it in sorted(counts) if 1 < counts[it] <= _FEW)
    return frozenset(it for it in rare if _has_twin(it, near))


def side_sources(traces: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """The figures of a source, where few of many reports cite either.

    Who gives such a one beside the matter itself has it from who gave it before.
    """
    given = [[it for it in own if it.startswith(SOURCE)] for own in traces.values()]
    counts = Counter(it for own in given for it in own)
    parts = Counter(part for own in given for part in {it for each in own for it in _parts(each)})
    few = {part for part, count in parts.items() if count * _FEW <= len(traces)}
    return frozenset(it for it in counts if counts[it] > 1 and few.issuperset(_parts(it)))


def _parts(trace: str) -> tuple[str, str]:
    """The source and the figure."""
    source, _, figure = trace.rpartition(" =")
    return source, figure


def _has_twin(trace: str, near: Mapping[str, Sequence[str]]) -> bool:
    others = Counter(other for word in _telling(trace) for other in near[word])
    likeliest = sorted(others, key=lambda it: (-others[it], it))[: _COMPARED + 1]
    return any(fuzz.ratio(trace, it) >= _ALIKE for it in likeliest if it != trace)


def _telling(trace: str) -> Collection[str]:
    return {word for word in trace.split()[1:] if not is_function(word)}


def _runs(reading: Reading) -> Iterator[tuple[str, str]]:
    """Runs of words outside quotation marks."""
    text = reading.report.text
    for start, end in _unquoted(reading):
        words = [it for it in islice(read_words(text, start, end), _MOST_WORDS) if it.form != "…"]
        forms = [word.form for word in words]
        before = [0, *accumulate(_is_own(word, text) for word in words)]
        for at in range(len(words) - _LENGTH + 1):
            if before[at + _LENGTH] - before[at] >= _OWN:
                run = " ".join(forms[at : at + _LENGTH])
                yield f"{RUN} {run}", text[words[at].start : words[at + _LENGTH - 1].end]


def _is_own(word: Word, text: str) -> bool:
    """Whether a word was chosen by who wrote the report: no name, and none that stands anywhere."""
    return text[word.start].islower() and not is_function(word.form)


def _unquoted(reading: Reading) -> Iterator[tuple[int, int]]:
    at = 0
    quoted = (span for it in reading.quotations if not it.names for span in it.spans)
    for span in [*sorted(quoted), Span(len(reading.report.text), len(reading.report.text))]:
        if at < span.start:
            yield at, span.start
        at = max(at, span.end)


def _quoted(reading: Reading) -> Iterator[tuple[str, str]]:
    text = reading.report.text
    plain = flat(text)
    for quotation in reading.quotations:
        for pieces in () if quotation.names else _sentences(text, quotation.spans):
            words = [it for piece in pieces for it in read_words(plain, *piece) if it.form != "…"]
            if len(words) >= _SHORTEST:
                forms = " ".join(word.form for word in words)
                yield f"{MISTAKE} {forms}", text[words[0].start : words[-1].end]


def _sources(reading: Reading) -> Iterator[tuple[str, str]]:
    """Who gives a figure, under the words of the name in any order, and the figure."""
    text = reading.report.text
    statements = {it.id: it for it in reading.statements}
    people = {it.id: it for it in reading.people}
    for quantity in reading.quantities:
        statement = statements.get(quantity.statement or "")
        person = people.get(statement.speaker or "") if statement else None
        if not statement or not person:
            continue
        for figure in stated_figures([quantity], text):
            words = {it.form for it in read_words(person.name) if not is_function(it.form)}
            key = f"{SOURCE} {' '.join(sorted(words))} ={decimal_form(figure.value)}"
            yield key, " ".join(span.of(text) for span in statement.content)


def _sentences(text: str, spans: Spans) -> list[list[Span]]:
    """The quoted sentences; one goes on behind `she said` where the next piece begins small."""
    found: list[list[Span]] = []
    for piece in (it for span in spans for it in sentences_in(span, text)):
        if not found or text[piece.start].isupper():
            found.append([])
        found[-1].append(piece)
    return found
