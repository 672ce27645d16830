"""Who the sources are: names, offices, pronouns and unnamed people of a report, put together."""

from sayso.reading.speakers.identity import identify, name_keys
from sayso.reading.speakers.resolve import resolve_speakers
from sayso.reading.speakers.tenures import OfficeTable, office_table

__all__ = ["OfficeTable", "identify", "name_keys", "office_table", "resolve_speakers"]
