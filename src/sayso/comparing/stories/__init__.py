"""Stories: which reports tell of one happening."""

from sayso.comparing.stories.grouping import (
    APART,
    group_stories,
    likely_pairs,
    link_stories,
    telling_terms,
)
from sayso.comparing.stories.terms import Card, card_of

__all__ = [
    "APART",
    "Card",
    "card_of",
    "group_stories",
    "likely_pairs",
    "link_stories",
    "telling_terms",
]
