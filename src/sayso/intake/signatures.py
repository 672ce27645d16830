"""What a file is that holds no text."""

import re

from sayso.lexicon import table

__all__ = ["is_noise", "signed_kind"]

_HEAD = 65_536  # bytes looked at
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Random bytes hold 11 % of control characters; a text has one or two that strayed in.
_MOST_CONTROLS = 0.03
_STRAY = 2


def signed_kind(data: bytes) -> tuple[str, str] | None:
    """What `data` says it is in its first bytes and what to do with it; None for a text.

    >>> signed_kind(b"OggS...")
    ('a sound or video file', 'give a transcript of it')
    """
    for row in table("signatures")["signature"]:
        if data.startswith(row["begins"].encode("latin-1"), row.get("at", 0)):
            return row["is"], row["advice"]
    return None


def is_noise(data: bytes) -> bool:
    """Whether so many of the bytes are control characters that they are no text.

    >>> is_noise(bytes(100)), is_noise(b"Nobody was hurt.")
    (True, False)
    """
    head = data[:_HEAD]
    return len(_CONTROLS.findall(head)) > _STRAY + _MOST_CONTROLS * len(head)
