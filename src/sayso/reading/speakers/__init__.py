"""Who the sources are: names, offices, pronouns and unnamed people of a report, put together."""

from sayso.reading.speakers.resolve import resolve_speakers

__all__ = ["resolve_speakers"]
