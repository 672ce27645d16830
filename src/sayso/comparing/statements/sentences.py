"""The sentences of a record by the words that tell them apart, to find one told in other words."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise
from math import log

from sayso.comparing.index import RecordIndex, index_of, is_asked
from sayso.comparing.kinship import family, stem
from sayso.comparing.mentions import stated_figures
from sayso.comparing.words import is_function, is_light
from sayso.records import Quantity, Record

__all__ = ["Match", "SentenceIndex", "figure_names", "sentences_of", "telling_words"]

_KEPT = 16
# A word that only means nearly the same counts for this much of the word itself.
_KIN = 0.8
_LIGHT = 0.5
# A word that the record has nowhere is rare, but may be the report's own way to say it.
_FOREIGN = 0.7
# Sentences that are looked at for one statement, the best by words in common.
_BEST = 8
# A word of no more sentences than these is looked for in each of them.
_OFTEN = 100
# Sentences within which a question is answered, and words among which an answer says no.
_LATER = 6
_OPENING = 4
# Sentences before one to which its words may point back, and how much what stands there counts.
_BEFORE = 2
_CONTEXT = 0.7
# It counts for those alone that hold nearly as much as the one that holds most.
_AS_NEAR = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A sentence of the record, by number, and how much of the words stands in it, 0 to 1."""

    sentence: int
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SentenceIndex:
    """The sentences of a record as runs of words, and in which of them each family stands.

    `known` keeps what words tell, once asked for.
    """

    index: RecordIndex
    sentences: tuple[tuple[int, int], ...]
    places: dict[str, set[int]]
    known: dict[str, tuple[int, float]] = field(default_factory=dict)

    def nearest(self, wanted: Iterable[str], fits: Callable[[int], bool]) -> list[Match]:
        """The fitting sentences that share most with the words, the nearest first.

        Words that stand in so many sentences that they tell nothing apart look for none.
        """
        words = tuple(dict.fromkeys(wanted))
        often = max(_OFTEN, len(self.sentences) // 10)
        shared: defaultdict[int, float] = defaultdict(float)
        for word in words:
            places, weight = self._told_by(word)
            if places <= often:
                for sentence, likeness in self._where(word).items():
                    shared[sentence] += weight * likeness
        ranked = sorted(shared, key=lambda sentence: (-round(shared[sentence], 6), sentence))
        fitting = islice(filter(fits, ranked), _BEST)
        found = [Match(sentence=it, coverage=self.coverage(words, (it,))) for it in fitting]
        near = _AS_NEAR * max((match.coverage for match in found), default=0.0)
        fit = {it: self._fit(words, it) if it.coverage >= near else it.coverage for it in found}
        return sorted(found, key=lambda it: (-round(fit[it], 6), it.sentence))

    def _fit(self, words: Sequence[str], match: Match) -> float:
        """The coverage, and a part of what was said just before: an "it" may stand for that."""
        first = match.sentence
        while first > match.sentence - _BEFORE and first and self.goes_on(first - 1):
            first -= 1
        around = self.coverage(words, range(first, match.sentence + 1))
        return match.coverage + _CONTEXT * (around - match.coverage)

    def coverage(self, wanted: Iterable[str], sentences: Collection[int]) -> float:
        """How much of the words, by what they tell, stands in any of those sentences, 0 to 1."""
        total = held = 0.0
        for word in dict.fromkeys(wanted):
            _, weight = self._told_by(word)
            total += weight
            held += weight * max((self._likeness(word, it) for it in sentences), default=0.0)
        return held / total if total else 0.0

    def left(self, wanted: Iterable[str], sentences: Collection[int]) -> list[str]:
        """The words that stand in none of those sentences."""
        return [word for word in wanted if not any(self._likeness(word, it) for it in sentences)]

    def with_any(self, words: Iterable[str]) -> list[int]:
        """The sentences that have one of the words, or one that means nearly the same, in order."""
        names = {name for word in words for name in family(word)}
        return sorted(set().union(*(self.places.get(name, ()) for name in names)))

    def holds(self, word: str) -> bool:
        """Whether the word stands anywhere, or one that means nearly the same."""
        return bool(self._told_by(word)[0])

    def is_rare(self, words: Iterable[str], *, most: int) -> bool:
        """Whether one of the words stands in no more sentences than that."""
        return any(0 < self._told_by(word)[0] <= most for word in words)

    def speaker(self, sentence: int) -> str | None:
        """Who says that sentence, as the record writes the name."""
        return self.index.speaker(self.sentences[sentence][0])

    def interpreted(self, sentence: int) -> bool:
        """Whether that sentence came through an interpreter."""
        index = self.index
        return index.turns[index.turn_of[self.sentences[sentence][0]]].interpreted

    def forms(self, sentence: int) -> tuple[str, ...]:
        """The words of that sentence in normal form."""
        return self.index.forms[slice(*self.sentences[sentence])]

    def opening(self, sentence: int) -> tuple[str, ...]:
        """Its first words, among which an answer says no."""
        return self.forms(sentence)[:_OPENING]

    def is_question(self, sentence: int) -> bool:
        """Whether a question mark ends that sentence."""
        text, last = self.index.record.text, self.index.words[self.sentences[sentence][1] - 1]
        return text[last.end : last.end + 1] == "?"

    def asks(self, sentence: int) -> bool:
        """Whether that sentence is a question, or leads to the one that ends its turn."""
        index = self.index
        turn = index.turns[index.turn_of[self.sentences[sentence][0]]]
        return self.is_question(sentence) or is_asked(turn, index.record.text)

    def goes_on(self, sentence: int) -> bool:
        """Whether its speaker says the next sentence too."""
        after = sentence + 1
        return after < len(self.sentences) and self.speaker(after) == self.speaker(sentence)

    def answer(self, question: int) -> int | None:
        """The first sentence that somebody else says after that one."""
        asked = self.speaker(question)
        later = range(question + 1, min(question + 1 + _LATER, len(self.sentences)))
        return next((it for it in later if self.speaker(it) != asked), None)

    def _where(self, word: str) -> dict[int, float]:
        """In which sentences the word stands, or one that means nearly the same."""
        places = dict.fromkeys(self.places.get(stem(word), ()), 1.0)
        for name in family(word):
            for sentence in self.places.get(name, ()):
                places.setdefault(sentence, _KIN)
        return places

    def _told_by(self, word: str) -> tuple[int, float]:
        """In how many sentences the word stands or one like it, and how much it tells.

        It tells the less, the more sentences have it (inverse document frequency).
        """
        if word not in self.known:
            places = len(set().union(*(self.places.get(name, ()) for name in family(word))))
            rarity = log((len(self.sentences) + 2) / (places + 1)) * (1.0 if places else _FOREIGN)
            self.known[word] = places, rarity * (_LIGHT if is_light(word) else 1.0)
        return self.known[word]

    def _likeness(self, word: str, sentence: int) -> float:
        if sentence in self.places.get(stem(word), ()):
            return 1.0
        near = any(sentence in self.places.get(name, ()) for name in family(word))
        return _KIN if near else 0.0


def telling_words(forms: Iterable[str]) -> list[str]:
    """The words that vouch for something."""
    return [form for form in forms if form != "…" and not is_function(form)]


def figure_names(quantities: Sequence[Quantity], text: str) -> list[str]:
    """A name for each figure that is the same for `half a point` and `50 basis points`."""
    return [
        f"={figure.value:f} {figure.counted[0] if quantity.unit else ''}"
        for quantity in quantities
        for figure in stated_figures([quantity], text)
        if figure.counted or not quantity.unit
    ]


@lru_cache(maxsize=_KEPT)
def sentences_of(record: Record) -> SentenceIndex:
    """Read the sentences of a record once; a record already read is not read again."""
    index = index_of(record)
    sentences = tuple(pairwise([*index.sentences, len(index.words)]))
    places: dict[str, set[int]] = {}
    for number, (first, last) in enumerate(sentences):
        for form in telling_words(index.forms[first:last]):
            for name in family(form):
                places.setdefault(name, set()).add(number)
    for quantity in record.quantities:
        word = index.word_at(quantity.span.start)
        number = index.sentence_number(word)
        for name in figure_names([quantity], record.text):
            places.setdefault(name, set()).add(number)
    return SentenceIndex(index=index, sentences=sentences, places=places)
