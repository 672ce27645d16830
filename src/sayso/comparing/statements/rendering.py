"""A telling beside the sentences of the record that it renders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.comparing.conditions import is_condition
from sayso.comparing.speakers import Voice
from sayso.comparing.statements.clauses import Clause, clauses_of, share
from sayso.comparing.statements.placing import find_place
from sayso.comparing.statements.sentences import SentenceIndex
from sayso.comparing.statements.telling import Telling
from sayso.records import Finding, Span, Timex, begun_in

__all__ = ["Rendering", "find_rendering"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A telling and the sentences of one record that it renders, the nearest first, by number.

    `voice` says whether they are the named speaker's own, None where that cannot be told; `pairs`
    are clauses of the telling with the clause of the record that each comes nearest to; `figures`
    what was found about the telling's figures.
    """

    telling: Telling
    sentences: SentenceIndex
    numbers: tuple[int, ...]
    coverage: float
    voice: bool | None
    told: tuple[Clause, ...]
    sentences_said: tuple[tuple[Clause, ...], ...]
    pairs: tuple[tuple[Clause, Clause], ...]
    figures: tuple[Finding, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences' places in the record, in its order."""
        index = self.sentences.index
        runs = [self.sentences.sentences[number] for number in sorted(self.numbers)]
        return tuple(span for run in runs for span in index.slices(*run))

    @property
    def label(self) -> str | None:
        """Who says it, as the record writes the name."""
        return self.sentences.speaker(self.numbers[0])

    @property
    def interpreted(self) -> bool:
        """Whether the words came through an interpreter."""
        return any(self.sentences.interpreted(number) for number in self.numbers)

    @property
    def without(self) -> list[str]:
        """The words told for which the sentences have none like it, as printed, without figures."""
        left = self.sentences.left(self.telling.wanted, self.numbers)
        return [self.telling.as_printed(word) for word in dict.fromkeys(left) if word.isalpha()]

    @property
    def said(self) -> tuple[Clause, ...]:
        """The clauses of all these sentences."""
        return tuple(chain.from_iterable(self.sentences_said))

    @property
    def conditions(self) -> list[Clause]:
        """The clauses of the record that what it says there hangs on."""
        return [clause for clause in self.said if is_condition(clause.text, clause.forms)]

    @property
    def paired(self) -> list[Clause]:
        """The clauses of the record that some clause of the telling comes nearest to."""
        return list(dict.fromkeys(said for _, said in self.pairs))

    @property
    def times(self) -> tuple[Timex, ...]:
        """The times that the record's sentences name."""
        times = self.sentences.index.record.times
        return tuple(
            it for span in self.spans for it in begun_in(times, span) if span.covers(it.span)
        )

    @property
    def said_forms(self) -> tuple[str, ...]:
        """The words of the record's sentences in normal form, with "…" behind each sentence."""
        return tuple(form for it in self.numbers for form in (*self.sentences.forms(it), "…"))


def find_rendering(telling: Telling, sentences: SentenceIndex, voice: Voice) -> Rendering | None:
    """The sentences of a record that come nearest to the telling, if they come near enough."""
    numbers = find_place(telling, sentences, voice)
    if not numbers:
        return None
    told = [clause for span in telling.spans for clause in clauses_of(span.of(telling.text))]
    index = sentences.index
    said = [tuple(clauses_of(index.surface(*sentences.sentences[it]))) for it in numbers]
    return Rendering(
        telling=telling,
        sentences=sentences,
        numbers=numbers,
        coverage=sentences.coverage(telling.wanted, numbers),
        voice=voice(sentences.speaker(numbers[0])),
        told=tuple(told),
        sentences_said=tuple(said),
        pairs=tuple(_pairs(told, list(chain.from_iterable(said)))),
    )


def _pairs(told: Sequence[Clause], said: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    for clause in told:
        best = max(said, key=lambda other: share(clause, other), default=None)
        if best and share(clause, best) > 0:
            yield clause, best
