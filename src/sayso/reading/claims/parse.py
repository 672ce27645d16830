"""A text as the readers of claims see it: its words in small letters and its grammar."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sayso.reading.inflection import dictionary_forms
from sayso.records import Grammar, Span

__all__ = ["Parse", "parse_words"]

_MOST_BEFORE = 8  # words before a noun that can still belong to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The words of a text, by number: `forms` are in small letters, `grammar` has their tags.

    `subjects` and `objects` have the first of each word that has one.
    """

    text: str
    forms: list[str]
    grammar: Grammar
    subjects: Mapping[int, int]
    objects: Mapping[int, int]

    def form(self, word: int) -> str:
        """The word in small letters, or nothing beyond either end."""
        return self.forms[word] if 0 <= word < len(self.forms) else ""

    def is_one_of(self, word: int, listed: Collection[str]) -> bool:
        """Whether any dictionary form of a word is in a list."""
        return any(form in listed for form in dictionary_forms(self.form(word)))

    def phrase(self, noun: int) -> range:
        """The words of a noun phrase up to its noun: `Not a single house`."""
        grammar = self.grammar
        first = noun
        while noun - first < _MOST_BEFORE and first > grammar.sentence(noun).start:
            head = grammar.heads[first - 1]
            if not first <= head <= noun or grammar.upos[first - 1] in ("VERB", "PUNCT"):
                break
            first -= 1
        return range(first, noun + 1)

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the words from `first` to `last`."""
        return Span(self.grammar.words[first].start, self.grammar.words[last].end)


def parse_words(text: str, grammar: Grammar) -> Parse:
    """The text with its grammar, ready to be asked."""
    forms = [span.of(text).lower() for span in grammar.words]
    subjects: dict[int, int] = {}
    objects: dict[int, int] = {}
    for word, label in enumerate(grammar.labels):
        if label.startswith("nsubj"):
            subjects.setdefault(grammar.heads[word], word)
        elif label in ("obj", "iobj"):
            objects.setdefault(grammar.heads[word], word)
    return Parse(text=text, forms=forms, grammar=grammar, subjects=subjects, objects=objects)
