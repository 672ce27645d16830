"""The clauses of a text and who says them, as the rules for them see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.speech import Speech
from sayso.records import Mode

__all__ = ["Scene"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_DIRECT = Mode.DIRECT


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The words of a text, its clauses by their head words, and its statements."""

    parse: Parse
    clauses: Mapping[int, Clause]
    speech: Speech

    def told(self, word: int) -> int:
        """The innermost statement that has the word in its content; -1 for none."""
        return self.speech.told[word]

    def is_cue_of(self, word: int, statement: int) -> bool:
        """Whether the word stands in the cue of that statement."""
        return statement >= 0 and self.speech.cued[word] == statement

    def is_direct(self, word: int) -> bool:
        """Whether the word stands in somebody's own words."""
        at = self.speech.told[word]
        return at >= 0 and self.speech.statements[at].mode is _DIRECT
