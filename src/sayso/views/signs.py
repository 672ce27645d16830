"""The sign, word and tone of every verdict, and the sign of every relation."""

from dataclasses import dataclass

from sayso.lexicon import table
from sayso.records import FindingKind, Relation, Verdict

__all__ = ["Sign", "kind_word", "relation_mark", "tone_style", "verdict_sign", "words_for"]


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
    return str(table("signs")["relations"][relation])


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
