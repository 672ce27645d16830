"""One quotation in one record: the passage it stands in, or those it was put together from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.comparing.additions import without_neighbours
from sayso.comparing.alignment import Run, merged_runs
from sayso.comparing.fitting import fits, tells
from sayso.comparing.index import RecordIndex
from sayso.comparing.passages import Passage, near_passages, passage_of, same_passages, weigh
from sayso.comparing.speakers import Voice
from sayso.comparing.wording import Wording, flat
from sayso.comparing.words import is_function

__all__ = ["Part", "Placement", "find_placements"]

Part = tuple[int, int]
"""A stretch of a quotation, by the numbers of its words."""

# A stretch from another place has to stand there nearly whole, and much better than here.
_PIECE_WORDS = 4
_PIECE_COVERED = 0.8
_PIECE_GAIN = 0.25
_SOLID_COST = 1.5
_LONGEST_CUT = 40
# Longer quotations are placed in stretches of so many words, for time and memory.
_LONGEST_PART = 1000
# Places that are looked at for the same letters.
_PLACES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The passages of one record that a quotation's pieces stand in, in the quotation's order.

    `voice` says whether they are the named speaker's own, None where that cannot be told.
    """

    index: RecordIndex
    wording: Wording
    pieces: tuple[Passage, ...]
    voice: bool | None

    @property
    def likeness(self) -> float:
        """How like quotation and record are, over all words of the quotation."""
        return self._mean([piece.likeness for piece in self.pieces])

    @property
    def coverage(self) -> float:
        """How much of the quotation stands in the record."""
        return self._mean([piece.coverage for piece in self.pieces])

    @property
    def labels(self) -> tuple[str, ...]:
        """Who says these words, as the record writes the names."""
        found = [self.index.speaker(piece.was[0]) for piece in self.pieces]
        return tuple(dict.fromkeys(label for label in found if label))

    @property
    def is_sentence(self) -> bool:
        """Whether it is a whole sentence of the record, from the first word to the last."""
        (first, _), (_, last) = self.pieces[0].was, self.pieces[-1].was
        return (
            self.index.sentence_start(first) == first and self.index.sentence_end(last - 1) == last
        )

    @property
    def spliced(self) -> bool:
        """Whether pieces from apart stand together with nothing to show it."""
        return any(right.became[0] not in self.wording.breaks for right in self.pieces[1:])

    def _mean(self, scores: Sequence[float]) -> float:
        sizes = [piece.became[1] - piece.became[0] for piece in self.pieces]
        scored = sum(score * size for score, size in zip(scores, sizes, strict=True))
        return scored / max(len(self.wording.words), 1)


def find_placements(wording: Wording, index: RecordIndex, voice: Voice) -> Iterator[Placement]:
    """The best placement in words that may be the named speaker's, and the best in others'."""
    search = _Search(wording=wording, index=index, voice=voice, found={})
    for own in (True, False):
        pieces = _pieces(search, own=own)
        if pieces:
            yield Placement(
                index=index,
                wording=wording,
                pieces=tuple(pieces),
                voice=voice(index.speaker(pieces[0].was[0])),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """One quotation and one record, with the passages found so far."""

    wording: Wording
    index: RecordIndex
    voice: Voice
    found: dict[Part, list[Passage]]

    def passages(self, part: Part, *, own: bool) -> list[Passage]:
        """Passages that fit `part`, among those that may be the named speaker's, or the others."""
        if part not in self.found:
            self.found[part] = self._search(part)
        return [it for it in self.found[part] if self.may_be(it, own=own)]

    def may_be(self, passage: Passage, *, own: bool) -> bool:
        """Whether the passage may be the named speaker's; or, not `own`, whether it is not."""
        return (self._voice(passage) is not False) == own

    def _search(self, part: Part) -> list[Passage]:
        """Like words are looked for only where the named speaker has not the same ones."""
        forms = self.wording.forms
        wanted = forms[slice(*part)]
        if not tells(wanted):
            return []
        same = list(same_passages(forms, self.index, part))
        if any(self._voice(it) is not False for it in same) or len(wanted) > _LONGEST_PART:
            return same
        found = near_passages(forms, self.index, part)
        near = (without_neighbours(it, self.wording) for it in found)
        return same + [it for it in near if fits(it, wanted)]

    def best(self, part: Part, *, own: bool, after: int = 0) -> Passage | None:
        """The one that fits best: like words, the named speaker's, to the letter, nearest on."""
        return max(
            self.passages(part, own=own),
            key=lambda it: (
                round(it.likeness, 2),
                bool(self._voice(it)),
                self._to_the_letter(it),
                it.was[0] >= after,
                -it.was[0],
            ),
            default=None,
        )

    def _voice(self, passage: Passage) -> bool | None:
        return self.voice(self.index.speaker(passage.was[0]))

    def _to_the_letter(self, passage: Passage) -> bool:
        if passage.likeness < 1:
            return False
        first, last = passage.became
        words = self.wording.words
        printed = self.wording.text[words[first].start : words[last - 1].end]
        return flat(printed) == flat(self.index.surface(*passage.was))


def _pieces(search: _Search, *, own: bool) -> list[Passage]:
    whole = _to_the_letter(search, own=own)
    if whole:
        return [whole]
    pieces: list[Passage] = []
    for part in _parts(search):
        after = pieces[-1].was[1] if pieces else 0
        pieces += _by_sentences(search, part, own=own) or _place(search, part, own=own, after=after)
    return _rejoined(pieces, search)


def _to_the_letter(search: _Search, *, own: bool) -> Passage | None:
    """The passage that is the quotation to the letter, brackets, dots and all."""
    index, wording = search.index, search.wording
    places = index.same_text(wording.letters(), most=_PLACES)
    voices = {place: search.voice(index.speaker(place[0])) for place in places}
    if not tells(wording.forms):  # "It was mine" is found only as a sentence of its speaker
        voices = {it: voice for it, voice in voices.items() if voice and _is_sentence(it, index)}
    fitting = [place for place, voice in voices.items() if (voice is not False) == own]
    if not fitting:
        return None
    place = next((place for place in fitting if voices[place]), fitting[0])
    # one run, though a record's own brackets or a figure cut short may make it other words
    run = Run(place, (0, len(wording.words)), equal=True)
    return Passage(index=index, runs=(run,), coverage=1.0, likeness=1.0)


def _is_sentence(place: Part, index: RecordIndex) -> bool:
    first, last = place
    return index.sentence_start(first) == first and index.sentence_end(last - 1) == last


def _parts(search: _Search) -> list[Part]:
    """Stretches between open breaks; a very long one that does not stand whole is parted."""
    size = len(search.wording.words)
    ends = {0, size, *search.wording.breaks}
    for first, last in pairwise(sorted(ends)):
        if last - first > _LONGEST_PART and not search.passages((first, last), own=True):
            ends |= set(range(first, last, _LONGEST_PART))
    return list(pairwise(sorted(ends)))


def _by_sentences(search: _Search, part: Part, *, own: bool) -> list[Passage]:
    """The passages of each of its sentences, where the record has all of them just so, in order."""
    wording = search.wording
    ends = [at for at in range(part[0] + 1, part[1]) if wording.ends_sentence(at)]
    found: list[Passage] = []
    for first, last in pairwise([part[0], *ends, part[1]] if ends else []):
        after = found[-1].was[1] if found else 0
        same = same_passages(wording.forms, search.index, (first, last))
        fitting = (it for it in same if it.was[0] >= after and search.may_be(it, own=own))
        next_one = next((it for it in fitting if _stands(it, wording.forms, search.index)), None)
        if next_one is None:
            return []
        found.append(next_one)
    return found


def _stands(passage: Passage, forms: Sequence[str], index: RecordIndex) -> bool:
    """Whether the words are found for sure: telling ones, or a whole sentence of the record."""
    return tells(forms[slice(*passage.became)]) or _is_sentence(passage.was, index)


def _place(search: _Search, part: Part, *, own: bool, after: int) -> list[Passage]:
    """The best passage; a stretch of the quotation that is foreign to it is sought elsewhere."""
    best = search.best(part, own=own, after=after)
    if best is None:
        return []
    for stray in _strays(best, part):
        other = search.best(stray, own=own)
        if other and _is_piece(other, best, search.wording.forms):
            rest = (stray[1], part[1]) if stray[0] == part[0] else (part[0], stray[0])
            return sorted(
                [other, *_place(search, rest, own=own, after=after)], key=lambda it: it.became
            )
    return [best]


def _strays(passage: Passage, part: Part) -> list[Part]:
    """Stretches of the quotation outside the solid block of the passage, long enough to place."""
    best = total = 0.0
    first, block = 0, passage.became
    for number, run in enumerate(passage.runs):
        if total <= 0:
            total, first = 0.0, number
        size = max(run.was[1] - run.was[0], run.became[1] - run.became[0])
        total += size if run.equal else -_SOLID_COST * size
        if total > best:
            best, block = total, (passage.runs[first].became[0], run.became[1])
    return [
        stray
        for stray in ((part[0], block[0]), (block[1], part[1]))
        if stray[1] - stray[0] >= _PIECE_WORDS
    ]


def _is_piece(other: Passage, best: Passage, forms: Sequence[str]) -> bool:
    """Whether a stretch was put in from elsewhere, rather than reworded where it stands."""
    first, last = other.became
    content = sum(not is_function(form) for form in forms[first:last])
    here = sum(
        weigh(forms[max(run.became[0], first) : min(run.became[1], last)])
        for run in best.runs
        if run.equal
    )
    gain = other.coverage - here / weigh(forms[first:last])
    return content > 1 and other.coverage >= _PIECE_COVERED and gain >= _PIECE_GAIN


def _rejoined(pieces: Sequence[Passage], search: _Search) -> list[Passage]:
    """Pieces as the record has them: apart only where it says a whole sentence in between."""
    groups: list[list[Run]] = []
    for piece in pieces:
        if groups and _continues(groups[-1][-1], piece.runs[0], search):
            cut = (groups[-1][-1].was[1], piece.was[0])
            here = (piece.became[0], piece.became[0])
            groups[-1] += [Run(cut, here)] * (cut[0] < cut[1]) + list(piece.runs)
        else:
            groups.append(list(piece.runs))
    return [part for runs in groups for part in _parted(merged_runs(runs), search)]


def _continues(left: Run, right: Run, search: _Search) -> bool:
    cut = (left.was[1], right.was[0])
    if right.became[0] in search.wording.breaks:
        return cut[0] == cut[1]
    index = search.index
    return cut[0] <= cut[1] and not index.joins_sentences(cut) and cut[1] - cut[0] <= _LONGEST_CUT


def _parted(runs: Sequence[Run], search: _Search) -> Iterator[Passage]:
    """The passage of these runs, parted where it passes over whole sentences of the record."""
    first = 0
    for number, run in enumerate(runs[:-1]):
        skips = run.became[0] == run.became[1] and search.index.joins_sentences(run.was)
        if skips and number > first:
            yield passage_of(search.index, runs[first:number], search.wording.forms)
            first = number + 1
    yield passage_of(search.index, runs[first:], search.wording.forms)
