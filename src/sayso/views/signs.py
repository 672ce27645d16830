"""The sign, word and tone of every verdict and relation, and the words for how sure a claim is."""

from dataclasses import dataclass

from sayso.lexicon import table
from sayso.records import Certainty, FindingKind, Relation, Verdict

__all__ = [
    "Sign",
    "certainty_word",
    "claim_mark",
    "kind_word",
    "origin_mark",
    "relation_mark",
    "relation_tone",
    "tone_style",
    "verdict_sign",
    "words_for",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How a verdict is shown; `tally` is its word in a summary, `tone` a hue of `signs.toml`."""

    mark: str
    word: str
    tone: str
    tally: str


def verdict_sign(verdict: Verdict) -> Sign:
    """The sign of a verdict.

    >>> verdict_sign(Verdict.SPLICED).word
    'joined from two places'
    """
    row = table("signs")["verdicts"][verdict]
    return Sign(**{"tally": row["word"], **row})


def relation_mark(relation: Relation) -> str:
    """The mark before a figure: `≈` for about; empty where the figure is exact or only words."""
    return str(table("signs")["relations"][relation]["mark"])


def relation_tone(relation: Relation) -> str:
    """The tone of a figure: one for what is hedged, one for what is bounded."""
    return str(table("signs")["relations"][relation]["tone"])


def certainty_word(certainty: Certainty) -> str:
    """How sure the source is, in a word; empty where it simply asserts."""
    return str(table("signs")["certainties"][certainty])


def claim_mark(name: str) -> str:
    """The mark of a `forecast`, the word of what is `negative` or a `condition`."""
    return str(table("signs")["claims"][name])


def kind_word(kind: FindingKind, count: int) -> str:
    """What was compared, in the number that fits: one quotation, two quotations."""
    one, many = table("signs")["kinds"][kind]
    return str(one if count == 1 else many)


def words_for(name: str) -> dict[str, str]:
    """The words for a closed set, by its values: `modes`, `marks`, `filters` and so on."""
    found: dict[str, str] = table("signs")[name]
    return found


def tone_style(tone: str) -> str:
    """The colour of a tone, as `#RRGGBB`."""
    return str(table("signs")["tones"][tone])


def origin_mark(*, echo: bool) -> str:
    """Filled for a report that is an origin, hollow for one that repeats another."""
    return str(table("signs")["origins"]["echo" if echo else "origin"])
