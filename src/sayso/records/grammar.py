"""The grammar of a text: what kind of word each is, which word it hangs on, and the names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.records.text import Span

__all__ = ["Grammar", "Name", "NameKind"]


_NO_CHILDREN: Mapping[str, tuple[int, ...]] = {}


class NameKind(StrEnum):
    """What a name is the name of; a date counts as one."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in the text, without title or article."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words of a text with their tags and the trees of its sentences.

    Each word has a universal tag (`upos`), a Penn tag (`xpos`), the number of its head (-1 for the
    root of a sentence) and the label of the step to it; `sentences` holds the first word of each.
    Source: Universal Dependencies (de Marneffe et al. 2021), labels as UD English GUM uses them.

    >>> text = "They have not left."
    >>> grammar = Grammar(
    ...     words=[Span(0, 4), Span(5, 9), Span(10, 13), Span(14, 18), Span(18, 19)],
    ...     upos=["PRON", "AUX", "PART", "VERB", "PUNCT"],
    ...     xpos=["PRP", "VBP", "RB", "VBN", "."],
    ...     heads=[3, 3, 3, -1, 3],
    ...     labels=["nsubj", "aux", "advmod", "root", "punct"],
    ...     sentences=[0],
    ...     names=(),
    ... )
    >>> left = grammar.root(0)
    >>> [grammar.words[word].of(text) for word in grammar.children(left, "nsubj", "advmod")]
    ['They', 'not']
    >>> grammar.chain(2)
    (3,)
    """

    words: Sequence[Span]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    labels: Sequence[str]
    sentences: Sequence[int]
    names: tuple[Name, ...]
    # the children of each head by their labels, found when first asked for
    _below_each: dict[int, dict[str, tuple[int, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def sentence(self, word: int) -> range:
        """The words of the sentence that `word` stands in."""
        at = bisect_right(self.sentences, word)
        after = self.sentences[at] if at < len(self.sentences) else len(self.words)
        return range(self.sentences[at - 1], after)

    def root(self, word: int) -> int:
        """The word on which the whole sentence of `word` hangs."""
        return (word, *self.chain(word))[-1]

    def children(self, word: int, *labels: str) -> tuple[int, ...]:
        """The words that hang on `word`, in order; only those with one of `labels`, if any given.

        A label holds its subtypes too: `nsubj` also asks for `nsubj:pass`.
        """
        found = self.labelled(word)
        if not labels:
            return tuple(sorted({child for row in found.values() for child in row}))
        if not found:
            return ()
        if len(labels) == 1:
            return found.get(labels[0], ())
        asked = [found[label] for label in labels if label in found]
        if len(asked) <= 1:
            return asked[0] if asked else ()
        return tuple(sorted({child for children in asked for child in children}))

    def labelled(self, word: int) -> Mapping[str, tuple[int, ...]]:
        """The children of a word by their labels, those with a subtype also without it."""
        if not self._below_each:
            self._tell_apart()
        return self._below_each.get(word, _NO_CHILDREN)

    def has(self, word: int, *labels: str) -> bool:
        """Whether `word` hangs on its head by one of `labels` or a subtype of one."""
        label = self.labels[word]
        return label in labels or (":" in label and label.partition(":")[0] in labels)

    def subtree(self, word: int) -> tuple[int, ...]:
        """The word and all that hangs on it, however far down, in order of the text."""
        return tuple(sorted(self._below(word)))

    def chain(self, word: int) -> tuple[int, ...]:
        """The head of `word`, the head of that, and so on to the root."""
        found = []
        while (word := self.heads[word]) >= 0:
            found.append(word)
        return tuple(found)

    def within(self, span: Span) -> range:
        """The words that share a character with `span`; none where it is empty."""
        first = bisect_left(self.words, (span.start,))
        if first and self.words[first - 1].end > span.start:
            first -= 1
        return range(first, max(first, bisect_left(self.words, (span.end,))))

    def head_of(self, words: range) -> int | None:
        """The word in which a stretch hangs together: the first whose head lies outside of it."""
        return next((word for word in words if self.heads[word] not in words), None)

    def _below(self, word: int) -> Iterator[int]:
        waiting = [word]
        while waiting:
            word = waiting.pop()
            yield word
            waiting.extend(self.children(word))

    def _tell_apart(self) -> None:
        """Put down the children of all words at once; the roots of sentences are nobody's."""
        rows = self._below_each
        for child, (head, label) in enumerate(zip(self.heads, self.labels, strict=True)):
            if head < 0:
                continue
            row = rows.get(head)
            if row is None:
                row = rows[head] = {}
            row[label] = (*row.get(label, ()), child)
            if ":" in label:
                name = label.partition(":")[0]
                row[name] = (*row.get(name, ()), child)
