"""A text as the readers of claims see it: its words in small letters and its grammar."""

from dataclasses import dataclass
from itertools import pairwise

from sayso.lexicon import table
from sayso.reading.inflection import dictionary_forms
from sayso.records import Grammar, Span

__all__ = ["LONGEST_PHRASE", "Parse", "parse_words"]

_DENIALS = frozenset({"yet"}).union(
    *(table("claims")["negation"][key] for key in ("verbal", "nominal", "persons", "before_doing"))
)
LONGEST_PHRASE = 8
"""Words before a noun that can still belong to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """The words of a text, by number: `forms` are in small letters, `grammar` has their tags.

    `denying` tells of each whether its sentence has a word that may deny anything, as few have.
    """

    text: str
    forms: list[str]
    grammar: Grammar
    denying: list[bool]

    def form(self, word: int) -> str:
        """The word in small letters, or nothing beyond either end."""
        return self.forms[word] if 0 <= word < len(self.forms) else ""

    def is_one_of(self, word: int, listed: frozenset[str]) -> bool:
        """Whether any dictionary form of a word is in a list."""
        known = 0 <= word < len(self.forms)
        return known and not listed.isdisjoint(dictionary_forms(self.forms[word]))

    def phrase(self, noun: int) -> range:
        """The words of a noun phrase up to its noun: `Not a single house`."""
        grammar = self.grammar
        first = noun
        earliest = max(grammar.sentence(noun).start, noun - LONGEST_PHRASE)
        while first > earliest:
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
    forms = [text[start:end].lower() for start, end in grammar.words]
    return Parse(text=text, forms=forms, grammar=grammar, denying=_denying(forms, grammar))


def _denying(forms: list[str], grammar: Grammar) -> list[bool]:
    found: list[bool] = []
    for first, after in pairwise([*grammar.sentences, len(forms)]):
        # "rather" may end the sentence before
        denies = not _DENIALS.isdisjoint(forms[max(0, first - 1) : after])
        found += [denies] * (after - first)
    return found
