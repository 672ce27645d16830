"""A zip archive whose bytes follow from what is in it."""

import datetime
import io
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

__all__ = ["zip_file"]

_FIRST = 1980  # the year in which the clock of zip archives begins
_PLAIN_FILE = 0o100644 << 16


def zip_file(files: Mapping[str, bytes], moment: datetime.datetime) -> bytes:
    """The archive, its files in order, all of that moment (UTC).

    They are not packed: other versions of zlib would pack them into other bytes.
    """
    at = moment.astimezone(datetime.UTC).timetuple()[:6]
    whole = io.BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, data in files.items():
            member = ZipInfo(name, date_time=max(at, (_FIRST, 1, 1, 0, 0, 0)))
            member.external_attr = _PLAIN_FILE
            member.create_system = 3  # Unix, wherever it is made
            archive.writestr(member, data)
    return whole.getvalue()
