"""Where in a record a telling stands: the sentences that hold most of what it tells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.comparing.negations import count_negations
from sayso.comparing.speakers import Voice, is_unnamed
from sayso.comparing.statements.clauses import plain_forms
from sayso.comparing.statements.sentences import SentenceIndex, telling_words
from sayso.comparing.statements.telling import Telling
from sayso.comparing.words import is_light, is_number

__all__ = ["find_place"]

# So much of what is told has to stand in the record for its place to be known. Swept 0.3-0.6 on
# three gold events and four of our own: the F1 of drift falls by 1 up to 0.48 and by 4 up to 0.6,
# its precision stays within 1; whichever event is left out, the others choose 0.3 for it as well.
_PLACED = 0.42
# Somebody whom the record may not know at all.
_PLACED_UNKNOWN = 0.45
# A figure that stands there too makes up for so much.
_FIGURE = 0.08
_FEWEST_SHARED = 2
# A quotation within the telling tells its place, where the record has it no oftener than this.
_MOST_ANCHORS = 2
# Words of another speaker: so much of them, and so much more than of the named one's.
_PLACED_WITH_OTHERS = 0.62
_BETTER = 0.25
# Another sentence is told too where so much more of the words stands in it.
_MORE = 0.15
_MORE_FROM_AFAR = 0.25
_NEAR = 5
_FEWEST_LEFT = 2
_MOST_SENTENCES = 3
# Sentences of an answer that are looked at, and the fewest words of one that may say yes or no.
_LONGEST_ANSWER = 5
_SAYS_MORE = 4

_Fits = Callable[[int], bool]


def find_place(telling: Telling, sentences: SentenceIndex, voice: Voice) -> tuple[int, ...]:
    """The numbers of the sentences that come near enough to the telling, the nearest first.

    They are the named speaker's, or another's where only they hold the words; none where nothing
    comes near enough.
    """
    search = _Search(wanted=_sought(telling, sentences), sentences=sentences)
    anchors = _anchors(telling, sentences, voice)
    if anchors:
        best = max(anchors, key=lambda it: (search.coverage((it,)), -it))
        return search.sentences_from((best,), search.alike(best))
    own = search.sentences_from((), partial(_is_own, sentences, voice))
    others = search.sentences_from((), partial(_is_anothers, sentences, voice))
    other = _without_questions(others, search, voice)
    asked = bool(other) and other != others
    least, more = (_PLACED, _MORE) if asked else (_PLACED_WITH_OTHERS, _BETTER)
    if search.coverage(other) >= max(least, search.coverage(own) + more):
        return other
    known = bool(own) and voice(sentences.speaker(own[0])) is True
    return own if search.is_enough(own, known=known) else ()


def _sought(telling: Telling, sentences: SentenceIndex) -> tuple[str, ...]:
    """What is told; for a figure that stands nowhere, one that does and that it may be a slip of.

    A nought too many or two digits that changed places are still told of the same thing.
    """
    found: dict[str, str] = {}
    for word in telling.wanted:
        if is_number(word) and not sentences.holds(word):
            found[word] = next(filter(sentences.holds, _slips(word)), word)
    slipped = {f"={word} " for word, slip in found.items() if slip != word}
    return tuple(found.get(word, word) for word in telling.wanted if word not in slipped)


def _slips(figure: str) -> Iterator[str]:
    """The figures that are written as this one but for a nought, or two digits that change places.

    >>> list(_slips("40"))
    ['400', '4']
    """
    yield figure + "0"
    if figure[-1] == "0":
        yield figure[:-1]
    for at in range(len(figure) - 1):
        one, other = figure[at], figure[at + 1]
        if one != other and (figure[:at] + other)[0] != "0" and "." not in {one, other}:
            yield f"{figure[:at]}{other}{one}{figure[at + 2 :]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """What is told, as words that vouch for something, and where it is looked for."""

    wanted: tuple[str, ...]
    sentences: SentenceIndex

    def coverage(self, numbers: Sequence[int]) -> float:
        return self.sentences.coverage(self.wanted, numbers)

    def is_enough(self, numbers: Sequence[int], *, known: bool) -> bool:
        """Whether so much stands there that it is no chance, and more than a light word or two."""
        missing = set(self.sentences.left(self.wanted, numbers))
        shared = {word for word in self.wanted if word not in missing}
        figure = any(word[0] == "=" for word in shared)
        least = (_PLACED if known else _PLACED_UNKNOWN) - figure * _FIGURE
        alone = known and not missing and self.sentences.is_rare(self.wanted, most=_MOST_ANCHORS)
        enough = len(shared) >= _FEWEST_SHARED or alone
        vouches = enough and not all(is_light(word) for word in shared)
        return vouches and self.coverage(numbers) >= least

    def sentences_from(self, first: tuple[int, ...], fits: _Fits) -> tuple[int, ...]:
        """The nearest sentence, and others of its speaker that hold much of what it leaves open."""
        numbers = first
        while len(numbers) < _MOST_SENTENCES:
            left = self.sentences.left(self.wanted, numbers)
            near = next(iter(self.sentences.nearest(left, fits)), None)
            few = bool(numbers) and len(set(left)) < min(_FEWEST_LEFT, len(set(self.wanted)) - 1)
            if near is None or few or not self._adds(numbers, near.sentence):
                break
            numbers = (*numbers, near.sentence)
            fits = self.alike(near.sentence)
        return numbers

    def alike(self, sentence: int) -> _Fits:
        """Whether a sentence is of the speaker of that one."""
        speaker = self.sentences.speaker(sentence)
        return lambda it: self.sentences.speaker(it) == speaker

    def _adds(self, numbers: tuple[int, ...], more: int) -> bool:
        far = bool(numbers) and abs(more - numbers[0]) > _NEAR
        gain = self.coverage((*numbers, more)) - self.coverage(numbers)
        return gain >= (_MORE_FROM_AFAR if far else _MORE)


def _is_own(sentences: SentenceIndex, voice: Voice, number: int) -> bool:
    """Whether the named speaker may say it; who only asks says nothing."""
    label = sentences.speaker(number)
    asked = is_unnamed(label) and sentences.asks(number)
    return voice(label) is not False and not asked


def _is_anothers(sentences: SentenceIndex, voice: Voice, number: int) -> bool:
    """Whether somebody else says it; of who leads the meeting, only what is asked counts."""
    label = sentences.speaker(number)
    return voice(label) is False and (not is_unnamed(label) or sentences.asks(number))


def _without_questions(numbers: tuple[int, ...], search: _Search, voice: Voice) -> tuple[int, ...]:
    """Others' words; for a question to the named speaker, what they answer and the question."""
    sentences = search.sentences
    if not numbers or not sentences.asks(numbers[0]):
        return numbers
    answer = sentences.answer(numbers[0])
    if not answer or not voice(sentences.speaker(answer)):
        return ()
    return (_nearest_answer(answer, search), *numbers)


def _nearest_answer(first: int, search: _Search) -> int:
    """The first sentence of an answer; where it says no "no", one behind it that tells far more."""
    sentences, last = search.sentences, first
    if len(sentences.forms(first)) < _SAYS_MORE or count_negations(sentences.opening(first)):
        return first
    while last < first + _LONGEST_ANSWER and sentences.goes_on(last):
        last += 1
    best = max(range(first, last + 1), key=lambda it: (search.coverage((it,)), -it))
    gain = search.coverage((best,)) - search.coverage((first,))
    return best if gain >= _MORE_FROM_AFAR else first


def _anchors(telling: Telling, sentences: SentenceIndex, voice: Voice) -> tuple[int, ...]:
    """The sentences of the speaker that hold the words quoted within the telling just so."""
    index = sentences.index
    quoted = (plain_forms(telling.text, *span) for span in telling.quoted)
    found = {
        index.sentence_number(word)
        for forms in quoted
        if len(forms) > 1 and telling_words(forms)
        for word in index.exact(forms, most=_MOST_ANCHORS + 1)
    }
    own = tuple(sorted(it for it in found if voice(sentences.speaker(it)) is not False))
    return own if len(own) <= _MOST_ANCHORS else ()
