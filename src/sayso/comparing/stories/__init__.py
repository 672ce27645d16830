"""Stories: which reports tell of one happening."""

from sayso.comparing.stories.grouping import (
    APART,
    group_stories,
    likely_pairs,
    link_stories,
    telling_terms,
)

__all__ = ["APART", "group_stories", "likely_pairs", "link_stories", "telling_terms"]
