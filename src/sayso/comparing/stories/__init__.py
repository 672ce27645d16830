"""Stories: which reports tell of one happening."""

from sayso.comparing.stories.grouping import group_stories

__all__ = ["group_stories"]
