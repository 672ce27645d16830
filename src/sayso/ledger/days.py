"""The numbers that statements have: by the day on which they were published, then by arrival.

Whatever is found in order of its number is found in order of time. What has no day comes first.
"""

import datetime

__all__ = ["DATED", "DAY_SHIFT", "numbers_of"]

DAY_SHIFT = 22
"""Bits of a statement's number after its day: four million a day, in six bytes altogether."""
# In a folder without any day there may be more than fit into one; nobody published in year one.
_FIRST = datetime.date(2, 1, 1).toordinal()
DATED = _FIRST << DAY_SHIFT
"""The first number of a statement that has a day."""


def numbers_of(day: datetime.date | None) -> range:
    """All numbers that statements of that day can have.

    >>> numbers_of(datetime.date(2024, 10, 31))[0] >> DAY_SHIFT, len(numbers_of(None))
    (739190, 1535115264)
    """
    number = day.toordinal() if day else 0
    if number < _FIRST:
        return range(DATED)
    return range(number << DAY_SHIFT, number + 1 << DAY_SHIFT)
